package org.pelvi4j.app;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.session.Session;

/**
 * Runs one session with a person at the keys: Space pauses and goes on, q or Escape pauses and stops at the second press,
 * s switches the sound, y (or j) and n answer, Ctrl-C or a SIGTERM stops at once; whatever was done is kept. Source: SCREENS 13. Thread-safe.
 */
final class Practice {
    private static final int ESCAPE = 27;
    private static final int CTRL_C = 3;
    private static final long SHUTDOWN_SECONDS = 3;
    /** As long as a slow card takes to close the record. */
    private static final long CLOSING_SECONDS = 10;

    private volatile @Nullable Session session;
    private final Runnable sound;
    private IntConsumer otherKeys = key -> {};
    /** Without an exercise there is nothing to pause. */
    private final boolean watching;
    /** Whether the next q stops; with an exercise the first one pauses and asks. */
    private boolean stops;

    /** Makes a practice; the key s switches its sound. */
    Practice(Runnable sound) {
        this(sound, false);
    }

    private Practice(Runnable sound, boolean watching) {
        this.sound = sound;
        this.watching = watching;
        stops = watching;
    }

    /** Only a look at a sensor, without an exercise: the first q ends it. */
    static Practice watching() {
        return new Practice(() -> {}, true);
    }

    /** Hands the keys that mean nothing here to the screens. */
    void otherKeys(IntConsumer screens) {
        otherKeys = screens;
    }

    /** The one button was pressed. */
    synchronized void press() {
        Session now = session;
        if (now != null) {
            now.press();
            stops = watching;
        }
    }

    /** The one button is being held to stop; 0 when it was let go. */
    void holding(int percent) {
        Session now = session;
        if (now != null) {
            now.holding(percent);
        }
    }

    /** It is to stop. */
    void stop() {
        Session now = session;
        if (now != null) {
            now.stop();
        }
    }

    /** Takes a key. */
    synchronized void key(int key) {
        Session now = session;
        if (now == null) {
            return;
        }
        switch (key) {
            case ' ' -> {
                now.press();
                stops = watching;
            }
            case 'q', 'Q', ESCAPE -> {
                if (stops) {
                    now.stop();
                } else {
                    now.pause();
                    stops = true;
                }
            }
            case 's', 'S' -> sound.run();
            case 'y', 'Y', 'j', 'J' -> now.answer(true);
            case 'n', 'N' -> now.answer(false);
            case CTRL_C -> now.stop();
            default -> otherKeys.accept(key);
        }
    }

    /** Runs a session to its end, also when the process is told to go. */
    @Nullable
    ExerciseResult run(Session running) throws IOException {
        return run(running, null);
    }

    /** The same; what is kept is closed before the process may go. */
    @Nullable
    ExerciseResult run(Session running, @Nullable KeptPractice kept) throws IOException {
        var over = new CountDownLatch(1);
        var hook = new Thread(() -> {
            running.stop();
            try {
                boolean unused = over.await(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
                // The record is closed after the practice, and must be, or the next start takes it for a crash.
                UnderWay.await(CLOSING_SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        session = running;
        try {
            return running.run();
        } finally {
            if (kept != null) {
                kept.close();
            }
            over.countDown();
            try {
                boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException shuttingDown) {
                // The hook itself is why this session ended.
                session = null;
            }
        }
    }
}
