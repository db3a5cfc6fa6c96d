package org.pelvi4j.serial;

/**
 * A serial port that is there. Immutable.
 *
 * @param path the device, such as {@code /dev/ttyUSB0}
 * @param stablePath the name that stays with the adapter, such as {@code /dev/serial/by-id/usb-FTDI_...}; the path again
 *     when it has none
 * @param description for people: what the adapter calls itself
 */
public record FoundPort(String path, String stablePath, String description) {}
