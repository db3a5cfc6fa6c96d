/** A body: from the drive of its muscles to what its electrodes and probes see, in steps of 1 ms. In: drive. Out: microvolt at 4 kHz, pascal at 1 kHz. Imports: draw. */
package org.pelvi4j.sim.body;
