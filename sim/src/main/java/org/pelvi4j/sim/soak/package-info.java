/** Many drawn practices in virtual time, and what must hold in each of them. */
package org.pelvi4j.sim.soak;
