/** jSerialComm behind {@link org.pelvi4j.bus.ByteLink}. */
package org.pelvi4j.serial;
