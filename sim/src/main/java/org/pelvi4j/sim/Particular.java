package org.pelvi4j.sim;

import org.pelvi4j.sim.body.Body;
import org.pelvi4j.sim.body.BodyTraits;
import org.pelvi4j.sim.body.ProbeTraits;
import org.pelvi4j.sim.person.Habits;

/**
 * What a scenario fixes of a person who is drawn otherwise; NaN leaves it as drawn. Immutable.
 *
 * @param lapseShare share of prompts missed
 * @param anticipationShare share of contractions begun before the cue
 * @param restCmH2o pressure at rest
 * @param squeezeCmH2o pressure above rest at the strongest
 */
record Particular(double lapseShare, double anticipationShare, double restCmH2o, double squeezeCmH2o) {
    static final Particular AS_DRAWN = new Particular(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    Habits of(Habits drawn) {
        return drawn.missing(
                Double.isNaN(lapseShare) ? drawn.lapseShare() : lapseShare,
                Double.isNaN(anticipationShare) ? drawn.anticipationShare() : anticipationShare);
    }

    BodyTraits of(BodyTraits drawn) {
        ProbeTraits probe = drawn.probe();
        var fixed = new ProbeTraits(
                Double.isNaN(restCmH2o) ? probe.restPascal() : restCmH2o * Body.PASCAL_PER_CMH2O,
                Double.isNaN(squeezeCmH2o) ? probe.squeezePascal() : squeezeCmH2o * Body.PASCAL_PER_CMH2O,
                probe.anal(),
                probe.abdominalShare());
        return new BodyTraits(drawn.muscle(), fixed, drawn.contact());
    }
}
