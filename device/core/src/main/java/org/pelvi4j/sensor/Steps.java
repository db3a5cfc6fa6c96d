package org.pelvi4j.sensor;

/** Where a dialogue with a board stands, and since when. Confined to one thread. */
final class Steps<E extends Enum<E>> {
    private E now;
    private boolean begun;
    private long begunNanos;
    private int tries;

    Steps(E first) {
        now = first;
    }

    E now() {
        return now;
    }

    boolean is(E step) {
        return now == step;
    }

    /** Goes on to a step, or begins the same one again. */
    void enter(E next) {
        tries = next == now ? tries + 1 : 1;
        now = next;
        begun = false;
    }

    /** True once for each step that is entered, when its command is to be sent. */
    boolean begins(long nowNanos) {
        if (begun) {
            return false;
        }
        begun = true;
        begunNanos = nowNanos;
        return true;
    }

    boolean hasBegun() {
        return begun;
    }

    boolean waited(long nowNanos, long nanos) {
        return begun && nowNanos - begunNanos > nanos;
    }

    /** Goes on to a step when the present one has lasted for so long. */
    void after(long nowNanos, long nanos, E next) {
        if (waited(nowNanos, nanos)) {
            enter(next);
        }
    }

    /** Which try of the present step this is, from 1. */
    int tries() {
        return tries;
    }
}
