/** Virtual wires with virtual chips at their far end, for the drivers of the real ones: strict, so that what a real chip would not answer is refused. */
package org.pelvi4j.sim.port;
