/** A virtual device as a program of its own: a scenario or a recording through a board, with commands while it runs, and the truth to judge its reader by. */
package org.pelvi4j.sim.run;
