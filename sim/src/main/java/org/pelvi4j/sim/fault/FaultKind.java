package org.pelvi4j.sim.fault;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What can go wrong, by the words of PX4's failure injection where it has one. Source: DOMAIN 2.7, RELIABILITY A, B and
 * E. Immutable.
 */
public enum FaultKind {
    /** Nothing comes; of one channel: it reads 0. */
    OFF("off", Scope.SAMPLE, "no frames and no answers; of one channel: it reads 0"),
    /** The last value again and again. */
    STUCK("stuck", Scope.SAMPLE, "the last value again and again"),
    /** Random values. */
    GARBAGE("garbage", Scope.SAMPLE, "random values up to AMOUNT uV or Pa", 0, 1e7, 1000),
    /** A wrong factor. */
    WRONG("wrong", Scope.SAMPLE, "values times AMOUNT; -1 turns the sign", -100, 100, 0.5),
    /** At the rail of the converter. */
    RAIL("rail", Scope.SAMPLE, "at the upper rail, or with -1 at the lower", -1, 1, 1),
    /** Fewer frames. */
    SLOW("slow", Scope.BOARD, "one frame instead of AMOUNT", 2, 100, 4),
    /** Old frames. */
    DELAYED("delayed", Scope.WIRE, "everything comes AMOUNT seconds late", 0.001, 60, 2),
    /** Frames left out. */
    INTERMITTENT("intermittent", Scope.BOARD, "the share AMOUNT of the frames is not sent", 0, 1, 0.5),
    /** The counter jumps. */
    COUNTER_JUMP("counter-jump", Scope.BOARD, "once, the counter leaves out AMOUNT numbers", 1, 255, 10),
    /** The board starts anew. */
    RESET("reset", Scope.BOARD, "once, the board starts anew and sends its banner"),
    /** A clock that is wrong. */
    CLOCK("clock", Scope.BOARD, "the board's clock is fast by AMOUNT, such as 0.5% or 200ppm", -0.2, 0.2, 0.005),
    /** Bytes are lost. */
    BYTE_LOSS("byte-loss", Scope.WIRE, "the share AMOUNT of the bytes is lost", 0, 1, 1e-3),
    /** Bits are turned. */
    BIT_FLIP("bit-flip", Scope.WIRE, "one bit is turned in the share AMOUNT of the bytes", 0, 1, 1e-3),
    /** Bytes that mean nothing, before the first frame. */
    START_GARBAGE("start-garbage", Scope.WIRE, "AMOUNT random bytes when the port is opened", 1, 4096, 64),
    /** Small writes. */
    CHUNK("chunk", Scope.WIRE, "AMOUNT bytes at a time", 1, 4096, 1),
    /** Large writes. */
    BATCH("batch", Scope.WIRE, "AMOUNT frames at a time", 1, 1000, 16),
    /** Bytes held back. */
    PAUSE("pause", Scope.WIRE, "bytes are held back, then come at once"),
    /** Bytes lost from the middle of a frame on. */
    STALL("stall", Scope.WIRE, "it stops in the middle of a frame and loses what follows"),
    /** Two ends at different rates. */
    WRONG_BAUD("wrong-baud", Scope.WIRE, "bytes as seen at another baud rate"),
    /** Something else talks. */
    FLOOD("flood", Scope.WIRE, "only bytes AMOUNT, without AMOUNT random ones, at full rate", -1, 255, -1),
    /** The plug is pulled. */
    UNPLUG("unplug", Scope.PORT, "the plug is out"),
    /** The plug is pulled and comes back elsewhere. */
    RENAME("rename", Scope.PORT, "the plug is out and comes back under the next name, such as ttyUSB1 after ttyUSB0");

    /** What a fault can hit. Immutable. */
    public enum Scope {
        /** The values of one channel or of all. */
        SAMPLE,
        /** The board. */
        BOARD,
        /** The bytes on the wire. */
        WIRE,
        /** The port. */
        PORT
    }

    private final String word;
    private final Scope scope;
    private final String help;
    private final double lowest;
    private final double highest;
    private final double usual;

    FaultKind(String word, Scope scope, String help) {
        this(word, scope, help, Double.NaN, Double.NaN, Double.NaN);
    }

    FaultKind(String word, Scope scope, String help, double lowest, double highest, double usual) {
        this.word = word;
        this.scope = scope;
        this.help = help;
        this.lowest = lowest;
        this.highest = highest;
        this.usual = usual;
    }

    /**
     * Finds a kind.
     *
     * @param word as the user wrote it
     * @return the kind, if there is one
     */
    public static Optional<FaultKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /**
     * Lists the words.
     *
     * @return all of them, separated by commas
     */
    public static String words() {
        return Arrays.stream(values()).map(FaultKind::word).collect(Collectors.joining(", "));
    }

    /**
     * Names it.
     *
     * @return its word, such as {@code byte-loss}
     */
    public String word() {
        return word;
    }

    /**
     * Explains it.
     *
     * @return one line
     */
    public String help() {
        return help;
    }

    /**
     * Tells what it hits.
     *
     * @return the scope
     */
    public Scope scope() {
        return scope;
    }

    /**
     * Tells whether it has an amount.
     *
     * @return true when {@code WORD=AMOUNT} means something
     */
    public boolean hasAmount() {
        return !Double.isNaN(usual);
    }

    /**
     * Tells whether it happens once instead of lasting.
     *
     * @return true for a jump and a reset
     */
    public boolean once() {
        return this == COUNTER_JUMP || this == RESET;
    }

    /**
     * Tells the amount where none is given.
     *
     * @return the amount, NaN without one
     */
    public double usual() {
        return usual;
    }

    /**
     * Tells the least amount.
     *
     * @return the amount, NaN without one
     */
    public double lowest() {
        return lowest;
    }

    /**
     * Tells the greatest amount.
     *
     * @return the amount, NaN without one
     */
    public double highest() {
        return highest;
    }
}
