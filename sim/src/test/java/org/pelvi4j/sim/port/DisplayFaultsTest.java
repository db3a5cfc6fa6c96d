package org.pelvi4j.sim.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.hd44780.Hd44780;
import org.pelvi4j.display.ssd1306.Ssd1306;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.feedback.Goal;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.Progress;
import org.pelvi4j.feedback.State;
import org.pelvi4j.feedback.Word;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.session.Follower;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.sim.SimulatedSensor;
import org.pelvi4j.time.VirtualClock;

/** Displays whose chip does not answer, or loses its power and comes back: they recover, and nothing else is touched. */
class DisplayFaultsTest {
    private static final long STEP_NANOS = 50_000_000L;

    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);

    /** A wire with a chip at its end, which can be pulled off; put back, the chip has lost all that it knew. */
    private static final class Plug implements I2cDevice {
        private I2cChip chip;
        private boolean pulled;
        private int refused;

        Plug(I2cChip chip) {
            this.chip = chip;
        }

        void plugIn(I2cChip fresh) {
            chip = fresh;
            pulled = false;
        }

        @Override
        public void write(byte[] bytes) throws BusException {
            if (pulled) {
                refused++;
                throw new BusException(BusException.Kind.NO_ANSWER, "display: nobody answers");
            }
            chip.write(bytes);
        }

        @Override
        public void read(byte[] into) {
            throw new AssertionError("a display reads nothing");
        }

        @Override
        public void close() {}
    }

    private static Picture picture(double level, long atNanos) {
        return new Picture(
                atNanos,
                State.HOLD,
                Word.HOLD,
                true,
                false,
                3,
                level,
                new Goal(40, Double.NaN),
                0.5,
                Progress.NONE,
                Message.NONE,
                List.of());
    }

    private I2cChip chip(String kind) {
        return kind.equals("oled") ? new VirtualSsd1306(64) : new VirtualHd44780(16, 2, clock);
    }

    private Display display(String kind, I2cDevice wire) {
        return kind.equals("oled")
                ? Ssd1306.on(wire, 64, Words.english())
                : Hd44780.on(wire, VirtualPorts.empty(clock), "16x2", Words.english());
    }

    private static String text(I2cChip chip) {
        return chip.text();
    }

    /** Draws as the session does: after a failure again in two seconds. */
    private void run(Display display, double seconds, boolean moving) {
        long retryNanos = clock.nowNanos();
        for (long end = clock.nowNanos() + Math.round(seconds * 1e9); end - clock.nowNanos() > 0; ) {
            long now = clock.nowNanos();
            if (now - retryNanos >= 0) {
                try {
                    double level = moving ? 40.0 + now / STEP_NANOS % 60 : 62;
                    display.show(picture(level, now), now);
                } catch (BusException gone) {
                    retryNanos = now + 2_000_000_000L;
                }
            }
            clock.advance(STEP_NANOS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"oled moving", "oled still", "glass moving", "glass still"})
    void aDisplayThatWasUnpluggedIsDrawnAnewWithinThreeSeconds(String how) {
        String kind = how.substring(0, how.indexOf(' '));
        boolean moving = how.endsWith("moving");
        var plug = new Plug(chip(kind));
        Display display = display(kind, plug);
        run(display, 1, moving);
        plug.pulled = true;
        run(display, 4, moving);
        assertThat(plug.refused).isBetween(1, 4);
        I2cChip fresh = chip(kind);
        plug.plugIn(fresh);
        run(display, 3, moving);

        run(display, 0.05, false);
        I2cChip never = chip(kind);
        run(display(kind, new Plug(never)), 0.05, false);
        assertThat(text(fresh)).isEqualTo(text(never));
    }

    /** The chip's own view of the bus: pages of the gauge and no more. Source: SCREENS 6, 256 bytes. */
    @Test
    void aMovingLevelCostsThePanelTwoPagesAndFitsABusOf100Kilohertz() {
        var panel = new VirtualSsd1306(64);
        Display display = display("oled", new Plug(panel));
        run(display, 0.05, true);
        long before = panel.bytes();
        run(display, 1, true);
        double perSecond = panel.bytes() - before;
        assertThat(perSecond).isBetween(19 * 129.0, 20 * (2 * 129 + 2 * 7.0));
        assertThat(perSecond * 9 / 100_000).isLessThan(0.6); // share of the bus, nine bits a byte
    }

    private record Diary(List<String> lines) implements Follower {
        @Override
        public void phase(PhaseEvent event) {
            lines.add(event.toString());
        }
    }

    @Test
    void aSessionIsTheSameWithADisplayThatFailsComesBackAndThrows() throws Exception {
        List<String> without = events(null);
        var calls = new int[1];
        Display faulty = new Display() {
            @Override
            public void show(Picture shown, long nowNanos) throws BusException {
                calls[0]++;
                if (calls[0] % 3 == 0) {
                    throw new BusException(BusException.Kind.NO_ANSWER, "display: nobody answers");
                }
                if (calls[0] % 7 == 0) {
                    throw new IllegalStateException("a driver with a fault of its own");
                }
            }

            @Override
            public double refreshHz() {
                return 20;
            }

            @Override
            public void close() {}
        };
        assertThat(events(faulty)).isEqualTo(without).hasSizeGreaterThan(10);
        assertThat(calls[0]).isGreaterThan(20);
    }

    private static List<String> events(@Nullable Display display) throws IOException {
        var here = VirtualClock.startingAt(Instant.EPOCH);
        var person = SimulatedSensor.open(DeviceUri.parse("sim:healthy?seed=2&signal=emg&rate=250"), here);
        var diary = new Diary(new ArrayList<>());
        var yaml = Objects.requireNonNull(DisplayFaultsTest.class.getResourceAsStream("/programmes/beginner.yaml"));
        try (var reader = new InputStreamReader(yaml, StandardCharsets.UTF_8)) {
            SessionSetup setup = SessionSetup.watching(person, here)
                    .guiding(Programme.read("beginner", reader))
                    .watchedBy(person.person())
                    .followedBy(diary);
            Session.of(display == null ? setup : setup.shownOn(List.of(display), 1))
                    .run();
        }
        return diary.lines();
    }
}
