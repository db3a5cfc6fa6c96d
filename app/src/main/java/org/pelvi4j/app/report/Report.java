package org.pelvi4j.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pelvi4j.app.clinic.Amount;
import org.pelvi4j.app.store.Calibrations;
import org.pelvi4j.app.store.Day;
import org.pelvi4j.app.store.Days;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.exercise.RepResult;

/**
 * The record of a person as one page that needs nothing else: no script, no picture, no font from elsewhere; it prints on
 * A4. It tells what was done and grades nobody. Confined to one thread.
 */
public final class Report {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final List<String> PRACTICES =
            List.of("start", "programme", "reps", "letgo", "held", "release", "length", "end");
    private static final List<String> CALIBRATIONS =
            List.of("when", "signal", "rest", "reference", "how", "probe", "locked");

    private final Store store;
    private final Profile person;
    private final Texts texts;
    private final StringBuilder out = new StringBuilder();

    private Report(Store store, Profile person, Texts texts) {
        this.store = store;
        this.person = person;
        this.texts = texts;
    }

    /**
     * Writes the page.
     *
     * @param store the record
     * @param person whose
     * @param from the first day, the person's own
     * @param to the last day
     * @param now a label
     * @return HTML in the person's language
     * @throws IOException when the record cannot be read
     */
    public static String of(Store store, Profile person, LocalDate from, LocalDate to, Instant now) throws IOException {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to: expected " + from + " or later but was " + to);
        }
        var report = new Report(store, person, Texts.in(person.language()));
        report.write(store.days().between(person, from, to), now);
        return report.out.toString();
    }

    private void write(List<Day> days, Instant now) throws IOException {
        List<Practice> practices =
                days.stream().flatMap(day -> day.practices().stream()).toList();
        head(days, now);
        if (practices.isEmpty()) {
            out.append("<p>").append(t("none")).append("</p>\n");
        } else {
            summary(days, practices);
            charts(days, practices);
            practices(practices);
        }
        calibrations();
        assessments();
        out.append("</main></body></html>\n");
    }

    private String t(String key, Object... gaps) {
        return Html.text(texts.text(key, gaps));
    }

    private void head(List<Day> days, Instant now) throws IOException {
        String period =
                t("period", days.get(0).date(), days.get(days.size() - 1).date());
        out.append("<!DOCTYPE html>\n<html lang='").append(texts.language()).append("'><head><meta charset='utf-8'>\n");
        out.append(
                "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        out.append("<meta name='viewport' content='width=device-width, initial-scale=1'>\n");
        out.append("<title>")
                .append(t("title"))
                .append(' ')
                .append(Html.text(person.code()))
                .append("</title>\n");
        out.append("<style>\n").append(style());
        labels("practices", PRACTICES);
        labels("calibrations", CALIBRATIONS);
        out.append("</style></head><body><main>\n");
        out.append("<header><h1>")
                .append(t("title"))
                .append("</h1>\n<p class='who'>")
                .append(t("person"));
        out.append(' ')
                .append(Html.text(person.code()))
                .append(" \u00b7 ")
                .append(period)
                .append(" \u00b7 ");
        out.append(t("made", MINUTE.format(now.atZone(person.zone())))).append("</p>\n");
        out.append("<p class='quiet'>").append(t("intro")).append("</p></header>\n");
    }

    private static String style() throws IOException {
        try (InputStream in = Report.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IOException("resource: expected report.css but found none");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** On a phone each row is a card, and each cell names itself; the first two are known by what they hold. */
    private void labels(String table, List<String> columns) {
        out.append("@media screen and (max-width: 520px) {\n");
        for (int i = 2; i < columns.size(); i++) {
            String label = texts.text("table." + columns.get(i)).replaceAll("[\"\\\\<\n]", "");
            out.append(String.format(
                    Locale.ROOT, "  .%s td:nth-child(%d)::before { content: \"%s\"; }%n", table, i + 1, label));
        }
        out.append("}\n");
    }

    private void summary(List<Day> days, List<Practice> practices) {
        int judged = known(practices).mapToInt(p -> p.totals().judged()).sum();
        long minutes = practices.stream()
                        .filter(Practice::isPractice)
                        .mapToLong(practice -> practice.length().toSeconds())
                        .sum()
                / 60;
        out.append("<dl class='sums'>\n");
        sum(
                "sum.practices",
                Long.toString(practices.stream().filter(Practice::isPractice).count()));
        sum(
                "sum.groups",
                Integer.toString(
                        days.stream().mapToInt(day -> day.groups().size()).sum()));
        sum("sum.days", days.stream().filter(day -> !day.groups().isEmpty()).count() + " / " + days.size());
        sum("sum.minutes", Long.toString(minutes));
        sum("sum.letgo", known(practices).mapToInt(p -> p.totals().letGo()).sum() + " / " + judged);
        sum("sum.held", known(practices).mapToInt(p -> p.totals().held()).sum() + " / " + judged);
        for (String kind : Days.KINDS) {
            long ticked =
                    days.stream().filter(day -> day.ticks().contains(kind)).count();
            if (ticked > 0) {
                sum("other." + kind, Long.toString(ticked));
            }
        }
        out.append("</dl>\n");
    }

    private static Stream<Practice> known(List<Practice> practices) {
        return practices.stream().filter(p -> p.totals().known());
    }

    private void sum(String key, String value) {
        out.append("<div><dt>")
                .append(t(key))
                .append("</dt><dd>")
                .append(Html.text(value))
                .append("</dd></div>\n");
    }

    private void charts(List<Day> days, List<Practice> practices) throws IOException {
        int daily = store.profiles().plan(person.id()).groups();
        var charts = new Charts(days, daily);
        int planned = daily * (charts.weekly() ? 7 : 1);
        String groups = charts.weekly() ? "chart.groups.weeks" : "chart.groups";
        section(groups, t("chart.groups.help", planned), charts.groups(texts.text(groups)));
        section("chart.release", t("chart.release.help"), charts.release(texts.text("chart.release")));
        section("chart.shares", t("chart.shares.help"), charts.shares(texts.text("chart.shares")));
        List<RepResult> reps = latest(practices);
        if (!reps.isEmpty()) {
            section("chart.reps", t("chart.reps.help"), Charts.reps(reps, texts.text("chart.reps")));
        }
    }

    /** The repetitions of the latest practice; empty when there is none. */
    private List<RepResult> latest(List<Practice> practices) throws IOException {
        for (int i = practices.size() - 1; i >= 0; i--) {
            if (practices.get(i).isPractice()) {
                return store.practices().reps(practices.get(i).id());
            }
        }
        return List.of();
    }

    private void section(String title, String help, String chart) {
        out.append("<section><h2>")
                .append(t(title))
                .append("</h2>\n<p class='quiet'>")
                .append(help)
                .append("</p>\n");
        out.append(chart).append("</section>\n");
    }

    private void practices(List<Practice> practices) {
        table("practices", PRACTICES);
        for (int i = practices.size() - 1; i >= 0; i--) {
            Practice practice = practices.get(i);
            var totals = practice.totals();
            boolean known = totals.known() && totals.judged() > 0;
            String start =
                    MINUTE.format(practice.start().at().atZone(practice.start().zone()));
            String end = texts.text("end." + totals.ended());
            row(
                    start,
                    practice.start().programme(),
                    totals.done() + " / " + practice.start().planned(),
                    known ? totals.letGo() + "/" + totals.judged() : "\u2013",
                    known ? totals.held() + "/" + totals.judged() : "\u2013",
                    Double.isFinite(totals.releaseSeconds())
                            ? Html.number(totals.releaseSeconds(), 1) + " s"
                            : "\u2013",
                    Html.number(totals.seconds() / 60, 1) + " min",
                    practice.start().clockSure() ? end : end + "; " + texts.text("clock.unsure"));
        }
        out.append("</tbody></table></section>\n");
    }

    private void calibrations() throws IOException {
        List<Calibrations.Kept> all = store.calibrations().all(person.id());
        if (all.isEmpty()) {
            return;
        }
        ZoneId zone = person.zone();
        table("calibrations", CALIBRATIONS);
        for (Calibrations.Kept kept : all) {
            var measured = kept.calibration();
            row(
                    MINUTE.format(measured.when().atZone(zone)),
                    measured.signal().name(),
                    Amount.text(measured.signal(), measured.rest()),
                    Amount.text(measured.signal(), measured.reference()),
                    texts.text("how." + measured.how().name()),
                    orDash(measured.probe()),
                    orDash(kept.lockedBy()));
        }
        out.append("</tbody></table></section>\n");
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "\u2013" : text;
    }

    private void assessments() throws IOException {
        var tables = new AssessmentTables(store.assessments().all(person.id()), texts, person.zone());
        tables.write(out);
    }

    private void table(String name, List<String> columns) {
        String kind = name.equals("practices") ? "" : " short";
        out.append(String.format("<section class='table cards %s%s'><h2>", name, kind))
                .append(t("table." + name))
                .append("</h2>\n<table><thead><tr>");
        for (String column : columns) {
            out.append("<th scope='col'>").append(t("table." + column)).append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
    }

    private void row(String... cells) {
        out.append("<tr>");
        for (String cell : cells) {
            out.append("<td>").append(Html.text(cell)).append("</td>");
        }
        out.append("</tr>\n");
    }
}
