package org.pelvi4j.feedback;

import java.util.List;

/**
 * A line for the person, as a key of SCREENS 4 with its arguments; the display looks up the words. Immutable.
 *
 * @param key such as {@code hint.breathe}; empty for no message
 * @param arguments in the order of the text's gaps
 */
public record Message(String key, List<String> arguments) {
    /** Copies the arguments. */
    public Message {
        arguments = List.copyOf(arguments);
    }

    /** The key of a stop that a held button fills. */
    public static final String STOPPING = "stop.held";

    /**
     * A stop that a held button fills. Source: SCREENS 13.
     *
     * @param percent how far it is
     * @return the message
     */
    public static Message stopping(int percent) {
        return new Message(STOPPING, List.of(String.valueOf(percent)));
    }

    /** Whether a repetition by feel was got, asked before its result is told. */
    public static final Message ASKED = new Message("result.ask", List.of());

    /** No message. */
    public static final Message NONE = new Message("", List.of());
}
