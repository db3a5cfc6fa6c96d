package org.pelvi4j.sim.port;

import java.util.function.Consumer;

/** What the kinds of wires share: open until closed, then given back. Confined to one thread, but for closing. */
abstract sealed class VirtualWire permits VirtualI2c, VirtualSpi, VirtualPin, VirtualInput {
    private final String name;
    private final Consumer<String> giveBack;
    private volatile boolean closed;

    VirtualWire(String name, Consumer<String> giveBack) {
        this.name = name;
        this.giveBack = giveBack;
    }

    void checkOpen() {
        if (closed) {
            throw new IllegalStateException(name + ": expected an open wire but it was closed");
        }
    }

    /** Returns whether this is the first time. */
    boolean closeOnce() {
        boolean first = !closed;
        closed = true;
        if (first) {
            giveBack.accept(name);
        }
        return first;
    }
}
