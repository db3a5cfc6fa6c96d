/** Pi4J and the kernel's own GPIO inputs behind the ports of {@link org.pelvi4j.bus}. */
package org.pelvi4j.pi4j;
