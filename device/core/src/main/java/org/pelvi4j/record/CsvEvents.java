package org.pelvi4j.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The events file beside a CSV of ours: {@code t_s,duration_s,text}. Source: DOMAIN 4.6. */
final class CsvEvents {
    static final String HEADER = "t_s,duration_s,text";
    private static final int MOST_EVENTS = 200_000;

    private CsvEvents() {}

    /** {@code a.csv} has its events in {@code a.events.csv}. */
    static Path pathBeside(Path csv) {
        String name = String.valueOf(csv.getFileName());
        String stem = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
        return csv.resolveSibling(stem + ".events.csv");
    }

    /** All events, in the order of their time; none when there is no such file. */
    static List<Annotation> beside(Path csv) throws IOException {
        Path file = pathBeside(csv);
        var events = new ArrayList<Annotation>();
        if (!Files.isRegularFile(file)) {
            return events;
        }
        try (var lines = new TextLines(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.equals(HEADER) && !line.isBlank()) {
                    events.add(event(file, lines.number(), line));
                }
                if (events.size() > MOST_EVENTS) {
                    throw RecordingException.expected(file, "events", "at most " + MOST_EVENTS, "more");
                }
            }
        }
        events.sort(Comparator.comparingLong(Annotation::atNanos));
        return events;
    }

    private static Annotation event(Path file, long number, String line) throws IOException {
        String[] cells = line.split(",", 3);
        double at = PlainNumber.parse(cells[0]);
        double duration = cells.length < 3 || cells[1].isEmpty() ? -1e-9 : PlainNumber.parse(cells[1]);
        if (cells.length < 3 || !(Math.abs(at) < 1e9) || !(duration < 1e9)) {
            throw RecordingException.expected(file, "line " + number, HEADER, line);
        }
        return new Annotation(Math.round(at * 1e9), Math.round(duration * 1e9), unquoted(cells[2]));
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }

    /** A text as a cell: quoted where it must be, and one line. */
    static String quoted(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.matches("[^,\"]*") ? line : '"' + line.replace("\"", "\"\"") + '"';
    }
}
