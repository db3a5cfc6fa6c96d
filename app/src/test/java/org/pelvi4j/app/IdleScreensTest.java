package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.Display;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.State;
import org.pelvi4j.time.SystemClock;

/** SCREENS 3, IDLE: while the device waits for its button its displays wink, and go before the practice opens them. */
class IdleScreensTest {
    private final List<Picture> shown = new ArrayList<>();
    private int closed;
    private boolean gone;

    private final Display display = new Display() {
        @Override
        public void show(Picture picture, long nowNanos) throws BusException {
            if (gone) {
                throw new BusException(BusException.Kind.DISCONNECTED, "gone");
            }
            shown.add(picture);
        }

        @Override
        public double refreshHz() {
            return 20;
        }

        @Override
        public void close() {
            closed++;
        }
    };

    @Test
    void theyShowNothingButThatTheDeviceIsOn() {
        try (var idle = new IdleScreens(List.of(display), new SystemClock())) {
            idle.show();
            gone = true;
            idle.show();
            gone = false;
            idle.show();
        }
        assertThat(shown)
                .hasSize(2)
                .allMatch(picture -> picture.state() == State.IDLE && Double.isNaN(picture.level()));
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void thePressEndsThem() {
        var controls = new Controls();
        controls.pressed();
        assertThat(controls.awaitStart(new IdleScreens(List.of(display), new SystemClock())))
                .isTrue();
        assertThat(closed).isEqualTo(1);
    }
}
