package org.pelvi4j.sim;

import org.pelvi4j.sim.person.Profile;

/**
 * What is simulated. Immutable.
 *
 * @param profile who
 * @param seed which of them
 * @param sensing what the sensor measures
 * @param mainsHz 50 or 60
 * @param script what happens
 */
record Setup(Profile profile, long seed, Sensing sensing, double mainsHz, Script script) {}
