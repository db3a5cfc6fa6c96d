package org.pelvi4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.sensor.Gap;

class RecorderQueueTest {
    private static final double[] VALUE = {1};
    private static final int[] GOOD = {0};

    private final RecorderQueue queue = new RecorderQueue(10, 1);
    private final Tape tape = new Tape();

    private static final class Tape implements Recorder {
        private final List<String> kept = new ArrayList<>();

        @Override
        public void sample(long number, long atNanos, double[] values, int[] flaws) {
            kept.add("sample " + number);
        }

        @Override
        public void gap(Gap gap) {
            kept.add("gap " + gap.firstNumber() + " x" + gap.count() + " " + gap.cause());
        }

        @Override
        public void annotate(Annotation annotation) {
            kept.add(annotation.text());
        }

        @Override
        public void tick(long nowNanos) {}

        @Override
        public void close() {}
    }

    private void samples(int from, int until) {
        for (int i = from; i < until; i++) {
            queue.sample(i, i, VALUE, GOOD);
        }
    }

    @Test
    void whatIsPutComesOutInOrder() {
        samples(0, 3);
        queue.annotate(new Annotation(2, -1, "CONTRACT onset"));
        queue.gap(new Gap(3, 2, 3, 5, Gap.Cause.LOST));
        samples(5, 6);
        assertThat(queue.drainTo(tape)).isEqualTo(6);
        assertThat(tape.kept)
                .containsExactly("sample 0", "sample 1", "sample 2", "CONTRACT onset", "gap 3 x2 LOST", "sample 5");
    }

    @Test
    void aFullQueueIsOneMarkedGapAndEveryNumberIsStillThereOnce() {
        samples(0, 20);
        queue.drainTo(tape);
        samples(20, 22);
        queue.drainTo(tape);
        assertThat(tape.kept)
                .contains("sample 8", "gap 9 x11 OVERRUN", "sample 20", "sample 21")
                .hasSize(12);
        assertThat(queue.lost()).isEqualTo(11);
    }

    @Test
    void aGapOfTheWireInsideAnOverrunIsPartOfIt() {
        samples(0, 12);
        queue.gap(new Gap(12, 5, 12, 17, Gap.Cause.DISCONNECTED));
        samples(17, 18);
        queue.drainTo(tape);
        samples(18, 19);
        queue.drainTo(tape);
        assertThat(tape.kept).contains("gap 9 x9 OVERRUN", "sample 18").doesNotContain("sample 17");
    }
}
