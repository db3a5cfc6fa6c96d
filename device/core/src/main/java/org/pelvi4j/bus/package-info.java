/** Foundation: the wires, as ports that move bytes and levels and know no chip, and the addresses that name them. Imports: nothing. */
package org.pelvi4j.bus;
