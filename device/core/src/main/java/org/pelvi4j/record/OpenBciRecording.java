package org.pelvi4j.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pelvi4j.sensor.Signal;

/** OpenBCI GUI text: columns found by their names, since the others vary with the board. Source: DOMAIN 4.4. */
final class OpenBciRecording {
    /** The Cyton's frame counter is one byte. Source: DOMAIN 3.8. */
    private static final int CYTON_NUMBERS = 256;

    private static final int MOST_COMMENTS = 1000;

    private final Path file;
    private final ReadOptions options;
    private final TextFields fields = TextFields.of(',');
    private final Map<String, String> header = new HashMap<>();
    private final ArrayDeque<String> first = new ArrayDeque<>();
    private List<String> names = List.of();

    private OpenBciRecording(Path file, ReadOptions options) {
        this.file = file;
        this.options = options;
    }

    static Recording open(Path file, ReadOptions options) throws IOException {
        var lines = new TextLines(file);
        try {
            return new OpenBciRecording(file, options).open(lines);
        } catch (IOException e) {
            try (lines) {
                throw e;
            }
        }
    }

    private Recording open(TextLines lines) throws IOException {
        String line = afterComments(lines);
        if (line.startsWith("Sample Index")) {
            names = fields.of(file, lines.number(), line);
        } else {
            first.add(line);
        }
        double rateHz = PlainNumber.parse(header.getOrDefault("Sample Rate", "").replaceFirst(" *Hz$", ""));
        if (!(rateHz > 0)) {
            throw RecordingException.expected(
                    file, "%Sample Rate", "a positive number of Hz", header.get("Sample Rate"));
        }
        boolean cyton = header.getOrDefault("Board", "").endsWith("BoardCytonSerial");
        var numbering = cyton ? new FrameNumbers(file, 0, CYTON_NUMBERS) : TextRecording.ONE_BY_ONE;
        return new TextRecording(
                file, new TextRecording.TextSource(lines, fields, first), rateHz, columns(), numbering);
    }

    private String afterComments(TextLines lines) throws IOException {
        for (int i = 0; i < MOST_COMMENTS; i++) {
            String line = lines.next();
            if (line == null) {
                break;
            }
            if (!line.startsWith("%")) {
                return line;
            }
            int equals = line.indexOf('=');
            if (equals > 0) {
                header.put(
                        line.substring(1, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        throw new RecordingException(file, "openbci: expected samples after the lines with %");
    }

    private List<TextRecording.Column> columns() throws IOException {
        var columns = new ArrayList<TextRecording.Column>();
        List<Integer> indices = names.isEmpty() ? unnamed() : named();
        for (int i = 0; i < indices.size(); i++) {
            if (options.column() == 0 || options.column() == i + 1) {
                var channel = RecordedChannel.unlimited(indices.get(i), "EXG " + i, Signal.EMG);
                columns.add(new TextRecording.Column(channel, Unit.UV::toInternal));
            }
        }
        if (columns.isEmpty()) {
            throw RecordingException.expected(
                    file,
                    "column",
                    options.column() == 0 ? "columns named EXG Channel" : "1 to " + indices.size(),
                    options.column() == 0 ? names : options.column());
        }
        return columns;
    }

    private List<Integer> named() {
        var indices = new ArrayList<Integer>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).startsWith("EXG Channel")) {
                indices.add(i);
            }
        }
        return indices;
    }

    /** Older files have no names: the channels follow the sample's number. */
    private List<Integer> unnamed() throws IOException {
        double channels = PlainNumber.parse(header.getOrDefault("Number of channels", ""));
        if (!(channels >= 1 && channels <= 64)) {
            throw RecordingException.expected(file, "%Number of channels", "1 to 64", header.get("Number of channels"));
        }
        var indices = new ArrayList<Integer>();
        for (int i = 1; i <= channels; i++) {
            indices.add(i);
        }
        return indices;
    }
}
