package org.pelvi4j.sensor;

import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.time.Clock;

/**
 * What one kind of chip on a bus is, and how it is asked: all that a driver has to write. When it is asked, opened again
 * after a fault, and how its samples are numbered, dated and judged is {@link ChipSensor}'s. Confined to one thread.
 */
public interface Chip extends AutoCloseable {
    /**
     * Tells what it is.
     *
     * @return name, rate and channels; the same at any time
     */
    SensorInfo info();

    /**
     * Tells how long a channel may repeat one value.
     *
     * @return after so many equal samples it is stuck
     */
    int stuckAfter();

    /**
     * Tells who sets the pace.
     *
     * @return true when the chip does, and {@link #take} waits for it; false when it is asked for each sample
     */
    default boolean setsThePace() {
        return false;
    }

    /**
     * Opens its wires, makes sure that it is this chip, and sets it up. Called again after a fault and {@link #close}.
     *
     * @param ports what opens its wires, and lets time pass
     * @param clock the time, for what must not take long
     * @throws BusException when a wire does not open, nobody answers, or what answers is another chip (WRONG_DEVICE); the
     *     message says what mends it
     */
    void open(Ports ports, Clock clock) throws BusException;

    /**
     * Takes a measurement. Called again at once when it fails, so it begins anew each time. A chip that sets the pace waits
     * for its next conversion, at most 100 ms.
     *
     * @param values filled, one per channel, microvolt or pascal
     * @param flaws bits of {@link Flaw} are added, one per channel; 0 before
     * @return how many conversions the chip has made since the last one that was taken, this one included: 1 in the normal
     *     case, more when some were missed; 0 when there is nothing to hand on
     * @throws BusException when the wire fails
     */
    int take(double[] values, int[] flaws) throws BusException;

    /**
     * Tells when the conversion was over that {@link #take} took last; asked only of a chip that sets the pace.
     *
     * @return monotonic nanoseconds
     */
    default long readyNanos() {
        throw new IllegalStateException("readyNanos: expected a chip that sets the pace");
    }

    /** Closes its wires; may be called twice, and before {@link #open}. Leaves the chip as it likes to be left. */
    @Override
    void close();
}
