package org.pelvi4j.sim.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogarithmTest {
    private static final int MANY = 2_000_000;

    private final SplittableRandom random = new SplittableRandom(20);

    @Test
    void ofANumberBetween0And1ItIsTheLogarithmToTheBit() {
        for (int i = 0; i < MANY; i++) {
            check(random.nextDouble());
        }
    }

    @Test
    void ofAnyBitsWhateverItIsTheLogarithmToTheBit() {
        for (int i = 0; i < MANY; i++) {
            check(Double.longBitsToDouble(random.nextLong()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0x3FE6147A00000000L,
                0x3FE6A09C00000000L,
                0x3FE6B85200000000L,
                0x3FEFFFFE00000000L,
                0x3FF0000000000000L,
                0x3FF0000100000000L,
                0x0010000000000000L,
                0x7FF0000000000000L
            })
    void soItIsAboutTheEdgesOfItsPieces(long edge) {
        for (long near = edge - 10_000; near < edge + 10_000; near++) {
            check(Double.longBitsToDouble(near));
        }
    }

    private static void check(double x) {
        long bits = Double.doubleToLongBits(Logarithm.of(x));
        if (bits != Double.doubleToLongBits(StrictMath.log(x))) {
            assertThat(Logarithm.of(x)).as("of %s", Double.toHexString(x)).isEqualTo(StrictMath.log(x));
        }
    }
}
