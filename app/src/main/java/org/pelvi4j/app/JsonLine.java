package org.pelvi4j.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** One object of JSON on one line, its type first. Immutable. */
final class JsonLine {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int DECIMALS = 6;

    private JsonLine() {}

    /** Writes the fields. */
    interface Fields {
        void write(JsonGenerator line) throws IOException;
    }

    static String of(String type, Fields fields) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator line = JSON.createGenerator(text)) {
            line.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            line.writeStartObject();
            line.writeStringField("type", type);
            fields.write(line);
            line.writeEndObject();
        }
        return text.toString();
    }

    /** A number; null when it is not known. */
    static void number(JsonGenerator line, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            line.writeNumberField(
                    name,
                    BigDecimal.valueOf(value)
                            .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                            .stripTrailingZeros());
        } else {
            line.writeNullField(name);
        }
    }

    /** A text; null when there is none. */
    static void text(JsonGenerator line, String name, String value) throws IOException {
        if (value.isEmpty()) {
            line.writeNullField(name);
        } else {
            line.writeStringField(name, value);
        }
    }
}
