/** Character displays with an HD44780 behind a PCF8574 on I2C, 16x2 and 20x4. Imports: display, feedback, bus. */
package org.pelvi4j.display.hd44780;
