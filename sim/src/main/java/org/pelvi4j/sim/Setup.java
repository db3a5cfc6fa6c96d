package org.pelvi4j.sim;

import java.util.List;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.person.Profile;
import org.pelvi4j.sim.person.Timetable;

/**
 * What is simulated. Immutable.
 *
 * @param profile who
 * @param particular what is fixed of this person
 * @param seed which of them
 * @param sensing what the sensor measures
 * @param mainsHz 50 or 60
 * @param script what happens
 */
record Setup(Profile profile, Particular particular, long seed, Sensing sensing, double mainsHz, Script script) {
    Setup measured(Sensing other) {
        return new Setup(profile, particular, seed, other, mainsHz, script);
    }

    Setup withSeed(long other) {
        return new Setup(profile, particular, other, sensing, mainsHz, script);
    }

    Setup withFaults(List<Fault> faults) {
        return new Setup(profile, particular, seed, sensing, mainsHz, script.failing(faults));
    }

    /** The same person, who misses every prompt. */
    Setup idle() {
        var missing = new Particular(1, 0, particular.restCmH2o(), particular.squeezeCmH2o());
        return new Setup(profile, missing, seed, sensing, mainsHz, script);
    }

    /** The same on a day on which nothing happens, nothing is asked and nothing fails. */
    Setup uneventful() {
        return new Setup(profile, particular, seed, sensing, mainsHz, Script.NOTHING);
    }

    /** The same with a person who follows no timetable, but the picture. */
    Setup unled() {
        return new Setup(profile, particular, seed, sensing, mainsHz, script.asking(Timetable.NONE));
    }
}
