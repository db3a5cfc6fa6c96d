package org.pelvi4j.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.Quality;

class AllocationTest {
    @Test
    void aSampleWithinAStepAllocatesNothing() {
        var practice = new Practice(Seeds.programme("endurance"), 1000, 0).until(22, second -> 0.3);
        Controller controller = practice.controller;
        Conditioned signal = new Conditioned();
        var bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        long nanos = 22_000_000_000L;
        for (int round = 0; round < 5; round++) {
            long before = bean.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 5_000; i++) {
                nanos += 1_000_000;
                signal.at(i, nanos).set(0, 0, Quality.GOOD);
                controller.effort(0.3, signal);
                controller.tick(nanos);
            }
            least = Math.min(least, bean.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(controller.course().pace()).isEqualTo(Pace.RUNNING);
        assertThat(least).isLessThan(500);
    }
}
