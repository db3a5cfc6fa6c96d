package org.pelvi4j.sim.device;

import java.util.function.Supplier;
import org.pelvi4j.sim.Source;

/**
 * What a virtual device is made of. A board keeps state, so parts are used for one device only. Confined to one thread.
 *
 * @param board without power
 * @param sources makes what the board measures, anew each time it is asked
 * @param setup batches, faults, truth
 * @param resumeAt the instant at which an earlier run stopped; 0 for the beginning
 */
public record DeviceParts(Board board, Supplier<Source> sources, DeviceSetup setup, long resumeAt) {
    /**
     * A device that begins at the beginning.
     *
     * @param board without power
     * @param sources makes what the board measures
     * @param setup batches, faults, truth
     * @return the parts
     */
    public static DeviceParts of(Board board, Supplier<Source> sources, DeviceSetup setup) {
        return new DeviceParts(board, sources, setup, 0);
    }

    VirtualDevice on(Wire wire, long nowNanos) {
        var device = new VirtualDevice(board, sources, setup, wire);
        device.beginAt(nowNanos);
        if (resumeAt > 0) {
            device.resumeAt(resumeAt);
        }
        return device;
    }
}
