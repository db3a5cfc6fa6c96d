/**
 * Virtual serial boards and the wires they hang on: a board speaks its protocol, faults spoil what it sends, and a
 * pseudo-terminal or memory carries it. Written from the boards' documentation, sharing no code with core's decoders.
 */
package org.pelvi4j.sim.device;
