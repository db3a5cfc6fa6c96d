package org.pelvi4j.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pelvi4j.app.store.Assessments;
import org.pelvi4j.app.store.Day;
import org.pelvi4j.app.store.Days;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.exercise.Guess;
import org.pelvi4j.exercise.RepResult;

/**
 * The rows of the record as CSV: a dot in every number, an empty field where nothing is known, times with their zone.
 * Confined to one thread.
 */
final class ExportedTables {
    private final Store store;
    private final Profile person;
    private final Path folder;

    ExportedTables(Store store, Profile person, Path folder) {
        this.store = store;
        this.person = person;
        this.folder = folder;
    }

    List<Path> write(List<Practice> practices) throws IOException {
        var tables = new ArrayList<Path>(List.of(
                table("practices.csv", practices(practices)),
                table("repetitions.csv", repetitions(practices)),
                table("days.csv", days(practices))));
        if (!store.assessments().all(person.id()).isEmpty()) {
            tables.add(table("assessments.csv", assessments()));
        }
        return tables;
    }

    private Path table(String name, StringBuilder text) throws IOException {
        Path file = folder.resolve(name);
        NewFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private StringBuilder practices(List<Practice> all) {
        var text = new StringBuilder("id,profile,start,clock_sure,kind,programme,sensor,end,group,seconds,planned,done,"
                + "judged,held,let_go,release_s,score,recording\n");
        for (Practice practice : all) {
            var start = practice.start();
            var totals = practice.totals();
            boolean known = totals.known();
            row(
                    text,
                    practice.id(),
                    person.code(),
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(start.at().atZone(start.zone())),
                    start.clockSure(),
                    start.kind(),
                    start.programme(),
                    start.sensor(),
                    totals.ended(),
                    practice.group(),
                    number(totals.seconds(), 3),
                    start.planned(),
                    totals.done(),
                    known ? totals.judged() : "",
                    known ? totals.held() : "",
                    known ? totals.letGo() : "",
                    number(totals.releaseSeconds(), 3),
                    number(totals.score(), 4),
                    start.recording().map(Path::getFileName).map(Path::toString).orElse(""));
        }
        return text;
    }

    private StringBuilder repetitions(List<Practice> all) throws IOException {
        var text = new StringBuilder("practice,rep,set,judged,held,let_go,held_s,work_s,release_s,score,response_s,"
                + "anticipated,extra,peak,guess\n");
        for (Practice practice : all) {
            for (RepResult rep : store.practices().reps(practice.id())) {
                boolean known = practice.totals().known();
                row(
                        text,
                        practice.id(),
                        rep.rep(),
                        rep.set(),
                        rep.judged(),
                        known ? rep.held() : "",
                        known ? rep.letGo() : "",
                        number(rep.heldSeconds(), 3),
                        number(rep.workSeconds(), 3),
                        number(rep.releaseSeconds(), 3),
                        number(rep.score(), 4),
                        number(rep.response().seconds(), 3),
                        rep.response().anticipated(),
                        rep.response().extra(),
                        number(rep.response().peakEffort(), 4),
                        rep.guess() == Guess.NONE ? "" : rep.guess() == Guess.YES);
            }
        }
        return text;
    }

    private StringBuilder days(List<Practice> all) throws IOException {
        LocalDate from = all.get(0).day();
        LocalDate to = all.get(all.size() - 1).day();
        var text = new StringBuilder("date,groups,planned,minutes," + String.join(",", Days.KINDS) + "\n");
        int planned = store.profiles().plan(person.id()).groups();
        for (Day day : store.days().between(person, from, to)) {
            text.append(day.date())
                    .append(',')
                    .append(day.groups().size())
                    .append(',')
                    .append(planned)
                    .append(',')
                    .append(number(day.practised().toMillis() / 60_000.0, 2));
            for (String kind : Days.KINDS) {
                text.append(',').append(day.ticks().contains(kind));
            }
            text.append('\n');
        }
        return text;
    }

    /** All of the person's, since they are compared with one another; levels in microvolt or pascal. */
    private StringBuilder assessments() throws IOException {
        var text = new StringBuilder("id,profile,at,kind,signal,probe,measured_by,segment,metric,value\n");
        for (Assessments.Kept kept : store.assessments().all(person.id())) {
            for (Assessments.Figure figure : kept.figures()) {
                row(
                        text,
                        kept.id(),
                        person.code(),
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(kept.at().atZone(person.zone())),
                        kept.kind(),
                        kept.signal(),
                        kept.probe(),
                        figure.metric().equals("palpated") ? "hand" : "probe",
                        figure.segment(),
                        figure.metric(),
                        number(figure.value(), 6));
            }
        }
        return text;
    }

    private static String number(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "";
    }

    private static void row(StringBuilder text, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : ",").append(cell(String.valueOf(cells[i])));
        }
        text.append('\n');
    }

    /** Quoted where it must be; a text that a spreadsheet would run as a formula stays a text. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+@\t].*|-[^0-9].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\n\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
