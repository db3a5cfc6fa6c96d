/** Stage 3, one chip: the ADS1115 and ADS1015 converters on I2C. In: {@link org.pelvi4j.bus.I2cDevice}. Out: values of an analog sensor. Imports: bus, sensor, sensor.analog. */
package org.pelvi4j.sensor.ads1115;
