/** Stage 3, one chip: Honeywell ABP2 pressure sensors on I2C. In: {@link org.pelvi4j.bus.I2cDevice}. Out: pascals. Imports: bus, sensor. */
package org.pelvi4j.sensor.abp2;
