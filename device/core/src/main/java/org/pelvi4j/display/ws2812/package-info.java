/** A strip of WS2812 LEDs, its one wire drawn by SPI. Imports: display, feedback, bus. */
package org.pelvi4j.display.ws2812;
