package org.pelvi4j.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Cuts lines into fields. What separates them is found out from the first line and then stays. Immutable. */
final class TextFields {
    /** More columns than this no device writes. */
    private static final int MOST_FIELDS = 1024;

    private final char separator;

    private TextFields(char separator) {
        this.separator = separator;
    }

    static TextFields of(char separator) {
        return new TextFields(separator);
    }

    /** The first of tab, semicolon, comma that occurs; else blanks. */
    static TextFields foundIn(String line) {
        for (char candidate : new char[] {'\t', ';', ','}) {
            if (line.indexOf(candidate) >= 0) {
                return new TextFields(candidate);
            }
        }
        return new TextFields(' ');
    }

    List<String> of(Path file, long lineNumber, String line) throws IOException {
        var fields = new ArrayList<String>();
        if (separator == ' ') {
            fields.addAll(List.of(line.strip().split(" +")));
        } else {
            int from = 0;
            for (int to = line.indexOf(separator); to >= 0; to = line.indexOf(separator, from)) {
                fields.add(line.substring(from, to).strip());
                from = to + 1;
            }
            fields.add(line.substring(from).strip());
        }
        if (fields.size() > MOST_FIELDS) {
            throw RecordingException.expected(
                    file, "line " + lineNumber, "at most " + MOST_FIELDS + " fields", fields.size());
        }
        return fields;
    }

    /** A value; NaN when the field is empty or says so. */
    static double value(Path file, long lineNumber, List<String> fields, int index) throws IOException {
        if (index >= fields.size()) {
            throw RecordingException.expected(
                    file, "line " + lineNumber, "at least " + (index + 1) + " fields", fields.size());
        }
        String text = fields.get(index);
        double value = PlainNumber.parse(text);
        if (Double.isNaN(value) && !PlainNumber.missing(text)) {
            throw RecordingException.expected(
                    file,
                    "line " + lineNumber + ", column " + (index + 1),
                    "a number with a dot as its decimal sign",
                    text);
        }
        return value;
    }
}
