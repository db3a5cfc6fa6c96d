package org.pelvi4j.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.measure.Spectrum;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.Phase;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.record.AnnotationText;
import org.pelvi4j.sim.body.Happening;
import org.pelvi4j.sim.device.Fate;
import org.pelvi4j.sim.device.Witness;
import org.pelvi4j.sim.rehearsal.Outcome;
import org.pelvi4j.sim.rehearsal.Outcome.Told;
import org.pelvi4j.sim.rehearsal.Tape;

/** Judges what a scenario expects, key by key, by what the whole flow said of it. */
final class Judge {
    /** Two repetitions teach the scale. Source: DESIGN 4. */
    private static final int LEARNING = 2;

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

    private static double number(String text) {
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
        rules.put("onset error", (o, s, t) -> assertThat(worstOnsetMillis(o)).isLessThanOrEqualTo(number(t)));
        rules.put(
                "coughs",
                (o, s, t) -> assertThat(o.said().events(AnnotationText.COUGH)).hasSize((int) number(t)));
        rules.put("verdict", Judge::verdict);
        rules.put("phase while off", Judge::phaseWhileOff);
        rules.put("valid again within", Judge::validAgain);
        rules.put("segment means within", Judge::segmentMeans);
        rules.put(
                "release longer than", (o, s, t) -> assertThat(medianRelease(o)).isGreaterThan(number(t)));
        rules.put("median frequency", Judge::medianFrequency);
        rules.put("warning", (o, s, t) -> assertThat(warnings(o, t)).isNotEmpty());
        rules.put("warning within", Judge::warningWithin);
        rules.put("flicker mode", Judge::flicker);
        rules.put("saturated", Judge::saturated);
        rules.put("knack", Judge::knack);
        rules.put("reactions without outliers", Judge::reactions);
        rules.put("resync within", Judge::resync);
        rules.put("duration error", Judge::durationError);
        rules.put("green time within", Judge::greenTime);
        rules.put("session", Judge::session);
        return rules;
    }

    private static double worstOnsetMillis(Outcome outcome) {
        return outcome.said().contractions().stream()
                .mapToDouble(found -> outcome.truth().contractions().stream()
                        .mapToDouble(real -> Math.abs(real.onsetNanos() - found.onsetNanos()) / 1e6)
                        .min()
                        .orElse(Double.NaN))
                .max()
                .orElse(Double.NaN);
    }

    /** A push is told of each squeeze once the scale is known; one channel tells nothing. */
    private static void verdict(Outcome outcome, Samples samples, String text) {
        List<Told> pushes = outcome.said().events(AnnotationText.PUSH);
        assertThat(outcome.said().contractions()).isNotEmpty();
        assertThat(outcome.said().events(AnnotationText.COCONTRACT)).isEmpty();
        if (text.equals("PUSH")) {
            assertThat(pushes)
                    .hasSizeGreaterThanOrEqualTo(outcome.said().contractions().size() - LEARNING);
        } else {
            assertThat(text).isEqualTo("UNKNOWN");
            assertThat(pushes).isEmpty();
        }
    }

