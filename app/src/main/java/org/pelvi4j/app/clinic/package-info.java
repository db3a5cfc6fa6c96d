/**
 * What the physiotherapist's commands are made of: the sensor's check, the measuring steps, the lock, the file that a
 * calibration leaves, and what is read out of an assessment. Imports: core only.
 */
@org.jspecify.annotations.NullMarked
package org.pelvi4j.app.clinic;
