package org.pelvi4j.sim.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.time.Clock;
import org.pelvi4j.time.SystemClock;

/**
 * Practises again and again in virtual time, each seed with a drawn person, device and faults, and checks what must hold
 * whatever happens. A seed is the same practice, bit for bit, on every machine. Confined to one thread.
 */
public final class Soak {
    /** Each seed that is a multiple of this is practised twice. */
    private static final int TWICE_EVERY = 10;

    private static final String HELD =
            "no exception; an end within the cap; each sample number once or in one gap, in the"
                    + " file as well; no CONTRACT without good samples; UNKNOWN within 300 ms; the same seed, the same bits";

    private final Programme programme = Scenario.named("lift3-healthy").programme();
    private final Clock real = new SystemClock();
    private final Consumer<String> lines;
    private long practised;
    private long broken;
    private double seconds;
    private final Map<String, Integer> ends = new TreeMap<>();

    private Soak(Consumer<String> lines) {
        this.lines = lines;
    }

    /**
     * How much to practise. Immutable.
     *
     * @param firstSeed the first seed
     * @param seeds how many, 1 or more
     * @param hours of virtual time to practise at least, with more seeds if need be; 0 for none
     */
    public record Amount(long firstSeed, long seeds, double hours) {
        /** Checks the numbers. */
        public Amount {
            if (seeds < 1) {
                throw new IllegalArgumentException("--seeds: expected 1 or more but was " + seeds);
            }
            if (!(hours >= 0 && hours <= 100_000)) {
                throw new IllegalArgumentException("--hours: expected 0 to 100000 but was " + hours);
            }
        }
    }

    /**
     * Practises.
     *
     * @param amount how much
     * @param lines told of each failure in one line with the command that repeats it, at the end of the whole
     * @return whether everything held
     * @throws IOException when no recording can be written
     */
    public static boolean run(Amount amount, Consumer<String> lines) throws IOException {
        return new Soak(lines).run(amount);
    }

    private boolean run(Amount amount) throws IOException {
        long beganNanos = real.nowNanos();
        Path folder = Files.createTempDirectory("pelvi4j-soak");
        try {
            for (long i = 0; i < amount.seeds() || seconds < amount.hours() * 3600; i++) {
                practise(amount.firstSeed() + i, folder);
            }
        } finally {
            Files.deleteIfExists(folder);
        }
        tell((real.nowNanos() - beganNanos) / 1e9);
        return broken == 0;
    }

    private void practise(long seed, Path folder) throws IOException {
        Drawn drawn = Drawn.of(seed);
        OnePractice.Outcome outcome = OnePractice.of(drawn, programme, folder);
        practised++;
        ends.merge(outcome.end(), 1, Integer::sum);
        seconds += outcome.seconds();
        boolean held = outcome.broken().isEmpty();
        outcome.broken().forEach(line -> fail(drawn, line));
        if (held
                && seed % TWICE_EVERY == 0
                && OnePractice.of(drawn, programme, folder).sum() != outcome.sum()) {
            held = false;
            fail(drawn, "the same seed, the same bits: the second time differed");
        }
        broken += held ? 0 : 1;
    }

    private void fail(Drawn drawn, String line) {
        lines.accept("seed " + drawn.seed() + ": " + line + " | " + drawn + " | again: pelvi4j soak --seeds 1 --seed "
                + drawn.seed());
    }

    private void tell(double realSeconds) {
        lines.accept(String.format(
                Locale.ROOT,
                "%d practices, %.1f hours, in %.1f s: %.1f a second, %.0f times real time.",
                practised,
                seconds / 3600,
                realSeconds,
                practised / realSeconds,
                seconds / realSeconds));
        lines.accept("Ended: "
                + ends.entrySet().stream()
                        .map(end -> end.getValue() + " " + end.getKey())
                        .collect(Collectors.joining(", "))
                + ".");
        lines.accept(broken == 0 ? "Held in all: " + HELD + "." : "Broken in " + broken + " of them, see above.");
    }
}