    private static Truth.Event only(Outcome outcome, Happening.Kind kind) {
        return outcome.truth().events().stream()
                .filter(e -> e.what() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Phase phaseAt(Outcome outcome, long nanos) {
        Phase phase = Phase.UNKNOWN;
        for (PhaseEvent event : outcome.said().phases()) {
            phase = event.decidedAtNanos() <= nanos ? event.phase() : phase;
        }
        return phase;
    }

    private static void phaseWhileOff(Outcome outcome, Samples samples, String text) {
        Truth.Event off = only(outcome, Happening.Kind.LEAD_OFF);
        for (long at = off.fromNanos() + 1_000_000_000L; at < off.untilNanos(); at += 100_000_000L) {
            assertThat(phaseAt(outcome, at)).as("at %s", at).isEqualTo(Phase.valueOf(text));
        }
    }

    private static void validAgain(Outcome outcome, Samples samples, String text) {
        long until = only(outcome, Happening.Kind.LEAD_OFF).untilNanos();
        assertThat(phaseAt(outcome, until + (long) (number(text) * 1e9))).isNotEqualTo(Phase.UNKNOWN);
    }

    private static double mean(Tape tape, Tape.Row row, double fromSeconds, double untilSeconds) {
        double sum = 0;
        int count = 0;
        int last = (int) (untilSeconds / Tape.COLUMN_SECONDS);
        for (int i = (int) (fromSeconds / Tape.COLUMN_SECONDS); i < last; i++) {
            double value = tape.get(row, i);
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /**
     * The segments of the tonic holds and of the endurance hold: what was measured above rest over what the muscle did.
     * The factor between the two is the person's own, and the same in both.
     */
    private static void segmentMeans(Outcome outcome, Samples samples, String text) {
        double tonic = factor(outcome, 9, 20);
        double endurance = factor(outcome, 50, 70);
        assertThat(100 * Math.abs(tonic / endurance - 1)).isLessThan(number(text));
    }

    private static double factor(Outcome outcome, double atLeastSeconds, double atMostSeconds) {
        Tape tape = outcome.tape();
        double rest = mean(tape, Tape.Row.ENVELOPE, 5, 55);
        double sum = 0;
        int count = 0;
        for (Truth.Contraction real : outcome.truth().contractions()) {
            double seconds = (real.offsetNanos() - real.onsetNanos()) / 1e9;
            if (seconds > atLeastSeconds && seconds < atMostSeconds) {
                double from = (real.onsetNanos() - tape.startNanos()) / 1e9 + 1;
                double measured = mean(tape, Tape.Row.ENVELOPE, from, from + seconds - 2);
                double level = mean(tape, Tape.Row.TRUTH, from, from + seconds - 2);
                sum += Math.sqrt(measured * measured - rest * rest) / level;
                count++;
            }
        }
        return sum / count;
    }

    /** From the cue to rest until the contraction that was found is over. */
    private static double medianRelease(Outcome outcome) {
        double[] seconds = outcome.said().cues().stream()
                .filter(cue -> cue.kind() == Cue.Kind.REST)
                .flatMap(cue -> outcome.said().contractions().stream()
                        .filter(c ->
                                c.onsetNanos() < cue.startNanos() && c.offsetNanos() > cue.startNanos() - 500_000_000L)
                        .map(c -> (c.offsetNanos() - cue.startNanos()) / 1e9))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return seconds.length == 0 ? Double.NaN : seconds[seconds.length / 2];
    }

    private static void medianFrequency(Outcome outcome, Samples samples, String text) {
        assertThat(text).isEqualTo("falls");
        Contraction hold = outcome.said().contractions().stream()
                .max(java.util.Comparator.comparingLong(c -> c.offsetNanos() - c.onsetNanos()))
                .orElseThrow();
        double[] raw = samples.between(hold.onsetNanos() + 2_000_000_000L, hold.offsetNanos() - 1_000_000_000L);
        assertThat(Spectrum.at(outcome.sensor().rateHz()).medians(raw).slopeHzPerSecond())
                .isBetween(-2.0, -0.02);
    }

    private static List<Told> warnings(Outcome outcome, String text) {
        return switch (text) {
            case "mains" -> outcome.said().events(AnnotationText.WARN_MAINS);
            case "drift" -> outcome.said().events(AnnotationText.WARN_DRIFT);
            case "rest shift" -> outcome.said().events(AnnotationText.REST_SHIFT);
            case "slip" ->
                outcome.said().events().stream()
                        .filter(told -> told.event()
                                .text()
                                .matches("(REST_SHIFT|WARN drift|ARTEFACT slip|FAULT (?!settling)).*"))
                        .toList();
            default -> throw new AssertionError("warning: expected mains, drift, rest shift or slip but was " + text);
        };
    }

    private static void warningWithin(Outcome outcome, Samples samples, String text) {
        String which = outcome.scenario().expected().getOrDefault("warning", "");
        long began = outcome.truth().events().get(0).fromNanos();
        assertThat(warnings(outcome, which))
                .anySatisfy(told -> assertThat((told.toldNanos() - began) / 1e9).isBetween(0.0, number(text)));
    }

    /** Whoever is that weak is told of successes all the same. */
    private static void flicker(Outcome outcome, Samples samples, String text) {
        assertThat(text).isEqualTo("yes");
        assertThat(outcome.missed()).isLessThanOrEqualTo(1);
        assertThat(outcome.result().held()).isGreaterThanOrEqualTo(8);
    }

    /** What lies above the rail is told, and no peak is made of it. */
    private static void saturated(Outcome outcome, Samples samples, String text) {
        assertThat(text).isEqualTo("yes");
        assertThat(outcome.said().events())
                .anyMatch(told -> told.event().text().matches("(FAULT saturated|SATURATED ).*"));
        for (RepResult rep : outcome.result().reps()) {
            if (samples.saturatedIn(work(outcome, rep))) {
                assertThat(rep.judged()).as("judged, %s", rep).isFalse();
                assertThat(rep.response().peakEffort()).as("peak, %s", rep).isNaN();
            }
        }
    }

    private static Cue work(Outcome outcome, RepResult rep) {
        return outcome.said().cues().stream()
                .filter(cue -> cue.kind() == Cue.Kind.WORK && cue.rep() == rep.rep())
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static void knack(Outcome outcome, Samples samples, String text) {
        List<RepResult> judged =
                outcome.result().reps().stream().filter(RepResult::judged).toList();
        assertThat(judged).hasSizeGreaterThanOrEqualTo(4);
        long held = judged.stream().filter(RepResult::held).count();
        assertThat(held).isEqualTo(text.equals("pass") ? judged.size() : 0);
    }

    /** What came before the cue or not at all is in no mean, and what is in it is true. */
    private static void reactions(Outcome outcome, Samples samples, String text) {
        assertThat(text).isEqualTo("yes");
        int answered = 0;
        double error = 0;
        for (RepResult rep : outcome.result().reps()) {
            long cue = work(outcome, rep).startNanos();
            double real = outcome.truth().contractions().stream()
                    .filter(c -> Math.abs(c.onsetNanos() - cue) < 2_000_000_000L)
                    .mapToDouble(c -> (c.onsetNanos() - cue) / 1e9)
                    .findFirst()
                    .orElse(Double.NaN);
            double told = rep.response().seconds();
            assertThat(Double.isNaN(told)).as("lapse, %s", rep).isEqualTo(Double.isNaN(real));
            if (!Double.isNaN(real) && (real < 0.03 || real > 0.13)) {
                assertThat(rep.response().anticipated()).as("%s", rep).isEqualTo(real < 0.08);
            }
            if (real > 0.13) {
                answered++;
                error += told - real;
            }
        }
        assertThat(answered).isGreaterThanOrEqualTo(8);
        assertThat(error / answered).isCloseTo(0, within(0.05));
    }

    /** One lost byte costs this many frames at most, and every one of them lies in a gap. */
    private static void resync(Outcome outcome, Samples samples, String text) {
        assertThat(samples.gaps()).isNotEmpty();
        long lost = outcome.wire().frames().stream()
                .filter(frame -> frame.fate() == Fate.DAMAGED)
                .count();
        assertThat(samples.missing())
                .isLessThanOrEqualTo((long) (number(text) * lost))
                .isGreaterThan(lost / 2);
    }

    /** Time by the samples against the time at which their frames were sent. */
    private static void durationError(Outcome outcome, Samples samples, String text) {
        List<Witness.Frame> frames = outcome.wire().frames();
        double sent = (frames.get(frames.size() - 1).sentNanos() - frames.get(0).sentNanos()) / 1e9;
        double perFrame = sent / (frames.size() - 1);
        double perSample = samples.seconds() / (samples.count() - 1);
        assertThat(100 * Math.abs(perSample / perFrame - 1)).isLessThan(number(text));
        for (Contraction found : outcome.said().contractions()) {
            outcome.truth().contractions().stream()
                    .filter(real -> real.onsetNanos() < found.offsetNanos() && found.onsetNanos() < real.offsetNanos())
                    .forEach(real -> assertThat(found.onsetNanos() - real.onsetNanos())
                            .as("onset after %s s", real.onsetNanos() / 1e9)
                            .isBetween(-250_000_000L, 250_000_000L));
        }
    }

    /** The share of the rests in which the level shown was home, against the share in which the muscle was. */
    private static void greenTime(Outcome outcome, Samples samples, String text) {
        Tape tape = outcome.tape();
        double home = outcome.said().cues().stream()
                .filter(cue -> cue.kind() == Cue.Kind.REST && cue.rep() > LEARNING)
                .mapToDouble(Cue::goalHigh)
                .max()
                .orElseThrow();
        int all = 0;
        int shown = 0;
        int real = 0;
        for (Cue cue : outcome.said().cues()) {
            if (cue.kind() == Cue.Kind.REST && cue.rep() > LEARNING) {
                int last = (int) ((cue.endNanos() - tape.startNanos()) / 1e9 / Tape.COLUMN_SECONDS);
                int first = (int) ((cue.startNanos() - tape.startNanos()) / 1e9 / Tape.COLUMN_SECONDS);
                for (int i = first; i < Math.min(last, tape.columns()); i++) {
                    all++;
                    shown += tape.get(Tape.Row.LEVEL, i) <= home ? 1 : 0;
                    real += tape.get(Tape.Row.TRUTH, i) <= home ? 1 : 0;
                }
            }
        }
        assertThat(all).isGreaterThan(1000);
        assertThat(100.0 * shown / all).isCloseTo(100.0 * real / all, within(number(text)));
    }

    private static void session(Outcome outcome, Samples samples, String text) {
        assertThat(text).isEqualTo("continues");
        assertThat(outcome.result().end()).isEqualTo(ExerciseResult.End.COMPLETED);
        assertThat(outcome.wire().notes()).anyMatch(note -> note.text().contains("reset"));
        assertThat(samples.gaps()).hasSize(1).allMatch(gap -> gap.untilNanos() - gap.fromNanos() < 3_000_000_000L);
    }
}
