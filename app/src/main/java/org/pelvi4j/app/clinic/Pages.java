package org.pelvi4j.app.clinic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.Measured;
import org.pelvi4j.calibration.RestLevel;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.SetupPage.Cells;
import org.pelvi4j.feedback.SetupPage.Fact;
import org.pelvi4j.feedback.SetupPage.Now;
import org.pelvi4j.feedback.SetupPage.Strip;
import org.pelvi4j.feedback.Verdict;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;

/** The pages of a set-up that show what the person did: rest, the tries, what they came to. Source: SCREENS 11. Immutable. */
public final class Pages {
    private final SensorInfo sensor;
    private final Signal signal;

    /**
     * Pages of a sensor.
     *
     * @param sensor what it is
     */
    public Pages(SensorInfo sensor) {
        this.sensor = sensor;
        this.signal = sensor.channels().get(0).signal();
    }

    /**
     * A text with its gaps.
     *
     * @param key of the words
     * @param gaps in order
     * @return the message
     */
    public static Message say(String key, String... gaps) {
        return new Message(key, List.of(gaps));
    }

    /**
     * What somebody is typing.
     *
     * @param text so far
     * @param otherwise what Enter alone means; empty for nothing
     * @return the message
     */
    public static Message typed(String text, String otherwise) {
        return otherwise.isEmpty() ? say("setup.typed", text) : say("setup.typed.or", text, otherwise);
    }

    static Message literal(String text) {
        return say("setup.literal", text);
    }

    static Fact fact(String label, Message text, Verdict verdict) {
        return new Fact(say(label), text, verdict);
    }

    private static Fact line(Message text, Verdict verdict) {
        return new Fact(Message.NONE, text, verdict);
    }

    static String percent(double share) {
        return Amount.decimal(100 * share, 0);
    }

    /**
     * What is asked now, with the level so far.
     *
     * @param text what
     * @param secondsLeft how long; -1 for as long as it takes
     * @param course the signal since the step began
     * @return its rows
     */
    public List<SetupPage.Line> now(Message text, int secondsLeft, Course course) {
        return course.seconds().isEmpty()
                ? List.of(new Now(text, secondsLeft))
                : List.of(new Now(text, secondsLeft), strip(signal, course));
    }

    /** The level on a scale that ends at a round figure above it. */
    static Strip strip(Signal signal, Course course) {
        List<Double> shown = course.seconds().stream()
                .map(level -> Amount.shown(signal, level))
                .toList();
        double most = shown.stream()
                .filter(level -> !Double.isNaN(level))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        double step = Math.pow(10, Math.floor(Math.log10(Math.max(1, most))));
        double top = Math.max(4, step * Math.ceil(most / step));
        return new Strip(shown, top, Amount.unit(signal), Message.NONE, 0, 0);
    }

    /**
     * What rest was.
     *
     * @param rest as it was measured
     * @param course the signal meanwhile
     * @return its rows
     */
    public List<SetupPage.Line> rest(RestLevel rest, Course course) {
        if (Double.isNaN(rest.level())) {
            return List.of(refusal(Measured.Refusal.TOO_SHORT, ""));
        }
        return List.of(
                strip(signal, course),
                line(
                        say(
                                "setup.rest.text",
                                Amount.text(signal, rest.level()),
                                Amount.number(signal, rest.noise()),
                                Amount.number(signal, rest.breathing()),
                                Amount.number(signal, Math.abs(course.drift(20))),
                                "20"),
                        Verdict.NONE),
                line(
                        say("setup.rest.range", Amount.number(signal, rest.low()), Amount.text(signal, rest.high())),
                        Verdict.NONE));
    }

    /**
     * A reason why there is no calibration; the old one stays.
     *
     * @param why the reason
     * @param advice more of it
     * @return its row
     */
    public static Fact refusal(Measured.Refusal why, String advice) {
        String name = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Fact(
                say("setup.refused"),
                say("setup.refused." + name, advice),
                why == Measured.Refusal.ONE_MORE_TRIAL ? Verdict.LOOK : Verdict.STOP,
                say("setup.refused.remedy"));
    }

    /**
     * What a cough or straining made of the channels.
     *
     * @param peaks of each channel, above rest, in the channels' units
     * @return its rows
     */
    public List<SetupPage.Line> peaks(double... peaks) {
        var lines = new ArrayList<SetupPage.Line>();
        for (int i = 0; i < peaks.length; i++) {
            Signal of = sensor.channels().get(i).signal();
            String role = sensor.channels().get(i).role().name().toLowerCase(Locale.ROOT);
            lines.add(fact("setup.channel." + role, say("setup.peak.text", Amount.text(of, peaks[i])), Verdict.NONE));
        }
        return lines;
    }

    /**
     * The tries, and what they were.
     *
     * @param reps one per try, of all that were made
     * @param bests the best 3 s of each
     * @param rest rest's level
     * @return its rows
     */
    public List<SetupPage.Line> tries(List<RepResult> reps, List<Double> bests, double rest) {
        var lines = new ArrayList<SetupPage.Line>();
        lines.add(new Cells(
                Message.NONE,
                List.of(say("setup.peak"), say("setup.best", "3"), say("setup.rise"), say("setup.release"))));
        for (int i = 0; i < Math.min(reps.size(), bests.size()); i++) {
            var measures = reps.get(i).measures();
            var contraction = measures.contraction();
            double zero = signal == Signal.EMG ? 0 : rest;
            String[] cells = {
                Amount.text(signal, measures.work().peak()),
                Amount.text(signal, bests.get(i) - zero),
                contraction == null ? "-" : seconds(contraction.riseSeconds()),
                seconds(reps.get(i).releaseSeconds())
            };
            lines.add(new Cells(
                    say("setup.try", Integer.toString(i + 1)),
                    Arrays.stream(cells).map(Pages::literal).toList()));
        }
        return lines;
    }

    private static String seconds(double seconds) {
        return Double.isNaN(seconds) ? "-" : Amount.decimal(seconds, 1) + " s";
    }

    /**
     * What the tries came to.
     *
     * @param measured the calibration or its refusal
     * @param differing how far the best two are apart, as a share; NaN with one
     * @return its rows
     */
    public List<SetupPage.Line> reference(Measured measured, double differing) {
        var lines = new ArrayList<SetupPage.Line>();
        if (!Double.isNaN(differing)) {
            boolean unlike = measured.refusal() == Measured.Refusal.ONE_MORE_TRIAL;
            lines.add(line(say("setup.differ", percent(differing), "20"), unlike ? Verdict.LOOK : Verdict.OK));
        }
        Calibration found = measured.calibration();
        if (found == null) {
            lines.add(refusal(
                    measured.refusal() == null ? Measured.Refusal.TOO_SHORT : measured.refusal(), measured.advice()));
            return lines;
        }
        double zero = signal == Signal.EMG ? 0 : found.rest();
        String used = Amount.text(signal, found.reference() - zero);
        lines.add(fact(
                "setup.used",
                say(found.how() == Calibration.How.MAXIMAL ? "setup.used.text" : "setup.used.half", used),
                Verdict.NONE));
        double rise = found.reference() - found.rest();
        lines.add(line(
                say("setup.above", Amount.text(signal, rise), Amount.decimal(rise / found.noise(), 0), "4"),
                measured.flicker() ? Verdict.LOOK : Verdict.OK));
        if (measured.flicker()) {
            lines.add(line(say("setup.flicker"), Verdict.LOOK));
        }
        return lines;
    }
}
