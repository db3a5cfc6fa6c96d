package org.pelvi4j.session;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What people ask of a session, from any thread. Thread-safe. */
final class Requests {
    /** One wish. */
    enum Request {
        PAUSE,
        RESUME,
        /** The one button was pressed. */
        PRESS,
        STOP
    }

    private final ConcurrentLinkedQueue<Request> waiting = new ConcurrentLinkedQueue<>();
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

    boolean stopped() {
        return stopped;
    }
}
