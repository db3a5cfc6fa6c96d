package org.pelvi4j.record;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A recording that cannot be read; the message is one line: the file, what is wrong, what was expected. Immutable. */
public final class RecordingException extends IOException {
    private static final long serialVersionUID = 1;
    /** Longer quotations from a file are cut, and control characters shown as dots: a file may be hostile. */
    private static final int LONGEST_QUOTE = 60;

    RecordingException(Path file, String message) {
        super(file + ": " + message);
    }

    static RecordingException expected(Path file, String what, String expected, @Nullable Object was) {
        return new RecordingException(
                file, what + ": expected " + expected + " but was " + quote(was == null ? "missing" : was.toString()));
    }

    private static String quote(String text) {
        String plain = text.replaceAll("[^ -~]", ".");
        return plain.length() <= LONGEST_QUOTE ? plain : plain.substring(0, LONGEST_QUOTE) + "...";
    }
}
