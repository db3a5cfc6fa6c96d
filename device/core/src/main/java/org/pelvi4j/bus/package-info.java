/**
 * Foundation: the wires, as ports that move bytes and levels and know no chip, and the addresses that name them. Imports:
 * nothing.
 *
 * <p>{@link org.pelvi4j.bus.Ports} opens what a {@link org.pelvi4j.bus.DeviceUri} names:
 *
 * <table>
 * <caption>The wires</caption>
 * <tr><th>wire</th><th>port</th><th>in a URI</th></tr>
 * <tr><td>serial</td><td>{@link org.pelvi4j.bus.ByteLink}</td><td>{@code serial:/dev/ttyUSB0}</td></tr>
 * <tr><td>I2C</td><td>{@link org.pelvi4j.bus.I2cDevice}</td><td>{@code i2c:1/0x48}</td></tr>
 * <tr><td>SPI</td><td>{@link org.pelvi4j.bus.SpiDevice}</td><td>{@code spi:0.0}</td></tr>
 * <tr><td>GPIO, driven</td><td>{@link org.pelvi4j.bus.OutputPin}</td><td>{@code gpio:5,6}</td></tr>
 * <tr><td>GPIO, listened to</td><td>{@link org.pelvi4j.bus.InputPin}</td><td>{@code gpio:5,6}, {@code ready=25}</td></tr>
 * <tr><td>a converter that the kernel reads</td><td>{@link org.pelvi4j.bus.IioDevice}</td><td>{@code iio:hx711}</td></tr>
 * </table>
 *
 * <p>Whoever uses a port gets a {@link org.pelvi4j.bus.BusException} with a kind and a line that says what mends it; nothing
 * is retried down here. A port that a chip sets the pace of is waited on, at most 100 ms; a driver that has to wait
 * otherwise calls {@link org.pelvi4j.bus.Ports#pause}, which in a simulation moves the clock instead. Real ports are in
 * the modules {@code serial} and {@code pi4j}, simulated ones with virtual chips at their ends in {@code sim}.
 */
package org.pelvi4j.bus;
