package org.pelvi4j.record;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recording that is being read, sample after sample, in microvolt and pascal. Confined to one thread. */
public interface Recording extends AutoCloseable {
    /**
     * Tells the rate.
     *
     * @return samples per second
     */
    double rateHz();

    /**
     * Lists the channels.
     *
     * @return one or more, in the order of the values
     */
    List<RecordedChannel> channels();

    /**
     * Tells when it was begun.
     *
     * @return local date and time, a label; null when the file does not say
     */
    @Nullable
    LocalDateTime start();

    /**
     * Tells whose it is.
     *
     * @return a code; empty when the file does not say
     */
    default String person() {
        return "";
    }

    /**
     * Reads the next sample that is there; missing ones are passed over.
     *
     * @param values filled, one per channel: microvolt or pascal, NaN where this channel has none
     * @return false at the end
     * @throws IOException when the file cannot be read, or is not what it claims to be
     */
    boolean next(double[] values) throws IOException;

    /**
     * Counts the sample that was read last.
     *
     * @return its number, from 0 at the beginning; it jumps where samples are missing
     */
    long number();

    /**
     * Reads all events of the recording; the place among the samples does not change.
     *
     * @return in the order of their time, which is nanoseconds since sample 0
     * @throws IOException when the file cannot be read, or is not what it claims to be
     */
    List<Annotation> annotations() throws IOException;

    @Override
    void close() throws IOException;
}
