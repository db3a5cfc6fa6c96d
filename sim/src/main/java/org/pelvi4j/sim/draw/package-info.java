/** Random numbers that replay bit for bit on every machine, and slow noise made of them. Imports: nothing. */
package org.pelvi4j.sim.draw;
