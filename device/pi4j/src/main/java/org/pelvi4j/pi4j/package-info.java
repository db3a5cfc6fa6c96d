/** Pi4J behind the ports of {@link org.pelvi4j.bus}. */
package org.pelvi4j.pi4j;
