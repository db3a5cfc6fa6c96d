package org.pelvi4j.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pelvi4j.sensor.Signal;

/**
 * A recording with its labels: {@code ID.f32}, {@code ID.meta.json}, {@code ID.truth.csv}. Immutable.
 *
 * @param id the case's name; the part before the first underscore is its kind
 * @param signal EMG or pressure
 * @param rateHz samples per second
 * @param seconds how long it is
 * @param tag what disturbs it
 * @param snr decibels; NaN where it is not known
 * @param file the samples
 * @param truths the labels
 */
record LabelledCase(
        String id,
        Signal signal,
        double rateHz,
        double seconds,
        String tag,
        double snr,
        Path file,
        List<Truth> truths) {
    private static final JsonFactory JSON = new JsonFactory();

    static List<LabelledCase> folder(Path folder) throws IOException {
        List<Path> metas;
        try (Stream<Path> files = Files.list(folder)) {
            metas = files.filter(f -> f.toString().endsWith(".meta.json"))
                    .sorted()
                    .toList();
        }
        List<LabelledCase> cases = new ArrayList<>();
        for (Path meta : metas) {
            cases.add(of(meta));
        }
        return cases;
    }

    private static LabelledCase of(Path meta) throws IOException {
        Map<String, String> fields = fields(meta);
        String id = fields.getOrDefault("id", "");
        List<Truth> truths = truths(meta.resolveSibling(id + ".truth.csv"));
        return new LabelledCase(
                id,
                fields.getOrDefault("modality", "").equals("emg") ? Signal.EMG : Signal.PRESSURE,
                Double.parseDouble(fields.getOrDefault("fs", "NaN")),
                Double.parseDouble(fields.getOrDefault("duration", "NaN")),
                fields.getOrDefault("tag", ""),
                Double.parseDouble(fields.getOrDefault("snr_db", "NaN")),
                meta.resolveSibling(id + ".f32"),
                truths);
    }

    /** All scalar fields, those of nested objects too. */
    private static Map<String, String> fields(Path meta) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JSON.createParser(Files.readString(meta))) {
            String name = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    name = parser.currentName();
                } else if (token.isScalarValue()) {
                    fields.putIfAbsent(name, parser.getText());
                }
            }
        }
        return fields;
    }

    private static List<Truth> truths(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int unsure = List.of(lines.get(0).strip().split(",")).indexOf("unc_on");
        return lines.stream()
                .skip(1)
                .filter(l -> !l.isBlank())
                .map(l -> l.strip().split(","))
                .map(c -> new Truth(
                        c[0],
                        Double.parseDouble(c[1]),
                        Double.parseDouble(c[2]),
                        unsure < 0 ? 0 : Double.parseDouble(c[unsure])))
                .toList();
    }

    float[] samples() throws IOException {
        FloatBuffer floats = ByteBuffer.wrap(Files.readAllBytes(file))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] samples = new float[floats.remaining()];
        floats.get(samples);
        return samples;
    }
}
