/** What displays of several kinds draw with: the scale and its edges, shapes, blinking. Not exported. Imports: feedback. */
package org.pelvi4j.display.draw;
