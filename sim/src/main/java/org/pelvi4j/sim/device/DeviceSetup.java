package org.pelvi4j.sim.device;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sim.fault.Fault;

/**
 * How a virtual device behaves beside its board. Immutable.
 *
 * @param batchFrames frames that leave together, as from a USB adapter
 * @param faults what goes wrong, and when
 * @param seed of the faults' random numbers
 * @param witness told of every frame and event; null when nobody wants to know
 */
public record DeviceSetup(
        int batchFrames,
        List<Fault> faults,
        long seed,
        @Nullable Witness witness) {
    /** An FTDI adapter hands on what it has each 16 ms. Source: DOMAIN 3.1. */
    private static final double ADAPTER_SECONDS = 0.016;

    /** Checks the batch. */
    public DeviceSetup {
        faults = List.copyOf(faults);
        if (batchFrames < 1) {
            throw new IllegalArgumentException("batchFrames: expected 1 or more but was " + batchFrames);
        }
    }

    /**
     * A device behind a usual USB adapter, without faults, seen by nobody.
     *
     * @param rateHz frames per second
     * @return the set-up
     */
    public static DeviceSetup plain(double rateHz) {
        return new DeviceSetup((int) Math.max(1, rateHz * ADAPTER_SECONDS), List.of(), 1, null);
    }

    /**
     * The same with faults.
     *
     * @param plan what goes wrong
     * @param withSeed of its random numbers
     * @return the set-up
     */
    public DeviceSetup withFaults(List<Fault> plan, long withSeed) {
        return new DeviceSetup(batchFrames, plan, withSeed, witness);
    }

    /**
     * The same with somebody who is told all.
     *
     * @param told the one
     * @return the set-up
     */
    public DeviceSetup telling(Witness told) {
        return new DeviceSetup(batchFrames, faults, seed, told);
    }

    /**
     * The same with batches of another size.
     *
     * @param frames that leave together
     * @return the set-up
     */
    public DeviceSetup inBatchesOf(int frames) {
        return new DeviceSetup(frames, faults, seed, witness);
    }
}
