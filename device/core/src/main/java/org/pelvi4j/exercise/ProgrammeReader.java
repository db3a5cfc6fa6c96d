package org.pelvi4j.exercise;

import java.io.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** A programme's file to a programme; the limits of what somebody may write. */
final class ProgrammeReader {
    private static final List<String> REPETITION =
            List.of("work", "rest", "reps", "target", "rest band", "cough at", "segment");
    private static final List<String> WHOLE =
            List.of("id", "title", "preparation", "blocks", "sets", "set rest", "feedback", "progression");
    private static final List<String> ALL =
            Stream.concat(WHOLE.stream(), REPETITION.stream()).toList();

    private ProgrammeReader() {}

    static Programme read(String name, Reader yaml) {
        Fields fields = Fields.read(name, yaml, ALL);
        return fields.make(() -> programme(fields));
    }

    private static Programme programme(Fields fields) {
        String id = fields.get("id", ProgrammeReader::id);
        int sets = fields.get("sets", whole(1, 10), 1);
        return new Programme(
                Programme.Kind.PRACTICE,
                id,
                fields.get("title", ProgrammeReader::title, id),
                fields.get("preparation", seconds(0, 60), Duration.ofSeconds(10)),
                blocks(fields),
                sets,
                sets == 1 ? Duration.ZERO : fields.get("set rest", seconds(5, 300)),
                fields.get("feedback", Showing::parse, Showing.EVERY_REP),
                fields.get("progression", ProgrammeReader::progression, List.of()));
    }

    private static List<Block> blocks(Fields fields) {
        if (!fields.has("blocks")) {
            return List.of(block(fields));
        }
        for (String key : REPETITION) {
            if (fields.has(key)) {
                fields.get(key, text -> {
                    throw new IllegalArgumentException("expected inside a block, since there are 'blocks'");
                });
            }
        }
        var blocks = new ArrayList<Block>();
        for (Fields part : fields.list("blocks", REPETITION)) {
            blocks.add(part.make(() -> block(part)));
        }
        return blocks;
    }

    private static Block block(Fields fields) {
        boolean restAlone = fields.has("rest") && !fields.has("work");
        Duration work = restAlone ? Duration.ZERO : fields.get("work", seconds(1, 60));
        Function<String, Duration> rest = seconds(1, 300);
        return new Block(
                fields.get("segment", ProgrammeReader::id, ""),
                work,
                fields.get("rest", text -> notShorter(rest.apply(text), work), Duration.ZERO),
                fields.get("reps", whole(1, 60), 1),
                restAlone ? Target.NONE : fields.get("target", text -> target(text, work)),
                fields.get("rest band", ProgrammeReader::percent, Double.NaN),
                fields.has("cough at") ? fields.get("cough at", seconds(0, 60)) : null);
    }

    /** Source: DOMAIN 1.5, rest never shorter than work. */
    private static Duration notShorter(Duration rest, Duration work) {
        if (rest.compareTo(work) < 0) {
            throw new IllegalArgumentException(
                    "expected at least as long as the work of " + Spans.text(work) + " but was " + Spans.text(rest));
        }
        return rest;
    }

    private static Target target(String text, Duration work) {
        String words = text.strip();
        if (!words.startsWith("peak ")) {
            return Target.parse(words);
        }
        if (work.compareTo(Block.LONGEST_FLICK) > 0) {
            throw new IllegalArgumentException(
                    "expected a peak only where the work is 2 s or less but it is " + Spans.text(work));
        }
        return Target.parse(words.substring("peak ".length()));
    }

    private static String id(String text) {
        if (!text.matches("[a-z0-9]+(-[a-z0-9]+)*") || text.length() > 40) {
            throw new IllegalArgumentException(
                    "expected lower-case letters, digits and hyphens, at most 40, but was '" + text + "'");
        }
        return text;
    }

    private static String title(String text) {
        if (text.isBlank() || text.length() > 40 || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("expected one line of 1 to 40 letters but was '" + text + "'");
        }
        return text.strip();
    }

    private static double percent(String text) {
        if (!text.strip().matches("\\d{1,2}\\s*%")) {
            throw new IllegalArgumentException("expected 5 to 30 % but was '" + text + "'");
        }
        int percent = Integer.parseInt(text.replace("%", "").strip());
        if (percent < 5 || percent > 30) {
            throw new IllegalArgumentException("expected 5 to 30 % but was '" + text + "'");
        }
        return percent / 100.0;
    }

    private static List<Growth> progression(String text) {
        if (text.strip().equals("none")) {
            return List.of();
        }
        return Arrays.stream(text.split(","))
                .map(word -> switch (word.strip().toLowerCase(Locale.ROOT)) {
                    case "work" -> Growth.WORK;
                    case "reps" -> Growth.REPS;
                    case "rest" -> Growth.REST;
                    default ->
                        throw new IllegalArgumentException(
                                "expected 'none' or some of work, reps, rest but was '" + text + "'");
                })
                .toList();
    }

    private static Function<String, Duration> seconds(int least, int most) {
        return text -> {
            Duration span = Spans.parse(text);
            if (span.compareTo(Duration.ofSeconds(least)) < 0 || span.compareTo(Duration.ofSeconds(most)) > 0) {
                throw new IllegalArgumentException(
                        "expected " + least + " to " + most + " seconds but was " + Spans.number(span));
            }
            return span;
        };
    }

    private static Function<String, Integer> whole(int least, int most) {
        return text -> {
            boolean number = text.matches("\\d{1,4}");
            if (!number || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw new IllegalArgumentException("expected " + least + " to " + most + " but was '" + text + "'");
            }
            return Integer.parseInt(text);
        };
    }
}
