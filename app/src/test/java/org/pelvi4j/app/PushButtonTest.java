package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SCREENS 13: a press is under 0.8 s, a hold lasts 2 s, letting go in between cancels. */
class PushButtonTest {
    private final List<String> meant = new ArrayList<>();
    private final List<Integer> progress = new ArrayList<>();
    private final PushButton button = new PushButton(new PushButton.Meaning() {
        @Override
        public void pressed() {
            meant.add("press");
        }

        @Override
        public void held() {
            meant.add("hold");
        }

        @Override
        public void holding(int percent) {
            progress.add(percent);
        }
    });

    private void contact(boolean closed, double second) {
        button.contact(closed, Math.round(second * 1e9));
    }

    private void tick(double second) {
        button.tick(Math.round(second * 1e9));
    }

    @Test
    void aShortPressIsMeantWhenItIsLetGo() {
        contact(true, 1);
        tick(1.5);
        assertThat(meant).isEmpty();
        contact(false, 1.79);
        assertThat(meant).containsExactly("press");
    }

    @Test
    void holdingForTwoSecondsIsMeantWhileItIsHeldAndOnce() {
        contact(true, 1);
        tick(2.99);
        assertThat(meant).isEmpty();
        tick(3.0);
        tick(9.0);
        contact(false, 9.1);
        assertThat(meant).containsExactly("hold");
    }

    @Test
    void lettingGoInBetweenCancels() {
        contact(true, 1);
        contact(false, 1.8);
        contact(true, 5);
        tick(6.9);
        contact(false, 6.99);
        assertThat(meant).isEmpty();
    }

    @Test
    void aButtonThatIsHeldWhenItIsTakenMeansNothingUntilItIsPressedAnew() {
        tick(0);
        tick(5);
        contact(false, 6);
        assertThat(meant).isEmpty();
        contact(true, 7);
        contact(false, 7.2);
        assertThat(meant).containsExactly("press");
    }

    /** A contact that is told twice, as when an edge between was lost. */
    @Test
    void aContactThatIsToldTwiceIsOnePress() {
        contact(true, 1);
        contact(true, 1.1);
        contact(false, 1.7);
        contact(false, 1.8);
        assertThat(meant).containsExactly("press");
    }

    /** The edges may be read late: what counts is when they were. */
    @Test
    void edgesReadLateMeanTheSame() {
        contact(true, 1);
        contact(false, 4);
        contact(true, 10);
        contact(false, 10.2);
        assertThat(meant).containsExactly("hold", "press");
    }

    @Test
    void aHeldButtonTellsHowFarItIsFromEightTenthsOfASecondOn() {
        contact(true, 1);
        tick(1.7);
        assertThat(progress).isEmpty();
        tick(1.85);
        tick(2.4);
        contact(false, 2.5);
        assertThat(progress).containsExactly(4, 50, 58, 0);
        assertThat(meant).isEmpty();
    }
}
