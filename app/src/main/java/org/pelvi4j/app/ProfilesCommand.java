package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.Proposal;
import org.pelvi4j.sensor.Signal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code profiles}: the people who share the device. Confined to one thread. */
@Command(
        name = "profiles",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists the people who share this device, each with a sensor, a probe, a programme and limits.",
        footer = {
            "",
            "Examples:",
            "  pelvi4j profiles add Ada --language de",
            "  pelvi4j profiles use Ada",
            "  pelvi4j profiles set programme=beginner probe='pads, left' groups=3"
        })
final class ProfilesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private RecordFolder folder = new RecordFolder();

    @Option(names = "--json", description = "One JSON object per person on a line of its own.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Store store = folder.openToRead(spec.commandLine().getErr())) {
            List<Profile> all = store.profiles().all();
            if (all.isEmpty() && !json) {
                out.println("Nobody yet. 'pelvi4j profiles add NAME' adds somebody; so does the first practice.");
            }
            for (Profile person : all) {
                out.println(json ? ProfileLines.json(store, person) : ProfileLines.text(store, person));
            }
            out.flush();
            return 0;
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds somebody, and makes this person the active one.")
    int add(
            @Parameters(paramLabel = "NAME", description = "How the person is called on the screen.") String name,
            @Option(names = "--language", paramLabel = "CODE", defaultValue = "en", description = "en or de.")
                    String language,
            @Option(
                            names = "--zone",
                            paramLabel = "ZONE",
                            description = "Where the person's days begin and end, such as Europe/Berlin (default: this"
                                    + " computer's).")
                    @Nullable
                    String zone,
            @Mixin RecordFolder where)
            throws IOException {
        if (!Texts.LANGUAGES.contains(language)) {
            throw new IllegalArgumentException(
                    "--language: expected one of " + Texts.LANGUAGES + " but was '" + language + "'");
        }
        try (Store store = where.open(spec.commandLine().getErr())) {
            Profile person = store.profiles()
                    .add(name, zone == null ? ZoneId.systemDefault() : zone(zone), language, Instant.now());
            store.profiles().activate(person.id());
            say(person.name() + " (" + person.code() + ") is the active one.");
            return 0;
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--zone: expected a time zone such as Europe/Berlin but was '" + text + "'", e);
        }
    }

    @Command(
            name = "use",
            mixinStandardHelpOptions = true,
            description = "Makes somebody the active one: the next practice is this person's.")
    int use(@Parameters(paramLabel = "NAME", description = "A name or a code.") String name, @Mixin RecordFolder where)
            throws IOException {
        try (Store store = where.open(spec.commandLine().getErr())) {
            Profile person = Whose.named(store, name);
            store.profiles().activate(person.id());
            say(person.name() + " (" + person.code() + ") is the active one.");
            return 0;
        }
    }

    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description = {
                "Sets something for a person; NAME= takes it away:",
                "  programme    an id, or a .yaml file",
                "  sensor       a sensor's URI",
                "  probe        which probe this person has; one person per probe",
                "  site         vaginal or anal: the label in recordings, and what the sensor must be able to tell",
                "  groups       groups a day, 1 to 12",
                "  hours-apart  hours between two groups, 0 to 12",
                "  most-groups  a limit: no more groups on one day, 1 to 12"
            })
    int set(
            @Parameters(paramLabel = "NAME=VALUE", arity = "1..*", description = "What, and to what.")
                    Map<String, String> values,
            @Mixin Whose whose,
            @Mixin RecordFolder where)
            throws IOException {
        for (var each : values.entrySet()) {
            ProfileSettings.check(each.getKey(), each.getValue());
        }
        try (Store store = where.open(spec.commandLine().getErr())) {
            Profile person = whose.in(store);
            for (var each : values.entrySet()) {
                ProfileSettings.checkProbe(store, person, each.getKey(), each.getValue());
                store.profiles().set(person.id(), each.getKey(), each.getValue());
                if (each.getKey().equals("programme")) {
                    store.profiles().set(person.id(), Programmes.CHANGED, "");
                }
            }
            say(ProfileLines.text(store, person));
            return 0;
        }
    }

    @Command(
            name = "step",
            mixinStandardHelpOptions = true,
            description =
                    "Takes the step that is proposed for the person's programme, up or back; nothing else changes.")
    int step(@Mixin Whose whose, @Mixin RecordFolder where) throws IOException {
        try (Store store = where.open(spec.commandLine().getErr())) {
            Profile person = whose.in(store);
            Programme plan = Programmes.of(store, person);
            Optional<Proposal> proposal = Proposals.of(store, person, plan);
            if (proposal.isEmpty()) {
                throw new Failure("no step is proposed for " + person.name() + " now; the programme stays as it is");
            }
            store.profiles()
                    .set(
                            person.id(),
                            Programmes.CHANGED,
                            proposal.get().programme().yaml());
            say(person.name() + ": " + Proposals.change(plan, proposal.get(), Texts.in(person.language())));

            return 0;
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    /** How a person is shown. */
    private static final class ProfileLines {
        static String text(Store store, Profile person) throws IOException {
            var parts = new ArrayList<String>();
            for (String name : ProfileSettings.NAMES) {
                store.profiles().setting(person.id(), name).ifPresent(value -> parts.add(name + "=" + value));
            }
            for (Signal signal : Signal.values()) {
                store.calibrations()
                        .latest(person.id(), signal)
                        .ifPresent(kept -> parts.add("calibrated="
                                + kept.calibration()
                                        .when()
                                        .atZone(person.zone())
                                        .toLocalDate() + " ("
                                + signal.name().toLowerCase(java.util.Locale.ROOT) + ")"));
            }
            return (person.active() ? "* " : "  ") + person.name() + " (" + person.code() + ", " + person.zone() + ", "
                    + person.language() + ")" + (parts.isEmpty() ? "" : "  " + String.join("  ", parts));
        }

        static String json(Store store, Profile person) throws IOException {
            return JsonLine.of("profile", line -> {
                line.writeStringField("code", person.code());
                line.writeStringField("name", person.name());
                line.writeStringField("zone", person.zone().getId());
                line.writeStringField("language", person.language());
                line.writeBooleanField("active", person.active());
                for (String name : ProfileSettings.NAMES) {
                    JsonLine.text(
                            line,
                            name.replace('-', '_'),
                            store.profiles().setting(person.id(), name).orElse(""));
                }
            });
        }
    }
}
