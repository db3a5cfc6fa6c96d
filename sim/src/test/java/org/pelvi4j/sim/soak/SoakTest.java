package org.pelvi4j.sim.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.pelvi4j.feedback.Painter;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.phase.Phase;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.fault.FaultKind;

class SoakTest {
    private static final long SECOND = 1_000_000_000L;

    private final Findings findings = new Findings();
    private final Ledger ledger = new Ledger(findings);

    private void samples(int from, int until, int flaw) {
        for (int number = from; number < until; number++) {
            ledger.sample(number, number * SECOND / 100, new double[] {1}, new int[] {flaw});
        }
    }

    private Watch watch(String... faults) {
        var plan = List.of(faults).stream().map(Fault::parse).toList();
        return new Watch(findings, ledger, plan, new Watch.Limits(1000 * SECOND, 0.01));
    }

    private static PhaseEvent contract(double second) {
        long at = (long) (second * SECOND);
        return new PhaseEvent(Phase.CONTRACT, "", at, at);
    }

    private static Picture picture(double second) {
        return Painter.watching("").picture((long) (second * SECOND));
    }

    @Test
    void whatIsAskedOfTheFlowHoldsInTheFirstSeeds() throws IOException {
        var lines = new ArrayList<String>();
        assertThat(Soak.run(new Soak.Amount(10, 4, 0), lines::add))
                .as("%s", lines)
                .isTrue();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("4 practices");
    }

    @Test
    void aSeedDrawsTheSameAlwaysAndAnotherSomethingElse() {
        assertThat(Drawn.of(7)).isEqualTo(Drawn.of(7)).isNotEqualTo(Drawn.of(8));
        List<Drawn> many = LongStream.range(0, 300).mapToObj(Drawn::of).toList();
        assertThat(many).anyMatch(Drawn::board).anyMatch(drawn -> !drawn.board());
        assertThat(many.stream().flatMap(drawn -> drawn.faults().stream()).map(Fault::kind))
                .contains(FaultKind.UNPLUG, FaultKind.GARBAGE);
    }

    @Test
    void aNumberThatIsLeftOutOrComesTwiceIsFound() {
        samples(0, 10, 0);
        ledger.gap(new Gap(10, 5, 0, 1, Gap.Cause.LOST));
        samples(15, 20, 0);
        assertThat(findings.all()).isEmpty();
        samples(21, 22, 0);
        assertThat(findings.all()).singleElement().asString().contains("expected number 20 but was 21");
    }

    @Test
    void aContractionWithoutGoodSamplesIsFound() {
        samples(0, 100, 0);
        watch().phase(contract(1.05));
        assertThat(findings.all()).isEmpty();
        samples(100, 200, Flaw.STUCK);
        watch().phase(contract(2));
        assertThat(findings.all()).singleElement().asString().startsWith("no CONTRACT without good samples");
    }

    @Test
    void aContractionWhileTheSensorIsStuckIsFoundEvenIfNoSampleSaysSo() {
        samples(0, 2000, 0);
        var watch = watch("stuck@10s+5s");
        watch.phase(contract(9.9));
        watch.phase(contract(10.4));
        watch.phase(contract(15.1));
        assertThat(findings.all()).isEmpty();
        watch.phase(contract(12));
        assertThat(findings.all()).singleElement().asString().contains("stuck@10s+5s");
    }

    @Test
    void aPhaseThatStaysWhenTheSamplesEndIsFound() {
        samples(0, 100, 0);
        var watch = watch();
        watch.phase(contract(0.99));
        watch.show(picture(1.2), (long) (1.2 * SECOND));
        assertThat(findings.all()).isEmpty();
        watch.show(picture(1.4), (long) (1.4 * SECOND));
        assertThat(findings.all()).singleElement().asString().startsWith("UNKNOWN within 300 ms");
    }

    @Test
    void anAmountThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Soak.Amount(1, 0, 0))
                .withMessageContaining("--seeds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Soak.Amount(1, 1, Double.NaN))
                .withMessageContaining("--hours");
    }
}
