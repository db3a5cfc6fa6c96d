/** Stage 3, analog sensors: volts at a converter's input to pascal or microvolt. In: volts. Out: values and flaws. Imports: bus, sensor. */
package org.pelvi4j.sensor.analog;
