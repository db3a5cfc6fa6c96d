package org.pelvi4j.sensor;

/**
 * A source of samples: a board on a wire, a chip on a bus, a recording, a simulated person. Faults of the wire are no
 * errors here: they show in {@link #state()} and as gaps, and the sensor tries again by itself. Confined to one thread,
 * but for {@link #close()}.
 */
public interface Sensor extends AutoCloseable {
    /**
     * Tells what it is.
     *
     * @return name, nominal rate and channels; the same at any time
     */
    SensorInfo info();

    /**
     * Waits for samples, at most 100 ms, and hands on what came. A source in virtual time advances its clock instead.
     *
     * @param out told of each sample and gap before this returns
     * @return false when no more will ever come
     */
    boolean read(SampleSink out);

    /**
     * Tells how it is.
     *
     * @return the state now
     */
    SensorState state();

    /** Closes it, within 500 ms; may be called twice and from any thread, and ends a read that waits. */
    @Override
    void close();
}
