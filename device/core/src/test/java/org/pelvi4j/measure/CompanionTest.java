package org.pelvi4j.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.Quality;

class CompanionTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<Verdict> verdicts = new ArrayList<>();
    private final Conditioned now = new Conditioned();

    /** Rest until 3 s, then both channels at these levels until 6 s, then rest; efforts are the first level / 1000. */
    private void play(Companion companion, double first, double second) {
        companion.scale(new Calibration(Signal.PRESSURE, 0, 1, 1000, Calibration.How.MAXIMAL, Instant.EPOCH, ""), true);
        for (int i = 0; i < 800; i++) {
            boolean up = i >= 300 && i < 600;
            long at = i * SECOND / 100;
            double level = up ? first : 0;
            companion.effort(level / 1000, now.at(i, at).set(0, level, Quality.GOOD));
            companion.signal(now.at(i, at).set(0, up ? second : 0, Quality.GOOD));
        }
        verdicts.add(companion.of(new Contraction(3 * SECOND, 3 * SECOND, 3 * SECOND, 6 * SECOND, 6 * SECOND)));
    }

    @Test
    void theDeepZoneTellsALiftFromAPush() {
        play(Companion.deep(100), 2000, 200);
        play(Companion.deep(100), 2000, 2100);
        play(Companion.deep(100), 2000, 1200);
        play(Companion.deep(100), 100, 100);
        assertThat(verdicts).containsExactly(Verdict.LIFT, Verdict.PUSH, Verdict.MIXED, Verdict.UNKNOWN);
    }

    @Test
    void theAbdomenTellsALiftFromAPush() {
        Calibration abdomen = new Calibration(Signal.EMG, 0, 1, 100, Calibration.How.MAXIMAL, Instant.EPOCH, "");
        play(Companion.abdominal(100, abdomen), 700, 10);
        play(Companion.abdominal(100, abdomen), 100, 80);
        play(Companion.abdominal(100, abdomen), 700, 60);
        play(Companion.abdominal(100, abdomen), 100, 10);
        assertThat(verdicts).containsExactly(Verdict.LIFT, Verdict.PUSH, Verdict.CO_CONTRACTION, Verdict.UNKNOWN);
    }

    @Test
    void aSecondChannelThatIsGoneTellsNothing() {
        Companion companion = Companion.deep(100);
        for (int i = 0; i < 800; i++) {
            long at = i * SECOND / 100;
            double level = i >= 300 && i < 600 ? 2000 : 0;
            companion.effort(1, now.at(i, at).set(0, level, Quality.GOOD));
            companion.signal(now.at(i, at).set(0, 0, Quality.MISSING));
        }
        verdicts.add(companion.of(new Contraction(3 * SECOND, 3 * SECOND, 3 * SECOND, 6 * SECOND, 6 * SECOND)));
        assertThat(verdicts).containsExactly(Verdict.UNKNOWN);
    }
}
