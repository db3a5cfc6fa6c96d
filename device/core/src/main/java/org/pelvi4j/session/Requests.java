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
        if (request == Request.STOP) {
            stopped = true;
        }
        waiting.add(request);
    }

    @Nullable
    Request next() {
        return waiting.poll();
    }

    boolean stopped() {
        return stopped;
    }
}
