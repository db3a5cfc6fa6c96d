/** The table of sensors: the drivers that URIs name, a line for each. In: a URI. Out: {@link org.pelvi4j.sensor.Sensor}. Imports: the drivers. */
package org.pelvi4j.sensor.table;
