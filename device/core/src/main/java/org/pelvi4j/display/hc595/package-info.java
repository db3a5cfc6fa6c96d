/** A row of LEDs behind shift registers 74HC595 on SPI. Imports: display, feedback, bus. */
package org.pelvi4j.display.hc595;
