/** The table of display drivers: one line per kind. Apart from {@code display}, because the drivers need that. Imports: display and below. */
package org.pelvi4j.display.table;
