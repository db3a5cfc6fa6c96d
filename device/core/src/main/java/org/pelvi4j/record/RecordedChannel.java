package org.pelvi4j.record;

import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.Signal;

/**
 * One channel of a recording. Immutable.
 *
 * @param index its place among the channels or columns of the file, from 0
 * @param label as the file says, possibly empty
 * @param signal what it measures, and so its unit: microvolt or pascal
 * @param minimum the least value the file can hold, in that unit
 * @param maximum the greatest
 * @param resolution one step, in that unit
 */
public record RecordedChannel(
        int index, String label, Signal signal, double minimum, double maximum, double resolution) {
    /** The range of a file that does not tell one: more than any converter has. */
    private static final double NO_LIMIT = 1e7;
    /** The step of a file that does not tell one. */
    private static final double FINE = 1e-6;
    /** Steps in a range that was found: 16 bit hold them. */
    private static final double CODES = 60_000;

    static RecordedChannel unlimited(int index, String label, Signal signal) {
        return new RecordedChannel(index, label, signal, -NO_LIMIT, NO_LIMIT, FINE);
    }

    /** Whether the file tells no range. */
    boolean isUnlimited() {
        return maximum == NO_LIMIT;
    }

    /** The same with a range that was found, in steps fine enough for its signal. Source: DOMAIN 1.10, resolution. */
    RecordedChannel within(double low, double high) {
        double room = Math.max(1e-3, 0.01 * (high - low));
        double width = high - low + 2 * room;
        double coarsest = signal.isElectric() ? 0.1 : 1;
        return new RecordedChannel(index, label, signal, low - room, high + room, Math.min(width / CODES, coarsest));
    }

    /**
     * The same as a sensor's channel.
     *
     * @param role what it is used for
     * @return the channel
     */
    public Channel as(Role role) {
        return new Channel(role, signal, minimum, maximum, resolution);
    }
}
