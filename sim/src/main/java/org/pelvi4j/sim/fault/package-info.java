/** Faults of sensors, boards and wires: their words, one grammar for them, and which are on at a moment. */
package org.pelvi4j.sim.fault;
