package org.pelvi4j.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Quantiles of a moving window against sorting it each time. */
class QuantilesTest {
    @Test
    @DisplayName("the newest numbers are in order, equal ones too, however they come and go")
    void theNewestNumbersAreInOrder() {
        Random random = new Random(5);
        for (int length : new int[] {1, 2, 8, 25, 100}) {
            Quantiles quantiles = new Quantiles(length);
            Deque<Double> newest = new ArrayDeque<>();
            for (int i = 0; i < 5 * length + 50; i++) {
                double value = random.nextBoolean() ? random.nextInt(4) : random.nextGaussian();
                quantiles.add(value);
                newest.add(value);
                if (newest.size() > length) {
                    newest.remove();
                }
                double[] sorted = newest.stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
                for (double share = 0; share <= 1; share += 0.125) {
                    assertThat(quantiles.at(share)).isEqualTo(sorted[(int) (share * (sorted.length - 1))]);
                }
            }
            assertThat(quantiles.size()).isEqualTo(length);
        }
    }

    @Test
    @DisplayName("NaN counts as the greatest and goes when its time comes")
    void nanGoes() {
        Quantiles quantiles = new Quantiles(2);
        quantiles.add(Double.NaN);
        quantiles.add(1);
        assertThat(quantiles.meanOfLeast(1)).isEqualTo(1);
        quantiles.add(3);
        assertThat(quantiles.at(1)).isEqualTo(3);
        assertThat(quantiles.meanOfLeast(2)).isEqualTo(2);
    }
}
