package org.pelvi4j.sim.device;

/**
 * How a simulated device is. Immutable.
 *
 * @param number how many instants of its source are used up
 * @param overrunBytes how many bytes a slow reader has lost
 * @param opened whether a program has its port open
 * @param measuring whether it sends
 * @param ended whether its source has nothing more
 */
public record DeviceStatus(long number, long overrunBytes, boolean opened, boolean measuring, boolean ended) {}
