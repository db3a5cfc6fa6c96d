/** A row of 5 to 10 LEDs, each on a GPIO line of its own. Imports: display, feedback, bus. */
package org.pelvi4j.display.ledbar;
