package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.report.Figures;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.app.store.Assessments.Figure;
import org.pelvi4j.app.store.Assessments.Kept;

/** An assessment as rows of figures, beside the person's own last one; it grades nothing. Immutable. */
final class AssessmentTable {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private AssessmentTable() {}

    static List<String> text(Kept kept, @Nullable Kept before, ZoneId zone, Texts texts) {
        var names = Figures.in(texts);
        var lines = new ArrayList<String>();
        String head = kept.kind() + ", " + MINUTE.format(kept.at().atZone(zone)) + ", " + texts.text("assess.probe");
        lines.add(kept.probe().isEmpty() ? head : head + " '" + kept.probe() + "'");
        String earlier = before == null ? "" : MINUTE.format(before.at().atZone(zone));
        lines.add(row(texts.text("table.segment"), "", texts.text("assess.now"), earlier));
        String segment = "";
        for (Figure figure : kept.figures()) {
            if (!Figures.shown(figure)) {
                continue;
            }
            double old = before == null ? Double.NaN : before.figure(figure.segment(), figure.metric());
            lines.add(row(
                    figure.segment().equals(segment) ? "" : names.segment(figure.segment()),
                    names.metric(figure.metric()),
                    names.value(kept, figure.metric(), figure.value()),
                    Double.isNaN(old) ? "" : names.value(kept, figure.metric(), old)));
            segment = figure.segment();
        }
        return lines;
    }

    private static String row(String segment, String metric, String now, String earlier) {
        return String.format(Locale.ROOT, "%-15s %-32s %12s  %s", segment, metric, now, earlier)
                .stripTrailing();
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
