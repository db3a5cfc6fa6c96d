package org.pelvi4j.sim;

import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.person.Profile;

/**
 * What is simulated. Immutable.
 *
 * @param profile who
 * @param seed which of them
 * @param signal what the sensor measures
 * @param rateHz samples per second
 * @param conversion how the sensor samples
 * @param mainsHz 50 or 60
 */
record Setup(Profile profile, long seed, Signal signal, double rateHz, Conversion conversion, double mainsHz) {}
