package org.pelvi4j.display.terminal;

/** A key that works, so that the border names it. Source: SCREENS 9. Immutable. */
public enum TerminalKey {
    /** Space: pause and go on. */
    PAUSE,
    /** q: stop. */
    STOP,
    /** s: sound on and off. */
    SOUND,
    /** v: the other view. */
    VIEW,
    /** ?: help. */
    HELP
}
