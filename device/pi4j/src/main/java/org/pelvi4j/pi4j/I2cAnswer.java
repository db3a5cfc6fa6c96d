package org.pelvi4j.pi4j;

/**
 * An address of an I2C bus at which something is. Immutable.
 *
 * @param address 7 bits
 * @param kernels whether a driver of the kernel has it, so that it was not asked
 */
public record I2cAnswer(int address, boolean kernels) {}
