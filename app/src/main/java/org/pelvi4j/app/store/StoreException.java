package org.pelvi4j.app.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The record cannot be used; the message says what is wrong and what mends it, in one line. Immutable. */
public final class StoreException extends IOException {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Kind {
        /** Another process has it open. */
        IN_USE,
        /** It was written by a newer version. */
        NEWER,
        /** The folder or the disk cannot be written: practising works, nothing is kept. */
        NOT_WRITABLE,
        /** There is no such person, practice or file. */
        NOT_FOUND,
        /** An archive or a value that is refused. */
        REFUSED,
        /** Anything else. */
        FAILED
    }

    private final Kind kind;

    StoreException(Kind kind, String message) {
        this(kind, message, null);
    }

    StoreException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * Tells what is wrong.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }
}
