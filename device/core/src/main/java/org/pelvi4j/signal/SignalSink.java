package org.pelvi4j.signal;

/** Takes the conditioned signal, once per sample and once per tick while there is none. */
public interface SignalSink {
    /**
     * One instant.
     *
     * @param now the values; the same object each time, so read it before returning
     */
    void signal(Conditioned now);
}
