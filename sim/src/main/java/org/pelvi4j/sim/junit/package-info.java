/**
 * For JUnit 5: a simulated person or board as a test's parameter, in virtual time, strict unless told otherwise. JUnit
 * itself is the user's own dependency; nothing else in this module needs it.
 */
package org.pelvi4j.sim.junit;
