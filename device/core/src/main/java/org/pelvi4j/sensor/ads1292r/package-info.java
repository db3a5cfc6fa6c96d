/** Stage 3, one chip: the ADS1292R front end on SPI with its data-ready line. In: {@link org.pelvi4j.bus.SpiDevice} and {@link org.pelvi4j.bus.InputPin}. Out: microvolts with lead-off. Imports: time, bus, sensor. */
package org.pelvi4j.sensor.ads1292r;
