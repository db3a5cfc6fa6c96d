package org.pelvi4j.session;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.Speaker;
import org.pelvi4j.feedback.Sound;
import org.pelvi4j.time.Clock;

/**
 * Makes sounds heard on a thread of its own, so that a tone never holds up acquisition. What comes while it is behind is
 * dropped and counted: a late sound would name a moment that has passed. Thread-safe.
 */
final class SpeakerThread implements Speakers.Voice {
    /** A sound later than this is not made. Source: SCREENS 6. */
    private static final long LATEST_NANOS = 300_000_000L;

    private static final int WAITING = 4;
    private static final long CLOSE_MILLIS = 500;
    private static final long LOOK_MILLIS = 100;

    private record Due(Sound sound, long atNanos) {}

    private final Speaker speaker;
    private final Clock clock;
    private final Consumer<String> trouble;
    private final ArrayBlockingQueue<Due> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread;
    private volatile boolean closing;

    SpeakerThread(Speaker speaker, Clock clock, Consumer<String> trouble) {
        this.speaker = speaker;
        this.clock = clock;
        this.trouble = trouble;
        thread = new Thread(this::run, "pelvi4j-sound");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void sound(Sound sound, long atNanos) {
        if (!waiting.offer(new Due(sound, atNanos))) {
            lost.incrementAndGet();
        }
    }

    private void run() {
        try {
            while (true) {
                Due due = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (due == null && closing) {
                    return;
                }
                if (due != null && clock.nowNanos() - due.atNanos() <= LATEST_NANOS) {
                    speaker.play(due.sound());
                } else if (due != null) {
                    lost.incrementAndGet();
                }
            }
        } catch (BusException gone) {
            trouble.accept(gone.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            speaker.close();
        }
    }

    /** How many sounds were not made because it was behind. */
    long lost() {
        return lost.get();
    }

    /** Ends what sounds, closes the speaker and ends the thread, within 500 ms; a longer last sound ends by itself. */
    @Override
    public void close() {
        closing = true;
        try {
            TimeUnit.MILLISECONDS.timedJoin(thread, CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
