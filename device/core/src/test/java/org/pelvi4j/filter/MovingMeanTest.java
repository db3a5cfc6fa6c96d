package org.pelvi4j.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MovingMeanTest {
    @Test
    void itIsTheMeanOfWhatIsThereUntilTheWindowIsFull() {
        MovingMean mean = MovingMean.over(10, 0.3);
        assertThat(mean.next(1)).isEqualTo(1);
        assertThat(mean.next(2)).isEqualTo(1.5);
        assertThat(mean.full()).isFalse();
        assertThat(mean.next(3)).isEqualTo(2);
        assertThat(mean.full()).isTrue();
        assertThat(mean.next(7)).isEqualTo(4);
    }

    @Test
    void aGreatNumberLeavesNoTraceOnceTheWindowHasGoneRound() {
        MovingMean mean = MovingMean.over(10, 0.5);
        mean.next(1e18);
        double last = 0;
        for (int i = 0; i < 12; i++) {
            last = mean.next(0.1);
        }
        assertThat(last).isCloseTo(0.1, within(1e-15));
    }
}
