package org.pelvi4j.exercise;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** A programme to the file that it is read from. */
final class ProgrammeWriter {
    private ProgrammeWriter() {}

    static String write(Programme programme) {
        var text = new StringBuilder();
        line(text, "id", programme.id());
        line(text, "title", quoted(programme.title()));
        line(text, "preparation", Spans.text(programme.preparation()));
        if (programme.blocks().size() == 1) {
            block(text, programme.blocks().get(0), "");
        } else {
            text.append("blocks:\n");
            for (Block block : programme.blocks()) {
                int from = text.length();
                block(text, block, "    ");
                text.setCharAt(from + 2, '-');
            }
        }
        if (programme.sets() > 1) {
            line(text, "sets", String.valueOf(programme.sets()));
            line(text, "set rest", Spans.text(programme.setRest()));
        }
        line(text, "feedback", programme.showing().text());
        String growth = programme.progression().stream()
                .map(what -> what.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        line(text, "progression", growth.isEmpty() ? "none" : growth);
        return text.toString();
    }

    private static void block(StringBuilder text, Block block, String indent) {
        if (!block.segment().isEmpty()) {
            line(text, indent + "segment", block.segment());
        }
        span(text, indent + "work", block.work());
        if (block.coughAt() != null) {
            line(text, indent + "cough at", Spans.text(block.coughAt()));
        }
        span(text, indent + "rest", block.rest());
        if (!Double.isNaN(block.restBand())) {
            line(text, indent + "rest band", String.format(Locale.ROOT, "%.0f %%", block.restBand() * 100));
        }
        line(text, indent + "reps", String.valueOf(block.reps()));
        if (!block.work().isZero()) {
            line(text, indent + "target", quoted(block.target().toString()));
        }
    }

    private static void span(StringBuilder text, String key, Duration span) {
        if (!span.isZero()) {
            line(text, key, Spans.text(span));
        }
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(": ").append(value).append('\n');
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
