/** Stage 3, one chip: the MCP3008 and MCP3208 converters on SPI. In: {@link org.pelvi4j.bus.SpiDevice}. Out: values of an analog sensor. Imports: bus, sensor, sensor.analog. */
package org.pelvi4j.sensor.mcp3008;
