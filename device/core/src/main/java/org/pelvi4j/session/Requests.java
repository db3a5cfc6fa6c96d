package org.pelvi4j.session;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What people ask of a session, from any thread. Thread-safe. */
final class Requests {
    /** One wish. */
    enum Request {
        PAUSE,
        RESUME,
        /** The one button was pressed. */
        PRESS,
        /** The repetition by feel was got, the person says. */
        GOT_IT,
        /** It was not. */
        MISSED_IT,
        STOP
    }

    private final LinkedBlockingQueue<Request> waiting = new LinkedBlockingQueue<>();
    private volatile boolean stopped;

    void add(Request request) {
        // First the request, then the flag: who sees the flag finds the request, and a stop is no end of the signal.
        waiting.add(request);
        if (request == Request.STOP) {
            stopped = true;
        }
    }

    @Nullable
    Request next() {
        return waiting.poll();
    }

    /** Waits for anything that anybody asks for, this long at most; a stop that was asked for earlier is enough. */
    void await(long nanos) {
        try {
            var unused = stopped ? null : waiting.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean stopped() {
        return stopped;
    }
}
