package org.pelvi4j.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Signal;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** OpenSignals (r)evolution text: raw counts under a header in JSON. Source: DOMAIN 4.5 and 3.5. */
final class OpenSignalsRecording {
    /** Volts at the converter's full scale, over the amplifier's gain in thousands. Source: DOMAIN 3.5. */
    private static final Map<String, Double> FULL_SCALE_MILLIVOLTS = Map.of(
            "bitalino_rev", 3.3 / 1.009,
            "bitalino", 3.3 / 1.008,
            "biosignalsplux", 3.0);

    private static final int BITALINO_NUMBERS = 16;
    /** A parser that calls itself for each bracket must not be led too deep; eight devices have some hundred. */
    private static final int MOST_BRACKETS = 400;

    private final Path file;
    private final ReadOptions options;
    private final Map<?, ?> device;

    private OpenSignalsRecording(Path file, ReadOptions options, Map<?, ?> device) {
        this.file = file;
        this.options = options;
        this.device = device;
    }

    static Recording open(Path file, ReadOptions options) throws IOException {
        var lines = new TextLines(file);
        try {
            return new OpenSignalsRecording(file, options, header(file, lines)).open(lines);
        } catch (IOException e) {
            try (lines) {
                throw e;
            }
        }
    }

    /** The first device of the header. JSON is read as the YAML that it also is. */
    private static Map<?, ?> header(Path file, TextLines lines) throws IOException {
        String first = lines.next();
        String json = lines.next();
        String end = lines.next();
        if (first == null || json == null || end == null || !json.startsWith("# {") || !end.contains("EndOfHeader")) {
            throw new RecordingException(file, "opensignals: expected '# {...}' and '# EndOfHeader' in lines 2 and 3");
        }
        if (json.chars().filter(c -> c == '{' || c == '[').count() > MOST_BRACKETS) {
            throw RecordingException.expected(file, "line 2", "at most " + MOST_BRACKETS + " brackets", "more");
        }
        try {
            Object all = new Load(LoadSettings.builder().build()).loadFromString(json.substring(2));
            if (all instanceof Map<?, ?> devices
                    && !devices.isEmpty()
                    && devices.values().iterator().next() instanceof Map<?, ?> device) {
                return device;
            }
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw RecordingException.expected(file, "line 2", "JSON", json.substring(2));
        }
        throw RecordingException.expected(file, "line 2", "settings of a device", json.substring(2));
    }

    private Recording open(TextLines lines) throws IOException {
        if (!(device.get("sampling rate") instanceof Number rate) || !(rate.doubleValue() > 0)) {
            throw RecordingException.expected(file, "sampling rate", "a positive number", device.get("sampling rate"));
        }
        var source = new TextRecording.TextSource(lines, TextFields.of('\t'), new ArrayDeque<>());
        var recording = new TextRecording(file, source, rate.doubleValue(), columns(), numbering());
        return recording.with(start(), -1, List.of());
    }

    private List<TextRecording.Column> columns() throws IOException {
        List<?> names = list("column");
        List<?> labels = list("label");
        List<?> sensors = list("sensor");
        var columns = new ArrayList<TextRecording.Column>();
        for (int i = 0; i < labels.size(); i++) {
            int index = names.indexOf(labels.get(i));
            String sensor = i < sensors.size() ? String.valueOf(sensors.get(i)) : "";
            boolean chosen = options.column() == 0 ? sensor.equals("EMG") : options.column() == i + 1;
            if (index >= 0 && chosen) {
                var channel = RecordedChannel.unlimited(index, String.valueOf(labels.get(i)), Signal.EMG);
                columns.add(new TextRecording.Column(channel, conversion(i, labels.size())));
            }
        }
        if (columns.isEmpty()) {
            throw RecordingException.expected(file, "sensor", "an EMG among the channels; give --column", sensors);
        }
        return columns;
    }

    /** From counts to microvolt. The last resolutions are those of the channels. */
    private DoubleUnaryOperator conversion(int channel, int channels) throws IOException {
        Double millivolts = FULL_SCALE_MILLIVOLTS.get(String.valueOf(device.get("device")));
        if (millivolts == null) {
            throw RecordingException.expected(
                    file, "device", "one of " + FULL_SCALE_MILLIVOLTS.keySet(), device.get("device"));
        }
        List<?> resolutions = list("resolution");
        int at = resolutions.size() - channels + channel;
        Object bits = at >= 0 ? resolutions.get(at) : "";
        if (!(bits instanceof Integer n && n >= 1 && n <= 24)) {
            throw RecordingException.expected(file, "resolution", "1 to 24 bits for each channel", resolutions);
        }
        double codes = 1 << n;
        return counts -> Unit.MV.toInternal((counts / codes - 0.5) * millivolts);
    }

    private List<?> list(String name) throws IOException {
        if (device.get(name) instanceof List<?> list && list.size() <= 1024) {
            return list;
        }
        throw RecordingException.expected(file, name, "a list", device.get(name));
    }

    /** By the frames' own numbers, which wrap: a BITalino's at 16, others later. */
    private TextRecording.Numbering numbering() throws IOException {
        int column = list("column").indexOf("nSeq");
        boolean bitalino = String.valueOf(device.get("device")).startsWith("bitalino");
        return column < 0 ? TextRecording.ONE_BY_ONE : new FrameNumbers(file, column, bitalino ? BITALINO_NUMBERS : 0);
    }

    private @Nullable LocalDateTime start() {
        try {
            return LocalDateTime.parse(device.get("date") + "T" + device.get("time"));
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }
}
