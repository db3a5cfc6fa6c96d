package org.pelvi4j.sim;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Role;

/**
 * A fault of a sensor, in PX4's words. Immutable.
 *
 * @param kind what is wrong
 * @param amount how much, in the kind's unit
 * @param role the channel it hits; null for the whole sensor
 * @param fromSeconds when it begins, from the first sample
 * @param seconds how long it lasts; infinite for ever
 */
public record Fault(Kind kind, double amount, @Nullable Role role, double fromSeconds, double seconds) {
    private static final Pattern FORM = Pattern.compile(
            "(?<kind>[a-z]+)(:(?<amount>-?[0-9.]+))?(/(?<role>[a-z]+))?(@(?<from>[0-9.]+)(\\+(?<length>[0-9.]+))?)?");

    /** What may be wrong. Amounts: RELIABILITY E. */
    public enum Kind {
        /** Nothing comes. */
        OFF(false, 0, 0, 0, "nothing comes"),
        /** The same value again and again. */
        STUCK(true, 0, 0, 0, "the same value again and again"),
        /** Values that no muscle makes. */
        GARBAGE(true, 0, 0, 0, "values that no muscle makes"),
        /** The true value times this. */
        WRONG(true, 0.5, -10, 10, "the true value times this, such as 0.5, or -1 for a flipped sign"),
        /** The rate divided by this. */
        SLOW(false, 4, 2, 100, "the rate divided by this"),
        /** So many seconds late. */
        DELAYED(false, 2, 0.1, 10, "so many seconds late"),
        /** So many percent of the samples missing, in runs. */
        INTERMITTENT(false, 50, 1, 99, "so many percent of the samples missing, in runs");

        private final boolean ofValues;
        private final double usual;
        private final double least;
        private final double most;
        private final String text;

        Kind(boolean ofValues, double usual, double least, double most, String text) {
            this.ofValues = ofValues;
            this.usual = usual;
            this.least = least;
            this.most = most;
            this.text = text;
        }

        /**
         * Tells whether it changes values, and so can hit one channel; the others change what comes when.
         *
         * @return true for stuck, garbage and wrong
         */
        public boolean ofValues() {
            return ofValues;
        }

        /**
         * Says what it does, for a list.
         *
         * @return one line
         */
        public String text() {
            return text;
        }

        double usual() {
            return usual;
        }

        /**
         * The word that people write.
         *
         * @return in lower case
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks what the kind can do. */
    public Fault {
        if (!(amount >= kind.least && amount <= kind.most)) {
            throw new IllegalArgumentException(
                    kind.word() + ": expected " + kind.least + " to " + kind.most + " but was " + amount);
        }
        if (role != null && !kind.ofValues) {
            throw new IllegalArgumentException(kind.word() + ": expected the whole sensor but was one channel, "
                    + role.name().toLowerCase(Locale.ROOT) + ": the samples of all channels come together");
        }
        if (!(fromSeconds >= 0 && seconds > 0)) {
            throw new IllegalArgumentException(
                    kind.word() + ": expected @FROM+SECONDS but was @" + fromSeconds + "+" + seconds);
        }
    }

    /**
     * Reads {@code WORD[:AMOUNT][/ROLE][@FROM[+SECONDS]]}, such as {@code stuck@30+5} or {@code wrong:-1/abdominal}.
     *
     * @param text as the user wrote it
     * @return the fault
     * @throws IllegalArgumentException saying what was expected
     */
    public static Fault parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "fault: expected WORD[:AMOUNT][/ROLE][@FROM[+SECONDS]] such as stuck@30+5" + " but was '" + text
                            + "'");
        }
        Kind kind = kind(String.valueOf(m.group("kind")));
        return new Fault(
                kind,
                number(m.group("amount"), kind.usual),
                m.group("role") == null ? null : role(String.valueOf(m.group("role"))),
                number(m.group("from"), 0),
                number(m.group("length"), Double.POSITIVE_INFINITY));
    }

    static Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("fault: expected one of " + words() + " but was '" + word + "'"));
    }

    private static String words() {
        return Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", "));
    }

    private static double number(@Nullable String text, double usual) {
        try {
            return text == null ? usual : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("fault: expected a number but was '" + text + "'", e);
        }
    }

    static Role role(String text) {
        return Arrays.stream(Role.values())
                .filter(r -> r.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "fault: expected a role pfm, abdominal or deep but was '" + text + "'"));
    }

    /** Whether it is there at a time. */
    boolean at(double seconds) {
        return seconds >= fromSeconds && seconds - fromSeconds < this.seconds;
    }
}
