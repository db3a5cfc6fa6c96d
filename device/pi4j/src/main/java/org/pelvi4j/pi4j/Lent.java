package org.pelvi4j.pi4j;

/** Something of Pi4J's that is lent to one user at a time. Thread-safe. */
final class Lent<T> {
    private final String id;
    private final String manner;
    private final T thing;
    private volatile boolean inUse = true;
    private volatile boolean usable = true;

    Lent(String id, String manner, T thing) {
        this.id = id;
        this.manner = manner;
        this.thing = thing;
    }

    String id() {
        return id;
    }

    /** How it was opened: rate and mode. */
    String manner() {
        return manner;
    }

    T thing() {
        return thing;
    }

    boolean inUse() {
        return inUse;
    }

    /** False when its wire has gone: then it is closed and created anew. */
    boolean usable() {
        return usable;
    }

    void take() {
        inUse = true;
    }

    void giveBack() {
        inUse = false;
    }

    void spoil() {
        usable = false;
    }
}
