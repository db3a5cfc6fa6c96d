package org.pelvi4j.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RandomFaultsTest {
    @Test
    void aSeedDrawsTheSameFaultsAgainAndAnotherOthers() {
        List<Fault> once = RandomFaults.read(List.of("random=6"), 7, 600);
        assertThat(RandomFaults.read(List.of("random=6"), 7, 600)).isEqualTo(once);
        assertThat(RandomFaults.read(List.of("random=6"), 8, 600)).isNotEqualTo(once);
    }

    @Test
    void asManyComeAsWereAsked() {
        List<Fault> drawn = RandomFaults.read(List.of("random=2"), 1, 36_000);
        assertThat(drawn.size()).isBetween(1000, 1250);
        assertThat(drawn).extracting(Fault::fromSeconds).isSorted();
    }

    @Test
    void eachIsWrittenSoThatItCanBeReadAgain() {
        for (Fault fault : RandomFaults.read(List.of("random"), 3, 3600)) {
            assertThat(Fault.parse(fault.toString())).isEqualTo(fault);
        }
    }

    @Test
    void othersStayBesideThem() {
        assertThat(RandomFaults.read(List.of("clock=0.5%", "random=0.1"), 1, 10))
                .contains(Fault.parse("clock=0.5%"));
        assertThatThrownBy(() -> RandomFaults.read(List.of("random=0"), 1, 10))
                .hasMessage("fault 'random=0': expected more than 0 to 60 faults a minute but was 0");
    }
}
