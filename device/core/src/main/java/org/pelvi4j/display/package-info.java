/** Sink: picture to pixels, characters and LEDs. In: {@link org.pelvi4j.feedback.Picture}. Imports: feedback, bus, time. */
package org.pelvi4j.display;
