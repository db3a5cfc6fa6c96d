package org.pelvi4j.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Signal;

/** Text with separators: our own (DOMAIN 4.6), or anybody's. Confined to one thread. */
final class CsvRecording {
    static final String OURS = "pelvi4j-csv/1";
    /** Columns that count or tell the time. */
    private static final Set<String> NO_VALUES = Set.of(
            "t",
            "t_s",
            "t_ms",
            "time",
            "timestamp",
            "seconds",
            "nseq",
            "counter",
            "index",
            "sample",
            "n",
            "di",
            "level_pct",
            "phase",
            "valid");

    private static final Set<String> SECONDS = Set.of("t", "t_s", "time", "seconds");
    /** Lines that the rate is found from. */
    private static final int LINES_FOR_RATE = 256;
    /** Comment lines of a header. */
    private static final int MOST_COMMENTS = 1000;

    private final Path file;
    private final ReadOptions options;
    private final TextLines lines;
    private final Map<String, String> header = new HashMap<>();
    private final ArrayDeque<String> first = new ArrayDeque<>();
    private List<String> names = List.of();
    private TextFields fields = TextFields.of(',');

    private CsvRecording(Path file, ReadOptions options, TextLines lines) {
        this.file = file;
        this.options = options;
        this.lines = lines;
    }

    static Recording open(Path file, ReadOptions options) throws IOException {
        var lines = new TextLines(file);
        try {
            return new CsvRecording(file, options, lines).open();
        } catch (IOException e) {
            try (lines) {
                throw e;
            }
        }
    }

    private Recording open() throws IOException {
        String line = afterComments();
        fields = TextFields.foundIn(line);
        List<String> cells = fields.of(file, lines.number(), line);
        if (cells.stream().allMatch(cell -> PlainNumber.missing(cell) || !Double.isNaN(PlainNumber.parse(cell)))) {
            first.add(line);
        } else {
            names = cells;
        }
        boolean ours = OURS.equals(header.get("format"));
        int time = timeColumn();
        double rateHz = rate(time);
        var columns = columns();
        var numbering = ours && time >= 0 ? byTime(time, rateHz) : TextRecording.ONE_BY_ONE;
        var recording =
                new TextRecording(file, new TextRecording.TextSource(lines, fields, first), rateHz, columns, numbering);
        return recording.with(start(), ours ? names.indexOf("valid") : -1, ours ? CsvEvents.beside(file) : List.of());
    }

    private String afterComments() throws IOException {
        for (int i = 0; i < MOST_COMMENTS; i++) {
            String line = lines.next();
            if (line == null) {
                throw new RecordingException(file, "expected lines of numbers but there are none");
            }
            if (!line.startsWith("#") && !line.startsWith("%") && !line.isBlank()) {
                return line;
            }
            int equals = line.indexOf('=');
            if (equals > 0) {
                header.put(
                        line.substring(1, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        throw new RecordingException(file, "expected at most " + MOST_COMMENTS + " comment lines at the beginning");
    }

    private int timeColumn() {
        for (int i = 0; i < names.size(); i++) {
            if (SECONDS.contains(plain(names.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private double rate(int time) throws IOException {
        double told = PlainNumber.parse(header.getOrDefault("rateHz", ""));
        if (told > 0) {
            return told;
        }
        if (!Double.isNaN(options.rateHz())) {
            return options.rateHz();
        }
        double found = time < 0 ? Double.NaN : rateOf(time);
        if (!(found > 0)) {
            throw new RecordingException(
                    file, "csv: expected a rate, from a column t_s or a line '# rateHz=': give --rate");
        }
        return found;
    }

    /** The rate from the time column; the lines read for it are kept. */
    private double rateOf(int time) throws IOException {
        while (first.size() < LINES_FOR_RATE) {
            String line = lines.next();
            if (line == null) {
                break;
            }
            first.add(line);
        }
        if (first.size() < 2) {
            return Double.NaN;
        }
        long number = lines.number();
        double from = TextFields.value(file, number, fields.of(file, number, first.getFirst()), time);
        double to = TextFields.value(file, number, fields.of(file, number, first.getLast()), time);
        double rate = (first.size() - 1) / (to - from);
        return Math.abs(rate - Math.rint(rate)) < 0.005 * rate ? Math.rint(rate) : rate;
    }

    private List<TextRecording.Column> columns() throws IOException {
        int width = names.isEmpty()
                ? fields.of(file, lines.number(), first.getFirst()).size()
                : names.size();
        var columns = new ArrayList<TextRecording.Column>();
        for (int i = 0; i < width; i++) {
            String name = i < names.size() ? names.get(i) : "";
            if (options.column() > 0 ? i == options.column() - 1 : holdsValues(name)) {
                columns.add(column(i, name));
            }
        }
        if (columns.isEmpty()) {
            throw RecordingException.expected(
                    file,
                    "column",
                    "1 to " + width + " that holds values",
                    options.column() == 0 ? names : options.column());
        }
        return columns;
    }

    private boolean holdsValues(String name) {
        String told = header.get("channels");
        return told == null
                ? !NO_VALUES.contains(plain(name))
                : List.of(told.split(",")).contains(name);
    }

    private TextRecording.Column column(int index, String name) throws IOException {
        int bar = Math.max(name.lastIndexOf('_'), name.lastIndexOf(' '));
        Optional<Unit> told = Unit.of(name.substring(bar + 1).replaceAll("[()\\[\\]]", ""));
        Unit unit = told.orElse(options.assumedUnit());
        if (unit == null) {
            throw new RecordingException(
                    file, "column " + (index + 1) + ": expected a unit such as in emg_uV: give --unit");
        }
        Signal signal = name.startsWith(CsvRecorder.ENVELOPE) ? Signal.ENVELOPE : options.signalIn(unit);
        return new TextRecording.Column(RecordedChannel.unlimited(index, name, signal), unit::toInternal);
    }

    private TextRecording.Numbering byTime(int time, double rateHz) {
        return (cells, lineNumber, last) -> {
            double seconds = TextFields.value(file, lineNumber, cells, time);
            double place = seconds * rateHz;
            if (!(place >= last + 0.5 && place < 1e15)) {
                throw RecordingException.expected(
                        file, "line " + lineNumber, "a time after the line before", cells.get(time));
            }
            return Math.round(place);
        };
    }

    private @Nullable LocalDateTime start() {
        try {
            String told = header.get("start");
            ZoneId zone = ZoneId.of(header.getOrDefault("zone", "Z"));
            return told == null ? null : LocalDateTime.ofInstant(Instant.parse(told), zone);
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
