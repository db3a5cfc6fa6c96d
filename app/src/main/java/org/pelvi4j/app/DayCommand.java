package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.app.store.Day;
import org.pelvi4j.app.store.Days;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.exercise.DayPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code day}: one day of the plan. Confined to one thread. */
@Command(
        name = "day",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows a day: the groups done, and what else the plan holds, which is ticked by hand.",
        footer = {"", "Examples:", "  pelvi4j day", "  pelvi4j day --walk", "  pelvi4j day --date 2026-11-23 --no-walk"
        })
final class DayCommand implements Callable<Integer> {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private RecordFolder folder = new RecordFolder();

    @Mixin
    private Whose whose = new Whose();

    @Option(names = "--date", paramLabel = "DATE", description = "Which day (default: today).")
    private @Nullable String date;

    @Option(names = "--walk", negatable = true, description = "Ticks 30 minutes of brisk walking, or takes it back.")
    private @Nullable Boolean walk;

    @Option(names = "--jog", negatable = true, description = "Ticks an easy jog, or takes it back.")
    private @Nullable Boolean jog;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        boolean ticks = walk != null || jog != null;
        try (Store store = ticks ? folder.open(err) : folder.openToRead(err)) {
            Profile person = whose.in(store);
            Instant now = Instant.now();
            LocalDate today = now.atZone(person.zone()).toLocalDate();
            LocalDate day = date == null ? today : Period.date("--date", date);
            tick(store, person, day, "walk", walk);
            tick(store, person, day, "jog", jog);
            Day found = store.days().between(person, day, day).get(0);
            DayPlan plan = store.profiles().plan(person.id());
            if (json) {
                out.println(line(person, found, plan));
            } else {
                lines(person, found, plan, day.equals(today)).forEach(out::println);
                if (day.equals(today)) {
                    DayLines.next(plan, found, person, Texts.in(person.language()), now)
                            .ifPresent(out::println);
                }
            }
            out.flush();
            return 0;
        }
    }

    private static void tick(Store store, Profile person, LocalDate day, String kind, @Nullable Boolean done)
            throws IOException {
        if (done != null) {
            store.days().tick(person, day, kind, done);
        }
    }

    private static List<String> lines(Profile person, Day day, DayPlan plan, boolean today) {
        Texts texts = Texts.in(person.language());
        var lines = new ArrayList<String>();
        lines.add(texts.text("day.title", day.date(), person.name(), person.code()));
        lines.add(texts.text("day.count", day.groups().size(), plan.groups()));
        for (Practice practice : day.practices()) {
            String at = HOUR.format(practice.start().at().atZone(person.zone()));
            var totals = practice.totals();
            lines.add("  " + at + "  "
                    + texts.text(
                            practice.group() ? "day.group" : "day.other",
                            practice.start().programme(),
                            totals.done(),
                            practice.start().planned(),
                            texts.text("end." + totals.ended())));
        }
        for (String kind : Days.KINDS) {
            String open = today ? "day.open." : "day.not.";
            lines.add(texts.text((day.ticks().contains(kind) ? "day.done." : open) + kind));
        }
        return lines;
    }

    private static String line(Profile person, Day day, DayPlan plan) throws IOException {
        return JsonLine.of("day", line -> {
            line.writeStringField("date", day.date().toString());
            line.writeStringField("profile", person.code());
            line.writeStringField("zone", person.zone().getId());
            line.writeNumberField("groups", day.groups().size());
            line.writeNumberField("planned", plan.groups());
            line.writeNumberField("practices", day.practices().size());
            JsonLine.number(line, "minutes", day.practised().toSeconds() / 60.0);
            for (String kind : Days.KINDS) {
                line.writeBooleanField(kind, day.ticks().contains(kind));
            }
        });
    }
}
