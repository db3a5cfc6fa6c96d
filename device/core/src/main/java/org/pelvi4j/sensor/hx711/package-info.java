/** Stage 3, one chip: the HX711 and HX710B bridge converters, on two GPIO lines or through the kernel's driver. In: {@link org.pelvi4j.bus.InputPin} and {@link org.pelvi4j.bus.OutputPin}, or {@link org.pelvi4j.bus.IioDevice}. Out: pascals. Imports: time, bus, sensor. */
package org.pelvi4j.sensor.hx711;
