package org.pelvi4j.sim.device;

/** What carries a device's bytes to its reader. */
interface Wire {
    /** Whether any program has the port open. */
    boolean opened();

    /** Sends bytes; returns how many the reader's buffer took. */
    int send(byte[] bytes, int offset, int length);

    /** Pulls the plug: the reader sees the port go. */
    void unplug();

    /** Puts the plug in, under another name when asked. */
    void plug(boolean renamed);
}
