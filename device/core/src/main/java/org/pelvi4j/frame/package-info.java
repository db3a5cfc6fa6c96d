/** Stage 2 of 9: bytes to frames, one class per wire protocol, pure. In: bytes. Out: {@link FrameSink}. Imports: nothing. */
package org.pelvi4j.frame;
