package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.clinic.Amount;
import org.pelvi4j.app.clinic.Glazer;
import org.pelvi4j.app.store.Assessments.Figure;
import org.pelvi4j.app.store.Assessments.Kept;

/** An assessment as rows of figures, beside the person's own last one; it grades nothing. Immutable. */
final class AssessmentTable {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private AssessmentTable() {}

    static List<String> text(Kept kept, @Nullable Kept before, ZoneId zone) {
        var lines = new ArrayList<String>();
        lines.add(kept.kind() + ", " + MINUTE.format(kept.at().atZone(zone)) + ", measured by probe"
                + (kept.probe().isEmpty() ? "" : " '" + kept.probe() + "'"));
        String earlier = before == null ? "" : MINUTE.format(before.at().atZone(zone));
        lines.add(String.format(Locale.ROOT, "%-10s %-26s %12s  %s", "segment", "", "now", earlier)
                .stripTrailing());
        String segment = "";
        for (Figure figure : kept.figures()) {
            if (Double.isNaN(figure.value()) || figure.metric().equals("reps")) {
                continue;
            }
            double old = before == null ? Double.NaN : before.figure(figure.segment(), figure.metric());
            String name = name(figure.metric());
            lines.add(String.format(
                            Locale.ROOT,
                            "%-10s %-26s %12s  %s",
                            figure.segment().equals(segment) ? "" : figure.segment(),
                            name,
                            value(kept, figure.metric(), figure.value()),
                            Double.isNaN(old) ? "" : value(kept, figure.metric(), old))
                    .stripTrailing());
            segment = figure.segment();
        }
        return lines;
    }

    private static String name(String metric) {
        return switch (metric) {
            case "onset" -> "onset, 75 % rule";
            case "onset-research" -> "onset, rest + 3 SD";
            case "release" -> "release, 37.5 % rule";
            case "release-research" -> "release, rest + 3 SD";
            case "onsets-out" -> "onsets over 2 s, left out";
            case "releases-out" -> "releases over 2 s, left out";
            case "before-peak" -> "time before peak";
            case "after-peak" -> "time after peak";
            case "sag", "sag-percent" -> "slope";
            case "deviation" -> "deviation in 1 s blocks";
            case "median-frequency" -> "median frequency";
            case "median-frequency-slope", "median-frequency-slope-percent" -> "its slope";
            default -> metric;
        };
    }

    private static String value(Kept kept, String metric, double value) {
        if (Glazer.levels().contains(metric)) {
            String level = Amount.decimal(Amount.shown(kept.signal(), value), metric.equals("sag") ? 2 : 1) + " "
                    + Amount.unit(kept.signal());
            return metric.equals("sag") ? level + "/s" : level;
        }
        return switch (metric) {
            case "variability" -> Amount.decimal(value, 0) + " %";
            case "median-frequency" -> Amount.decimal(value, 0) + " Hz";
            case "median-frequency-slope" -> Amount.decimal(value, 2) + " Hz/s";
            case "median-frequency-slope-percent", "sag-percent" -> Amount.decimal(value, 2) + " %/s";
            case "count", "onsets-out", "releases-out" -> Amount.decimal(value, 0);
            case "palpated" -> Amount.decimal(value, 1) + " palpated";
            case "seconds" -> Amount.decimal(value, 0) + " s";
            default -> Amount.decimal(value, 2) + " s";
        };
    }

    /** One line per figure, in microvolt, pascal, seconds, percent or hertz. */
    static void json(Kept kept, PrintWriter out) throws IOException {
        for (Figure figure : kept.figures()) {
            if (Double.isFinite(figure.value())) {
                out.println(JsonLine.of("figure", line -> {
                    line.writeStringField("assessment", kept.kind());
                    line.writeStringField("at", kept.at().toString());
                    line.writeStringField("signal", kept.signal().name().toLowerCase(Locale.ROOT));
                    line.writeStringField("segment", figure.segment());
                    line.writeStringField("metric", figure.metric());
                    JsonLine.number(line, "value", figure.value());
                }));
            }
        }
    }
}
