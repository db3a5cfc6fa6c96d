package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.report.PracticeTable;
import org.pelvi4j.app.report.TerminalCharts;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.exercise.RepResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code history}: what was practised, on the terminal or for a program. Confined to one thread. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows what was practised: a table, how letting go came along, and the last weeks at a glance.",
        footer = {"", "Examples:", "  pelvi4j history --last 30", "  pelvi4j history --from 2026-11-01 --json"})
final class HistoryCommand implements Callable<Integer> {
    /** Weeks at a glance end with this one. */
    private static final int WEEKS = 4;

    private static final int USUAL_LAST = 8;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private RecordFolder folder = new RecordFolder();

    @Mixin
    private Whose whose = new Whose();

    @Mixin
    private Period period = new Period();

    @Mixin
    private Paper paper = new Paper();

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "Lists the last N practices where no period is asked for (default: " + USUAL_LAST
                    + "; with --json all).")
    private @Nullable Integer last;

    @Option(names = "--json", description = "One JSON object per practice on a line of its own, the oldest first.")
    private boolean json;

    @Option(names = "--reps", description = "With --json: each repetition too.")
    private boolean reps;

    @Override
    public Integer call() throws IOException {
        if (last != null && last < 1) {
            throw new IllegalArgumentException("--last: expected 1 or more but was " + last);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Store store = folder.openToRead(spec.commandLine().getErr())) {
            Profile person = whose.in(store);
            List<Practice> practices = chosen(store, person);
            if (json) {
                for (Practice practice : practices) {
                    List<RepResult> each = reps ? store.practices().reps(practice.id()) : List.of();
                    out.println(PracticeJson.line(practice, person, each, reps));
                }
            } else {
                show(store, person, practices).forEach(out::println);
            }
            out.flush();
            return 0;
        }
    }

    private List<Practice> chosen(Store store, Profile person) throws IOException {
        if (period.given() || (json && last == null)) {
            return store.practices().between(person.id(), period.from(person.zone()), period.to(person.zone()));
        }
        return PracticeTable.inOrder(store.practices().latest(person.id(), last == null ? USUAL_LAST : last));
    }

    private List<String> show(Store store, Profile person, List<Practice> practices) throws IOException {
        Texts texts = Texts.in(person.language());
        var lines = new ArrayList<String>();
        lines.add(paper.strong(texts.text("history.title", person.name(), person.code())));
        if (practices.isEmpty()) {
            lines.add(texts.text(period.given() ? "none" : "history.none"));
            return lines;
        }
        var table = new PracticeTable(texts, paper.columns(), paper.ascii());
        lines.addAll(table.lines(practices));
        if (!period.given() && last == null && practices.size() == USUAL_LAST) {
            lines.add(texts.text("history.more", USUAL_LAST));
        }
        lines.add("");
        TerminalCharts charts = paper.charts(texts);
        lines.addAll(charts.release(
                period.given()
                        ? practices
                        : PracticeTable.inOrder(store.practices().latest(person.id(), paper.columns()))));
        lines.add("");
        LocalDate today = Instant.now().atZone(person.zone()).toLocalDate();
        Practice newest = practices.get(practices.size() - 1);
        LocalDate until = period.given() || newest.day().isAfter(today) ? newest.day() : today;
        LocalDate first = store.practices().firstDay(person.id()).orElse(until);
        LocalDate from =
                until.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS - 1);
        lines.addAll(charts.weeks(
                store.days().between(person, from.isBefore(first) ? first : from, until),
                until,
                store.profiles().plan(person.id()).groups()));
        proposal(store, person, texts).map(paper::wrapped).ifPresent(lines::addAll);
        return lines;
    }

    private static Optional<String> proposal(Store store, Profile person, Texts texts) throws IOException {
        return Proposals.line(store, person, Programmes.of(store, person), texts);
    }
}
