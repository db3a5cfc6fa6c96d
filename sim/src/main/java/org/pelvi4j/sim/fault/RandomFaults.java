package org.pelvi4j.sim.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sim.draw.Draws;

/** Faults drawn at random: the same seed draws the same. Immutable. */
public final class RandomFaults {
    private static final Pattern FORM = Pattern.compile("random(?:=([0-9.]{1,6}))?");

    /** So many a minute where nobody says. (P) */
    private static final double USUAL_PER_MINUTE = 1;

    private static final double MOST_PER_MINUTE = 60;
    private static final double SHORTEST_SECONDS = 0.05;
    private static final double LONGEST_SECONDS = 6;

    /** Those that pass by themselves and that every board has; each is as likely. */
    private static final List<FaultKind> KINDS = List.of(
            FaultKind.OFF,
            FaultKind.STUCK,
            FaultKind.GARBAGE,
            FaultKind.RAIL,
            FaultKind.INTERMITTENT,
            FaultKind.BYTE_LOSS,
            FaultKind.CHUNK,
            FaultKind.BATCH,
            FaultKind.PAUSE,
            FaultKind.STALL,
            FaultKind.WRONG_BAUD,
            FaultKind.UNPLUG);

    private RandomFaults() {}

    /**
     * Reads faults, among them {@code random} or {@code random=PER_MINUTE}, which stands for faults that are drawn.
     *
     * @param texts as the user wrote them, each a {@link Fault} or such
     * @param seed of the draws
     * @param seconds for how long faults are drawn
     * @return all of them
     * @throws IllegalArgumentException saying which part is wrong and what was expected
     */
    public static List<Fault> read(List<String> texts, long seed, double seconds) {
        var faults = new ArrayList<Fault>();
        for (String text : texts) {
            Matcher random = FORM.matcher(text);
            if (random.matches()) {
                faults.addAll(drawn(Draws.of(seed), perMinute(text, random.group(1)), seconds));
            } else {
                faults.add(Fault.parse(text));
            }
        }
        return List.copyOf(faults);
    }

    private static double perMinute(String text, @Nullable String number) {
        double perMinute = number == null ? USUAL_PER_MINUTE : Double.parseDouble(number);
        if (!(perMinute > 0 && perMinute <= MOST_PER_MINUTE)) {
            throw new IllegalArgumentException(
                    "fault '" + text + "': expected more than 0 to 60 faults a minute but was " + number);
        }
        return perMinute;
    }

    /**
     * Draws faults.
     *
     * @param draws taken from
     * @param perMinute how many, on average
     * @param seconds for how long
     * @return the faults, in order of time
     */
    public static List<Fault> drawn(Draws draws, double perMinute, double seconds) {
        var faults = new ArrayList<Fault>();
        double at = wait(draws, perMinute);
        while (at < seconds) {
            FaultKind kind = KINDS.get((int) draws.uniform(0, KINDS.size()));
            double length = SHORTEST_SECONDS * StrictMath.pow(LONGEST_SECONDS / SHORTEST_SECONDS, draws.uniform());
            double from = StrictMath.rint(at * 1000) / 1000;
            faults.add(new Fault(kind, 0, kind.usual(), from, StrictMath.rint(length * 1000) / 1000));
            at += length + wait(draws, perMinute);
        }
        return List.copyOf(faults);
    }

    private static double wait(Draws draws, double perMinute) {
        return -StrictMath.log(1 - draws.uniform()) * 60 / perMinute;
    }
}
