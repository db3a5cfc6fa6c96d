package org.pelvi4j.session;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pelvi4j.display.Speaker;
import org.pelvi4j.feedback.Sound;
import org.pelvi4j.time.SystemClock;

/** A speaker that hangs or breaks is nobody else's trouble, but it is told. */
@Timeout(value = 20, unit = SECONDS)
class SpeakerThreadTest {
    private final SystemClock clock = new SystemClock();
    private final CompletableFuture<String> trouble = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private final class Broken implements Speaker {
        @Override
        public void play(Sound sound) {
            throw new IllegalStateException("no such tone");
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @Test
    void aSpeakerThatBreaksIsToldOfAndClosed() throws Exception {
        try (var voice = new SpeakerThread(new Broken(), clock, trouble::complete)) {
            voice.sound(Sound.TICK, clock.nowNanos());
            assertThat(trouble.get(10, SECONDS)).startsWith("sound: ").contains("no such tone");
            assertThat(closed.await(10, SECONDS)).isTrue();
        }
    }

    @Test
    void aSoundOfAMomentThatHasPassedIsNotMade() throws Exception {
        try (var voice = new SpeakerThread(new Broken(), clock, trouble::complete)) {
            voice.sound(Sound.TICK, clock.nowNanos() - 301_000_000L);
        }
        assertThat(closed.await(10, SECONDS)).isTrue();
        assertThat(trouble).isNotDone();
    }
}
