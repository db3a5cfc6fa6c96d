package org.pelvi4j.display;

import org.pelvi4j.bus.BusException;
import org.pelvi4j.feedback.Sound;

/**
 * Makes sounds heard. It never touches acquisition: the session calls it from a thread of its own, or in line in virtual
 * time. Confined to one thread.
 */
public interface Speaker extends AutoCloseable {
    /**
     * Makes one sound, to its end.
     *
     * @param sound which
     * @throws BusException when the speaker is gone
     */
    void play(Sound sound) throws BusException;

    /** Falls silent; may be called twice. */
    @Override
    void close();
}
