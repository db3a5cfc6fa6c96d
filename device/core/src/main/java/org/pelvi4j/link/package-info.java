/** Stage 1 of 9: a serial wire, reopened when it is lost, silence noticed. In: {@link org.pelvi4j.bus.ByteLink}. Out: bytes. Imports: time, bus. */
package org.pelvi4j.link;
