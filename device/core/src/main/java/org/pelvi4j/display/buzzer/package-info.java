/** A buzzer on a GPIO line. Imports: feedback, bus, display. */
package org.pelvi4j.display.buzzer;
