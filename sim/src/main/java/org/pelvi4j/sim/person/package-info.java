/** A person: from the picture seen, or a timetable known, to the drive of the muscles, with reaction, errors and tremor. In: {@link org.pelvi4j.feedback.Picture}. Out: drive, 0 at rest and 1 at the person's strongest, in steps of 1 ms. Imports: draw, body. */
package org.pelvi4j.sim.person;
