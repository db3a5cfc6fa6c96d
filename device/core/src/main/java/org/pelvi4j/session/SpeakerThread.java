package org.pelvi4j.session;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.Speaker;
import org.pelvi4j.feedback.Sound;
import org.pelvi4j.time.Clock;

/**
 * Makes sounds heard on a thread of its own, so that a tone never holds up acquisition. What comes while it is behind is
 * dropped: a late sound would name a moment that has passed. Thread-safe.
 */
final class SpeakerThread implements Speakers.Voice {
    /** A sound later than this is not made. Source: SCREENS 6. */
    private static final long LATEST_NANOS = 300_000_000L;

    private static final int WAITING = 4;
    private static final long CLOSE_MILLIS = 500;
    private static final long LOOK_NANOS = 100_000_000L;

    private record Due(Sound sound, long atNanos) {}

    private final Speaker speaker;
    private final Clock clock;
    private final Consumer<String> trouble;
    private final ArrayBlockingQueue<Due> waiting = new ArrayBlockingQueue<>(WAITING);
    private final SideThread thread;

    SpeakerThread(Speaker speaker, Clock clock, Consumer<String> trouble) {
        this.speaker = speaker;
        this.clock = clock;
        this.trouble = trouble;
        thread = new SideThread("pelvi4j-sound", this::run);
        thread.start();
    }

    @Override
    public void sound(Sound sound, long atNanos) {
        boolean unused = waiting.offer(new Due(sound, atNanos));
        thread.wake();
    }

    private void run() {
        try {
            while (true) {
                boolean last = thread.closing();
                Due due = waiting.poll();
                if (due == null && last) {
                    return;
                }
                if (due == null) {
                    thread.idle(LOOK_NANOS);
                } else if (clock.nowNanos() - due.atNanos() <= LATEST_NANOS) {
                    speaker.play(due.sound());
                }
            }
        } catch (BusException gone) {
            trouble.accept(gone.getMessage());
        } catch (RuntimeException e) {
            trouble.accept("sound: " + e);
        } finally {
            speaker.close();
        }
    }

    /** Ends what sounds, closes the speaker and ends the thread, within 500 ms; a longer last sound ends by itself. */
    @Override
    public void close() {
        thread.close(CLOSE_MILLIS);
    }
}
