package org.pelvi4j.session;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pelvi4j.display.Display;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.State;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.time.SystemClock;

/** Live time: threads that hang must not hold up the others. */
@Timeout(value = 20, unit = SECONDS)
class SessionThreadsTest {
    private final SystemClock clock = new SystemClock();

    /** A sensor that gives 5000 samples at once and then ends, or hangs until it is closed. */
    private final class Burst implements Sensor {
        private final boolean hangs;
        private final CountDownLatch closed = new CountDownLatch(1);
        private boolean given;

        Burst(boolean hangs) {
            this.hangs = hangs;
        }

        @Override
        public SensorInfo info() {
            return new SensorInfo("burst", 1000, List.of(new Channel(Role.PFM, Signal.EMG, -1000, 1000, 0.1)));
        }

        @Override
        public boolean read(SampleSink out) {
            if (given && hangs) {
                try {
                    closed.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return false;
            }
            long start = clock.nowNanos();
            for (int i = 0; i < 5000 && !given; i++) {
                out.sample(i, start + i * 1_000_000L, new double[] {Math.sin(i)}, new int[1]);
            }
            boolean more = !given || hangs;
            given = true;
            return more;
        }

        @Override
        public SensorState state() {
            return SensorState.OK;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private static final class Eye implements Display {
        private final List<Picture> seen = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch open;

        Eye(CountDownLatch open) {
            this.open = open;
        }

        @Override
        public void show(Picture picture, long nowNanos) {
            seen.add(picture.seenAt(nowNanos));
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public double refreshHz() {
            return 50;
        }

        @Override
        public void close() {}
    }

    @Test
    void aDisplayThatHangsDoesNotHoldUpTheSession() {
        var never = new Eye(new CountDownLatch(1));
        var setup = SessionSetup.watching(new Burst(false), clock).shownOn(List.of(never), 1);
        Session.of(setup).run();
        assertThat(never.seen).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aSensorThatHangsIsShownAsUnseenAndEndsWhenStopped() throws Exception {
        var open = new CountDownLatch(1);
        open.countDown();
        var eye = new Eye(open);
        var session = Session.of(SessionSetup.watching(new Burst(true), clock).shownOn(List.of(eye), 1));
        var thread = new Thread(session::run);
        thread.start();
        org.awaitility.Awaitility.await()
                .atMost(10, SECONDS)
                .until(() -> List.copyOf(eye.seen).stream().anyMatch(p -> p.state() == State.NO_SIGNAL));
        session.stop();
        thread.join(2000);
        assertThat(thread.isAlive()).isFalse();
    }

    private static Programme programme() throws java.io.IOException {
        return Programme.read("short", new StringReader("""
                        id: short
                        title: Short
                        preparation: 10 s
                        work: 3 s
                        rest: 6 s
                        reps: 2
                        target: ">= 30 %"
                        """));
    }

    /** Source: SCREENS 3, DONE; a summary that nobody can read is none. */
    @Test
    void theSummaryStaysUntilSomebodyPressesSomethingAndSensorAndRecordAreClosedByThen() throws Exception {
        var open = new CountDownLatch(1);
        open.countDown();
        var eye = new Eye(open);
        var sensor = new Burst(false);
        var session = Session.of(SessionSetup.watching(sensor, clock)
                        .guiding(programme())
                        .shownOn(List.of(eye), 1))
                .lingering(Duration.ofMinutes(5));
        var thread = new Thread(session::run);
        thread.start();
        org.awaitility.Awaitility.await()
                .atMost(10, SECONDS)
                .until(() -> List.copyOf(eye.seen).stream().anyMatch(p -> p.state() == State.DONE));
        assertThat(sensor.closed.await(2, SECONDS)).isTrue();
        thread.join(400);
        assertThat(thread.isAlive()).isTrue();
        session.press();
        thread.join(2000);
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void whoStopsIsNotKeptWaiting() throws Exception {
        var open = new CountDownLatch(1);
        open.countDown();
        var session = Session.of(SessionSetup.watching(new Burst(true), clock)
                        .guiding(programme())
                        .shownOn(List.of(new Eye(open)), 1))
                .lingering(Duration.ofMinutes(5));
        var thread = new Thread(session::run);
        thread.start();
        session.stop();
        thread.join(3000);
        assertThat(thread.isAlive()).isFalse();
    }
}
