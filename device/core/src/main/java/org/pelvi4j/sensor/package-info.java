/**
 * Stage 3 of 9: frames or chip to samples and gaps, in physical units, on a uniform timeline. In:
 * {@link org.pelvi4j.frame.FrameSink} or a bus. Out: {@link org.pelvi4j.sensor.SampleSink}. Imports: time, bus, link,
 * frame.
 *
 * <p>A board on a serial wire is a {@code Board} of this package with a protocol in {@code frame}; the table is
 * {@link org.pelvi4j.sensor.SerialSensors}. A chip on a bus is a {@link org.pelvi4j.sensor.Chip} in a package of its own.
 *
 * <p><b>To add a chip</b>, in an hour:
 *
 * <ol>
 * <li>Write {@code sensor.NAME.Name implements Chip}: {@code sensor.abp.Abp} is the shortest to begin from. A constructor
 * reads the URI ({@code uri.withOnly(OPTIONS)} refuses what is misspelt), {@code open} opens the wires and makes sure that it
 * is this chip, {@code take} fetches one measurement, {@code close} closes. All that a data sheet says is here, each constant
 * with its source, and nothing else: no loop, no clock, no retry, no thread, no allocation in {@code take}.
 * <li>Decide who sets the pace. A chip that is asked (the usual case) is asked in time by
 * {@link org.pelvi4j.sensor.ChipSensor}; {@code take} returns 1. A chip that converts by its own clock and tells when
 * ({@link org.pelvi4j.sensor.Chip#setsThePace}) waits in {@code take} for its line, at most 100 ms, and returns how many
 * conversions there were: {@code sensor.ads1292r.Ads1292r}.
 * <li>Say what a value is worth: rails and ends are {@link org.pelvi4j.sensor.Flaw#SATURATED}, the chip's own doubts STALE
 * or LEAD_OFF. Out of range, stuck and late is found here, from {@link org.pelvi4j.sensor.Channel} and
 * {@link org.pelvi4j.sensor.Chip#stuckAfter}. A pressure sensor's line and ends are a {@link org.pelvi4j.sensor.Transfer}.
 * <li>A wrong identity is a {@link org.pelvi4j.bus.BusException} of the kind WRONG_DEVICE, a chip that does not finish
 * NO_ANSWER, with the address, and what to type or to check. After a failed {@code take} it is called again: so a command
 * must not be sent into a conversion that was left, see {@link org.pelvi4j.sensor.Honeywell24}.
 * <li>Add a line to {@code sensor.table.SensorDrivers}.
 * <li>Write {@code VirtualName} in {@code sim.port} from the data sheet, not from the driver, and strict: what the real chip
 * would not answer throws. Add a line to {@code VirtualChips}, and a line to the lists of {@code ChipFaultsTest}: the wire's
 * faults are tried on it from then on.
 * <li>{@code pelvi4j practice --sensor 'sim+i2c:1/0x28?chip=NAME'}.
 * </ol>
 *
 * <p>What two points of a probe tell is a {@link org.pelvi4j.sensor.ProbeCalibration}, measured by
 * {@link org.pelvi4j.sensor.WaterColumn}, applied by {@link org.pelvi4j.sensor.CalibratedSensor}; what is left of the range
 * is {@link org.pelvi4j.sensor.Headroom}.
 */
package org.pelvi4j.sensor;
