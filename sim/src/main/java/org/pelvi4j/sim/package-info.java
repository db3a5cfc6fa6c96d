/** Simulated people, bodies, devices and faults. */
package org.pelvi4j.sim;
