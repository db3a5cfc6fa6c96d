package org.pelvi4j.sensor;

/**
 * How frames are counted. Immutable.
 *
 * @param values after how many the counter begins again
 * @param byDevice whether the device counts what it sends; otherwise our decoder counts what arrives, and only the clock
 *     shows what is missing
 */
record Counting(int values, boolean byDevice) {}
