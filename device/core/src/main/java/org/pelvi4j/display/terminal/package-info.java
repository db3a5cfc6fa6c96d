/** The terminal: the live screen, and one line per event where there is no terminal. Imports: display, feedback, bus. */
package org.pelvi4j.display.terminal;
