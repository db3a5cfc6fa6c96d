package org.pelvi4j.calibration;

/**
 * What rest was measured to be. Source: DOMAIN 1.7. Immutable.
 *
 * @param level the median of the quietest window
 * @param noise the standard deviation in it
 * @param low the 5th percentile of the whole measurement
 * @param high the 95th percentile of it
 * @param breathing the swing from breath to breath: 90 % of the quietest window lies within it
 */
public record RestLevel(double level, double noise, double low, double high, double breathing) {}
