package org.pelvi4j.sim.run;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.pelvi4j.record.Recording;
import org.pelvi4j.sim.device.Witness;

/**
 * What a recording made of the frames that a device really sent: whether it lost some without a mark, invented some, kept
 * some twice, or moved them. Immutable.
 *
 * @param recorded samples in the recording
 * @param matched of these, the ones that are a frame of the truth, to the tolerance
 * @param damaged of these, the ones that the wire had changed and that no check of the protocol can show
 * @param invented of these, the ones that are no frame of the truth
 * @param repeated frames that are recorded more than once
 * @param unmarked whole frames that were sent between two recorded neighbours and are not there, with no gap to show it
 * @param inGaps whole frames that were sent and lie in a gap of the recording
 * @param gaps how many gaps it has
 * @param worstGapError by how many samples the length of a gap is wrong at most
 * @param worstError the largest difference of a matched value, in its unit
 */
public record Comparison(
        long recorded,
        long matched,
        long damaged,
        long invented,
        long repeated,
        long unmarked,
        long inGaps,
        long gaps,
        long worstGapError,
        double worstError) {
    /**
     * Compares the first channel of a recording with the truth.
     *
     * @param truth every frame of the device, in order
     * @param recording from its first sample on
     * @param tolerance how far a value may be off: half a step of the file and of the device
     * @return what is the matter
     * @throws IOException when the recording cannot be read
     */
    public static Comparison of(List<Witness.Frame> truth, Recording recording, double tolerance) throws IOException {
        var follower = new TruthFollower(truth, tolerance, recording.rateHz());
        double[] values = new double[recording.channels().size()];
        while (recording.next(values)) {
            follower.sample(recording.number(), values[0]);
        }
        return follower.result();
    }

    /**
     * Tells whether every frame is recorded once or lies in a marked gap, and none was changed.
     *
     * @param gapSamples by how much a gap's length may be off
     * @return whether all is well
     */
    public boolean faithful(long gapSamples) {
        return invented == 0 && repeated == 0 && unmarked == 0 && worstGapError <= gapSamples;
    }

    /** One line for people. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d samples recorded: %d true to %.4g, %d damaged, %d invented, %d repeated, %d lost without a mark;"
                        + " %d gaps hold %d frames that were sent, their length wrong by %d samples at most",
                recorded,
                matched,
                worstError,
                damaged,
                invented,
                repeated,
                unmarked,
                gaps,
                inGaps,
                worstGapError);
    }
}
