package org.pelvi4j.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.pelvi4j.record.AnnotationText;
import org.pelvi4j.sim.rehearsal.Outcome;

/** Judges what a scenario expects, key by key, by what the whole flow said of it. */
final class Judge {
    /** What is judged by. */
    interface Rule {
        void holds(Outcome outcome, Samples samples, String text);
    }

    private static final Map<String, Rule> RULES = rules();

    private Judge() {}

    /** Every key that can be judged. */
    static java.util.Set<String> keys() {
        return RULES.keySet();
    }

    static void judge(Outcome outcome, Samples samples, String key) {
        Rule rule = RULES.get(key);
        assertThat(rule).as(key + ": expected one that can be judged").isNotNull();
        Objects.requireNonNull(rule)
                .holds(outcome, samples, outcome.scenario().expected().getOrDefault(key, ""));
    }

    static double number(String text) {
        return Double.parseDouble(text.replaceAll("[^0-9.].*", ""));
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new TreeMap<>();
        rules.put(
                "contractions", (o, s, t) -> assertThat(o.said().contractions()).hasSize((int) number(t)));
        rules.put(
                "contractions at least",
                (o, s, t) -> assertThat(o.said().contractions()).hasSizeGreaterThanOrEqualTo((int) number(t)));
        rules.put("extra", (o, s, t) -> assertThat(o.invented()).isEqualTo((long) number(t)));
        rules.put(
                "onset error",
                (o, s, t) -> assertThat(ExerciseRules.worstOnsetMillis(o)).isLessThanOrEqualTo(number(t)));
        rules.put(
                "coughs",
                (o, s, t) -> assertThat(o.said().events(AnnotationText.COUGH)).hasSize((int) number(t)));
        rules.put("held", (o, s, t) -> assertThat(o.result().held()).isEqualTo((int) number(t)));
        rules.put("verdict", ExerciseRules::verdict);
        rules.put("phase while off", SignalRules::phaseWhileOff);
        rules.put("valid again within", SignalRules::validAgain);
        rules.put("segment means within", SignalRules::segmentMeans);
        rules.put(
                "release longer than",
                (o, s, t) -> assertThat(ExerciseRules.medianRelease(o)).isGreaterThan(number(t)));
        rules.put("median frequency", SignalRules::medianFrequency);
        rules.put("warning", (o, s, t) -> assertThat(SignalRules.warnings(o, t)).isNotEmpty());
        rules.put("warning within", SignalRules::warningWithin);
        rules.put("flicker mode", ExerciseRules::flicker);
        rules.put("saturated", ExerciseRules::saturated);
        rules.put("knack", ExerciseRules::knack);
        rules.put("reactions without outliers", ExerciseRules::reactions);
        rules.put("resync within", SignalRules::resync);
        rules.put("duration error", SignalRules::durationError);
        rules.put("green time within", SignalRules::greenTime);
        rules.put("session", SignalRules::session);
        return rules;
    }
}
