package org.pelvi4j.bus;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A fault of a wire, with a kind that a caller can act on and a message that says what to do. Immutable. */
public final class BusException extends IOException {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Kind {
        /** No such port, bus, chip or line on this machine. */
        NOT_FOUND,
        /** Somebody else has it open. */
        BUSY,
        /** This user may not open it. */
        NO_PERMISSION,
        /** It was there and has gone; opening it again may help. */
        DISCONNECTED,
        /** The chip does not acknowledge, or answers out of turn. */
        NO_ANSWER,
        /** What answers is another chip than was expected there. */
        WRONG_DEVICE,
        /** This machine or this library cannot do that. */
        UNSUPPORTED,
        /** Anything else the kernel or a library reports. */
        FAILED
    }

    private final Kind kind;

    /**
     * Creates a fault.
     *
     * @param kind what is wrong
     * @param message the part that is wrong and what mends it, one line
     */
    public BusException(Kind kind, String message) {
        this(kind, message, null);
    }

    /**
     * Creates a fault with its cause.
     *
     * @param kind what is wrong
     * @param message the part that is wrong and what mends it, one line
     * @param cause what was reported below, or null
     */
    public BusException(Kind kind, String message, @Nullable Throwable cause) {
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
