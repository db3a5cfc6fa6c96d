package org.pelvi4j.session;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The thread of one display, speaker or recorder: what it waits for never holds up acquisition. Thread-safe. */
final class SideThread {
    private final Thread thread;
    private volatile boolean closing;

    /** Makes it, not started: the work may ask for what its owner has yet to set. */
    SideThread(String name, Runnable work) {
        thread = new Thread(work, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Whether the work is to come to its end. */
    boolean closing() {
        return closing;
    }

    /** Lets the work wait, for this long at most or until it is woken; on the thread itself. */
    void idle(long nanos) {
        if (!closing) {
            LockSupport.parkNanos(nanos);
        }
    }

    /** There is something to do. */
    void wake() {
        LockSupport.unpark(thread);
    }

    /** Lets the work come to its end, and waits for that, this long at most: what hangs is left to the process's end. */
    void close(long millis) {
        closing = true;
        wake();
        try {
            TimeUnit.MILLISECONDS.timedJoin(thread, millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
