/** A rehearsal as a picture: signal, envelope, effort, and what was asked, true, found and said. In: {@link org.pelvi4j.sim.rehearsal.Outcome}. Out: marks on a {@link org.pelvi4j.sim.plot.Sheet}. */
package org.pelvi4j.sim.plot;
