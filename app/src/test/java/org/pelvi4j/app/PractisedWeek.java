package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A week of three groups a day through {@code practice}, the week in which summer time ends: two groups are missed, once
 * the sensor is gone for a while, once a plug is pulled, once the power is cut, once the muscle tires. Confined to one thread.
 */
final class PractisedWeek {
    static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<LocalTime> HOURS =
            List.of(LocalTime.of(7, 0), LocalTime.of(12, 30), LocalTime.of(23, 30));

    final Path root;
    /** What was said on stderr by all commands. */
    final StringWriter err = new StringWriter();
    /** All practices but the one that was cut, in order. */
    final List<Done> all = new ArrayList<>();
    /** How many repetitions the practice that was cut had told of. */
    int repsSaid;

    private final Path elsewhere;
    private @Nullable Done cut;

    PractisedWeek(Path folder) {
        root = folder.resolve("pelvi4j");
        elsewhere = folder.resolve("elsewhere");
    }

    /** One practice as it was: when, what was said, what the sensor handed on. */
    record Done(Instant at, String said, SeenSensor seen) {}

    /** The practice that was cut, as it would have been. */
    Done cut() {
        return Objects.requireNonNull(cut);
    }

    /** Types a command that succeeds; gives what it said. */
    String run(String... words) {
        var out = new StringWriter();
        assertThat(Main.run(new PrintWriter(out), new PrintWriter(err, true), words))
                .as("%s: %s", String.join(" ", words), err)
                .isZero();
        return out.toString();
    }

    private static String[] words(Path root, Instant at, String sensor, String speed, String programme) {
        return new String[] {
            "practice",
            "--data",
            root.toString(),
            "--sensor",
            sensor,
            "--programme",
            programme,
            "--speed",
            speed,
            "--lines",
            "--at",
            at.toString()
        };
    }

    private Done practise(Path data, Instant at, String sensor, String programme) {
        var out = new StringWriter();
        var seen = new ArrayList<SeenSensor>();
        var commands = new picocli.CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> kind) throws Exception {
                return kind == PracticeCommand.class
                        ? kind.cast(new PracticeCommand(() -> new Equipment(opened -> {
                            seen.add(new SeenSensor(opened));
                            return seen.get(0);
                        })))
                        : picocli.CommandLine.defaultFactory().create(kind);
            }
        };
        int code = Main.run(
                commands, new PrintWriter(out), new PrintWriter(err, true), words(data, at, sensor, "max", programme));
        assertThat(code).as("%s: %s", sensor, err).isZero();
        return new Done(at, out.toString(), seen.get(0));
    }

    private static Instant at(int day, int group) {
        return MONDAY.plusDays(day).atTime(HOURS.get(group)).atZone(BERLIN).toInstant();
    }

    private static String sensor(int day, int group) {
        String fault = day == 1 && group == 1 ? "&fault=off@70s+6s" : "";
        if (day == 2 && group == 2) {
            return "sim+serial:lift3-healthy?protocol=cyton&channel=1&fault=unplug@70s+6s";
        }
        if (day == 4 && group == 2) {
            return "sim:weak?signal=pressure&seed=1";
        }
        return "sim:healthy?signal=" + (group == 1 ? "emg&rate=250" : "pressure") + "&seed=" + (10 * day + group)
                + fault;
    }

    /** From Monday to Sunday. */
    void practise() throws IOException, InterruptedException {
        run("profiles", "add", "Ada", "--zone", "Europe/Berlin", "--data", root.toString());
        for (int day = 0; day < 7; day++) {
            for (int group = 0; group < 3; group++) {
                boolean missed = (day == 2 && group == 1) || (day == 5 && group == 2);
                if (day == 3 && group == 0) {
                    cut = cutOff(at(day, group), sensor(day, group));
                } else if (!missed) {
                    String programme = day == 4 && group == 2 ? "strength-8x8" : "lift-3min";
                    all.add(practise(root, at(day, group), sensor(day, group), programme));
                }
            }
        }
    }

    /** A real process, killed in the fifth repetition; the truth is the same practice uncut, elsewhere. */
    private Done cutOff(Instant at, String sensor) throws IOException, InterruptedException {
        var words = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.pelvi4j.app.Main"));
        words.addAll(List.of(words(root, at, sensor, "20", "lift-3min")));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = process.inputReader()) {
            boolean holding = false;
            while (repsSaid < 5 || !holding) {
                String line = said.readLine();
                assertThat(line).as("the practice ended before it was cut").isNotNull();
                repsSaid += line.matches(" *[0-9.]+ rep +.*") ? 1 : 0;
                holding = line.matches(" *[0-9.]+ hold +.*");
            }
            assertThat(process.toHandle().destroyForcibly()).isTrue();
        }
        process.waitFor();
        run("profiles", "add", "Ada", "--zone", "Europe/Berlin", "--data", elsewhere.toString());
        return practise(elsewhere, at, sensor, "lift-3min");
    }
}
