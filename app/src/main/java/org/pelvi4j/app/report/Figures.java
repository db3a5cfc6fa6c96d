package org.pelvi4j.app.report;

import java.util.Set;
import org.pelvi4j.app.clinic.Amount;
import org.pelvi4j.app.clinic.Glazer;
import org.pelvi4j.app.store.Assessments.Figure;
import org.pelvi4j.app.store.Assessments.Kept;

/** What the figures of an assessment are called, and how they are written. Immutable. */
public final class Figures {
    /** How many repetitions were asked for is no figure of the person's. */
    private static final Set<String> UNSHOWN = Set.of("reps");

    private final Texts texts;

    private Figures(Texts texts) {
        this.texts = texts;
    }

    /**
     * Makes them.
     *
     * @param texts of a language
     * @return figures in its words
     */
    public static Figures in(Texts texts) {
        return new Figures(texts);
    }

    /**
     * Tells whether a figure is shown.
     *
     * @param figure which
     * @return false when it is not known, or tells nothing about the person
     */
    public static boolean shown(Figure figure) {
        return Double.isFinite(figure.value()) && !UNSHOWN.contains(figure.metric());
    }

    /**
     * Names a segment.
     *
     * @param segment such as {@code tonic}
     * @return its name
     */
    public String segment(String segment) {
        return texts.text("segment." + segment);
    }

    /**
     * Names a metric.
     *
     * @param metric such as {@code onset}
     * @return its name, with the rule by which it is found
     */
    public String metric(String metric) {
        return texts.text("metric." + metric);
    }

    /**
     * Writes a value with its unit.
     *
     * @param kept the assessment, which tells the signal
     * @param metric which
     * @param value in microvolt or pascal, seconds, percent or hertz
     * @return such as {@code 28.5 uV}
     */
    public String value(Kept kept, String metric, double value) {
        if (Glazer.levels().contains(metric)) {
            boolean slope = metric.equals("sag");
            String level = Amount.decimal(Amount.shown(kept.signal(), value), slope ? 2 : 1) + " "
                    + Amount.unit(kept.signal());
            return slope ? level + "/s" : level;
        }
        return switch (metric) {
            case "variability" -> Amount.decimal(value, 0) + " %";
            case "median-frequency" -> Amount.decimal(value, 0) + " Hz";
            case "median-frequency-slope" -> Amount.decimal(value, 2) + " Hz/s";
            case "sag-percent", "median-frequency-slope-percent" -> Amount.decimal(value, 2) + " %/s";
            case "count", "onsets-out", "releases-out" -> Amount.decimal(value, 0);
            case "palpated" -> Amount.decimal(value, 1) + " " + texts.text("palpated");
            case "seconds" -> Amount.decimal(value, 0) + " s";
            default -> Amount.decimal(value, 2) + " s";
        };
    }
}
