/** A scenario practised through the whole flow, in virtual time, and all that was said, found and true. In: {@link org.pelvi4j.sim.Scenario}. Out: {@link org.pelvi4j.sim.rehearsal.Outcome}. */
package org.pelvi4j.sim.rehearsal;
