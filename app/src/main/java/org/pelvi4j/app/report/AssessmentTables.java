package org.pelvi4j.app.report;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.pelvi4j.app.store.Assessments.Figure;
import org.pelvi4j.app.store.Assessments.Kept;

/** The assessments of a person in the report: each kind with its own earlier ones beside it, and no grade. Immutable. */
final class AssessmentTables {
    /** More columns do not fit on A4. */
    private static final int MOST_COLUMNS = 4;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private final List<Kept> all;
    private final Texts texts;
    private final ZoneId zone;

    /** The latest first. */
    AssessmentTables(List<Kept> all, Texts texts, ZoneId zone) {
        this.all = List.copyOf(all);
        this.texts = texts;
        this.zone = zone;
    }

    /** One table for each kind, signal and probe: others are not compared. */
    void write(StringBuilder out) {
        var alike = new LinkedHashMap<String, List<Kept>>();
        for (Kept kept : all) {
            String name = kept.probe().isEmpty() ? kept.kind() : kept.kind() + ", " + kept.probe();
            alike.computeIfAbsent(name + ", " + kept.signal().name(), key -> new ArrayList<>())
                    .add(kept);
        }
        alike.forEach((name, kinds) -> table(name, kinds.subList(0, Math.min(MOST_COLUMNS, kinds.size())), out));
    }

    private void table(String name, List<Kept> columns, StringBuilder out) {
        out.append("<section class='table'><h2>")
                .append(Html.text(texts.text("table.assessments", name)))
                .append("</h2>\n<p class='quiet'>")
                .append(Html.text(texts.text("assess.help")))
                .append("</p>\n<table><thead><tr>");
        head(texts.text("table.segment"), out);
        head(texts.text("table.figure"), out);
        columns.forEach(kept -> head(DAY.format(kept.at().atZone(zone)), out));
        out.append("</tr></thead><tbody>\n");
        var names = Figures.in(texts);
        String segment = "";
        for (Figure figure : columns.get(0).figures()) {
            if (Figures.shown(figure)) {
                out.append("<tr>");
                cell(figure.segment().equals(segment) ? "" : names.segment(figure.segment()), out);
                cell(names.metric(figure.metric()), out);
                for (Kept kept : columns) {
                    double value = kept.figure(figure.segment(), figure.metric());
                    cell(Double.isNaN(value) ? "\u2013" : names.value(kept, figure.metric(), value), out);
                }
                out.append("</tr>\n");
                segment = figure.segment();
            }
        }
        out.append("</tbody></table></section>\n");
    }

    private static void head(String text, StringBuilder out) {
        out.append("<th scope='col'>").append(Html.text(text)).append("</th>");
    }

    private static void cell(String text, StringBuilder out) {
        out.append("<td>").append(Html.text(text)).append("</td>");
    }
}
