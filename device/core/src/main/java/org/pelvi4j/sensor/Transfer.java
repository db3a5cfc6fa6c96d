package org.pelvi4j.sensor;

/**
 * A digital pressure sensor's line from counts to pascal, with the counts between which it is specified. Immutable.
 *
 * @param lowCount the count at the least pressure
 * @param highCount the count at the greatest pressure
 * @param lastCount the greatest count that it can tell; the least is 0
 * @param span the pressures at the two counts
 */
public record Transfer(double lowCount, double highCount, double lastCount, Span span) {
    /** Counts so far beyond the specified range are at an end of the sensor, as a share of the range. (P) */
    private static final double BEYOND = 0.025;

    /** Checks the order. */
    public Transfer {
        if (!(highCount > lowCount) || !(lastCount > highCount) || !(lowCount > 0)) {
            throw new IllegalArgumentException(
                    "counts: expected 0 < low < high < last but was " + lowCount + ", " + highCount + ", " + lastCount);
        }
    }

    /**
     * The step of one count.
     *
     * @return pascal
     */
    public double pascalPerCount() {
        return (span.highPascal() - span.lowPascal()) / (highCount - lowCount);
    }

    /**
     * Turns a count into a pressure.
     *
     * @param count as the chip sends it
     * @return pascal
     */
    public double pascal(int count) {
        return (count - lowCount) * pascalPerCount() + span.lowPascal();
    }

    /**
     * Judges a count.
     *
     * @param count as the chip sends it
     * @return {@link Flaw#SATURATED} at an end and beyond the specified range, else 0
     */
    public int flaws(int count) {
        double spare = BEYOND * (highCount - lowCount);
        return count < lowCount - spare || count > highCount + spare ? Flaw.SATURATED : 0;
    }

    /**
     * Describes the channel.
     *
     * @param zeroPascal what is taken off every pressure, such as a barometer's
     * @return range and resolution, for the pelvic floor
     */
    public Channel channel(double zeroPascal) {
        double spare = BEYOND * (highCount - lowCount) * pascalPerCount();
        return new Channel(
                Role.PFM,
                Signal.PRESSURE,
                span.lowPascal() - spare - zeroPascal,
                span.highPascal() + spare - zeroPascal,
                pascalPerCount());
    }
}
