package org.pelvi4j.sim.fault;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault, and when it is on. Written {@code NAME[:CHANNEL][=AMOUNT][@FROM[+LENGTH]]}, such as {@code byte-loss=1e-3},
 * {@code stuck:2@20s+5s}, {@code unplug@20s+5s}; a fault without an amount may be written {@code unplug=20s+5s}. Without
 * FROM it is on from the start, without LENGTH to the end. Immutable.
 *
 * @param kind what goes wrong
 * @param channel which channel, from 1; 0 for the whole device
 * @param amount how much; NaN for a kind without an amount
 * @param fromSeconds when it begins, counted from the board's first start
 * @param lengthSeconds how long it lasts, infinite for the rest
 */
public record Fault(FaultKind kind, int channel, double amount, double fromSeconds, double lengthSeconds) {
    private static final Pattern FORM = Pattern.compile("([a-z-]+)(?::([0-9]{1,2}))?(?:=([^@]+))?(?:@(.+))?");
    private static final Pattern WINDOW = Pattern.compile("([^+]+)(?:\\+([^+]+))?");
    private static final Pattern NUMBER = Pattern.compile("([-+]?[0-9.]+(?:e[-+]?[0-9]+)?)(s|ms|min|%|ppm)?");

    /** Checks the amount and the times. */
    public Fault {
        if (kind.hasAmount() && !(amount >= kind.lowest() && amount <= kind.highest())) {
            throw new IllegalArgumentException(kind.word() + ": expected an amount of " + plain(kind.lowest()) + " to "
                    + plain(kind.highest()) + " but was " + plain(amount));
        }
        if (channel != 0 && kind.scope() != FaultKind.Scope.SAMPLE) {
            throw new IllegalArgumentException(kind.word() + ": expected no channel, it hits the whole "
                    + kind.scope().name().toLowerCase(Locale.ROOT) + ", but was :" + channel);
        }
        if (!(fromSeconds >= 0) || !(lengthSeconds > 0)) {
            throw new IllegalArgumentException(kind.word() + ": expected FROM of 0 or more and a positive LENGTH");
        }
    }

    /**
     * Reads a fault.
     *
     * @param text as the user wrote it
     * @return the fault
     * @throws IllegalArgumentException saying which part is wrong and what was expected
     */
    public static Fault parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw wrong(
                    text, "expected NAME[:CHANNEL][=AMOUNT][@FROM[+LENGTH]], such as byte-loss=1e-3 or unplug@20s+5s");
        }
        FaultKind kind = FaultKind.of(parts.group(1))
                .orElseThrow(() -> wrong(text, "expected one of " + FaultKind.words() + " but was " + parts.group(1)));
        String amount = parts.group(3);
        String window = parts.group(4);
        if (!kind.hasAmount() && amount != null && window == null) {
            window = amount;
            amount = null;
        }
        if (!kind.hasAmount() && amount != null) {
            throw wrong(text, kind.word() + " has no amount, but was " + amount);
        }
        int channel = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        double[] times = window == null ? new double[] {0, Double.POSITIVE_INFINITY} : window(text, window);
        double howMuch = amount == null ? kind.usual() : number(text, amount, "(%|ppm)?");
        return new Fault(kind, channel, howMuch, times[0], times[1]);
    }

    private static double[] window(String text, String window) {
        Matcher parts = WINDOW.matcher(window);
        if (!parts.matches()) {
            throw wrong(text, "expected FROM[+LENGTH] such as 20s+5s but was " + window);
        }
        double length = parts.group(2) == null ? Double.POSITIVE_INFINITY : number(text, parts.group(2), "s|ms|min");
        return new double[] {number(text, parts.group(1), "s|ms|min"), length};
    }

    private static double number(String text, String number, String units) {
        Matcher parts = NUMBER.matcher(number);
        String unit = parts.matches() && parts.group(2) != null ? parts.group(2) : "";
        if (!parts.matches() || !unit.matches(units)) {
            boolean time = units.startsWith("s");
            throw wrong(text, "expected a " + (time ? "time such as 20s or 500ms" : "number") + " but was " + number);
        }
        try {
            return new BigDecimal(parts.group(1)).multiply(scale(unit)).doubleValue();
        } catch (NumberFormatException twoPoints) {
            throw wrong(text, "expected a number but was " + number);
        }
    }

    private static BigDecimal scale(String unit) {
        return switch (unit) {
            case "ms" -> new BigDecimal("1e-3");
            case "min" -> new BigDecimal("60");
            case "%" -> new BigDecimal("1e-2");
            case "ppm" -> new BigDecimal("1e-6");
            default -> BigDecimal.ONE;
        };
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException("fault '" + text + "': " + why);
    }

    /**
     * The same fault at another time.
     *
     * @param seconds when it begins
     * @return the later or earlier fault
     */
    public Fault startingAt(double seconds) {
        return new Fault(kind, channel, amount, seconds, lengthSeconds);
    }

    /**
     * Tells when it is over.
     *
     * @return seconds from the board's first start; infinite when it is never
     */
    public double untilSeconds() {
        return fromSeconds + lengthSeconds;
    }

    private static String plain(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }

    /** In the grammar above. */
    @Override
    public String toString() {
        var text = new StringBuilder(kind.word());
        if (channel != 0) {
            text.append(':').append(channel);
        }
        if (kind.hasAmount()) {
            text.append('=').append(plain(amount));
        }
        if (fromSeconds > 0 || Double.isFinite(lengthSeconds)) {
            text.append('@').append(plain(fromSeconds)).append('s');
            if (Double.isFinite(lengthSeconds)) {
                text.append('+').append(plain(lengthSeconds)).append('s');
            }
        }
        return text.toString();
    }
}
