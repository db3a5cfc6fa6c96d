package org.pelvi4j.sim.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.rehearsal.Outcome;
import org.pelvi4j.sim.rehearsal.Rehearsal;

/** What a picture of a rehearsal shows. */
class ScenarioPlotTest {
    /** Keeps what is drawn. */
    private static final class Kept implements Sheet {
        final List<String> texts = new ArrayList<>();
        final List<Box> found = new ArrayList<>();
        final List<Box> true_ = new ArrayList<>();
        final List<Box> trouble = new ArrayList<>();
        boolean inside = true;

        private void see(double x, double y) {
            inside &= x >= 0 && x <= ScenarioPlot.WIDTH && y >= 0 && y <= ScenarioPlot.HEIGHT;
        }

        @Override
        public void fill(Box box, Ink ink) {
            see(box.x(), box.y());
            see(box.x() + box.width(), box.y() + box.height());
            if (ink == Ink.FOUND) {
                found.add(box);
            } else if (ink == Ink.TRUE) {
                true_.add(box);
            } else if (ink == Ink.TROUBLE) {
                trouble.add(box);
            }
        }

        @Override
        public void area(double[] xy, Ink ink) {
            line(xy, ink, 1);
        }

        @Override
        public void line(double[] xy, Ink ink, double width) {
            for (int i = 0; i + 1 < xy.length; i += 2) {
                see(xy[i], xy[i + 1]);
            }
        }

        @Override
        public void text(String text, double x, double y, Style style) {
            texts.add(text);
            see(x, y);
        }
    }

    private static Kept drawn(Outcome outcome) {
        var kept = new Kept();
        ScenarioPlot.draw(outcome, kept);
        return kept;
    }

    @Test
    void whatIsFoundStandsUnderWhatIsTrue() {
        Kept kept = drawn(Rehearsal.of(Scenario.named("lift3-healthy")).run());

        List<Sheet.Box> real = kept.true_.subList(1, 13);
        List<Sheet.Box> found = kept.found.subList(1, 13);
        for (int i = 0; i < 12; i++) {
            assertThat(Math.abs(found.get(i).x() - real.get(i).x())).isLessThan(5);
            assertThat(found.get(i).y()).isGreaterThan(real.get(i).y());
        }
        assertThat(kept.inside).as("all inside of the sheet").isTrue();
        assertThat(kept.texts)
                .contains("signal", "cmH2O", "envelope", "effort", "asked", "12", "0", "seconds")
                .anyMatch(text -> text.contains("12 real contractions: 12 found, 0 invented"));
    }

    @Test
    void aFaultOfTheWireIsMarkedWhileItLasts() {
        Scenario scenario = Scenario.named("lift3-weak").alsoFailing(List.of(Fault.parse("unplug@60s+20s")));
        Kept kept = drawn(Rehearsal.on(scenario, "cyton").run());

        double pixelsASecond = (ScenarioPlot.WIDTH - 174) / 210.0;
        assertThat(kept.texts).contains("fault unplug@60s+20s", "FAULT missing");
        assertThat(kept.trouble).anyMatch(box -> Math.abs(box.width() / pixelsASecond - 20) < 2.5);
        assertThat(kept.inside).isTrue();
    }

    @Test
    void theFileHoldsOnlyNumbersAndWhatHappened() {
        String svg =
                ScenarioPlot.svg(Rehearsal.of(Scenario.named("leadoff-midset")).run());

        assertThat(svg).startsWith("<svg").endsWith("</svg>\n").contains("lead off");
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
    }
}
