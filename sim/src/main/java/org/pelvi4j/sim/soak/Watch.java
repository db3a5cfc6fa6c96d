package org.pelvi4j.sim.soak;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.display.Display;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.Phase;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.session.Follower;
import org.pelvi4j.session.Session;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.fault.FaultKind;

/** Hears and sees what one practice says and shows, and checks it. Confined to one thread. */
final class Watch implements Follower, Display {
    /** Source: DESIGN 3.1. */
    private static final long UNKNOWN_WITHIN_NANOS = 300_000_000L;

    /** Samples come in blocks of 10 ms, pictures each 10 ms. */
    private static final long GRAIN_NANOS = 20_000_000L;

    /** A detector may bridge a hole of this length. Source: DOMAIN 1.14. */
    private static final long BRIDGED_NANOS = 100_000_000L;

    /** So long a fault must have lasted before it can be known: a sensor stuck for 50 samples at 250 Hz. */
    private static final double KNOWN_AFTER_SECONDS = 0.3;

    private final Findings findings;
    private final Ledger ledger;
    private final List<Fault> faults;
    private final long capNanos;
    private final double periodSeconds;
    private final CRC32 said = new CRC32();
    private @Nullable Session session;
    private Phase phase = Phase.UNKNOWN;
    private boolean over;

    Watch(Findings findings, Ledger ledger, List<Fault> faults, Limits limits) {
        this.findings = findings;
        this.ledger = ledger;
        this.faults = faults;
        this.capNanos = limits.capNanos();
        this.periodSeconds = limits.periodSeconds();
    }

    /**
     * What a practice must keep to. Immutable.
     *
     * @param capNanos when it must have ended
     * @param periodSeconds of its samples
     */
    record Limits(long capNanos, double periodSeconds) {}

    void stops(Session watched) {
        session = watched;
    }

    /** A sum over everything said, in order. */
    long said() {
        return said.getValue();
    }

    private void hear(Object what) {
        said.update(what.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void cue(Cue cue) {
        hear(cue);
    }

    @Override
    public void rep(RepResult result) {
        hear(result);
    }

    @Override
    public void contraction(Contraction contraction) {
        hear(contraction);
    }

    @Override
    public void done(ExerciseResult result) {
        hear(result);
        if (over) {
            findings.add("an exercise ends once", "it ended again");
        }
        over = true;
    }

    @Override
    public void phase(PhaseEvent event) {
        hear(event);
        phase = event.phase();
        if (event.phase() != Phase.CONTRACT) {
            return;
        }
        long since = ledger.sinceGoodNanos(event.decidedAtNanos());
        if (since > BRIDGED_NANOS + (long) (periodSeconds * 1e9)) {
            findings.add(
                    "no CONTRACT without good samples",
                    at(event.decidedAtNanos()) + " the last was " + ms(since) + " before");
        }
        double seconds = event.atNanos() / 1e9;
        faults.stream()
                .filter(fault -> blinds(fault.kind()))
                .filter(fault -> seconds > fault.fromSeconds() + Math.max(KNOWN_AFTER_SECONDS, 60 * periodSeconds))
                .filter(fault -> seconds < fault.untilSeconds())
                .findFirst()
                .ifPresent(fault -> findings.add(
                        "no CONTRACT while the sensor tells nothing of the body",
                        at(event.atNanos()) + " during " + fault));
    }

    private static boolean blinds(FaultKind kind) {
        return kind == FaultKind.OFF || kind == FaultKind.STUCK || kind == FaultKind.RAIL;
    }

    @Override
    public void show(Picture picture, long nowNanos) {
        long since = ledger.sinceGoodNanos(nowNanos);
        boolean blind = since > Math.max(UNKNOWN_WITHIN_NANOS, (long) (3e9 * periodSeconds)) + GRAIN_NANOS;
        if (blind && !over && phase != Phase.UNKNOWN) {
            findings.add("UNKNOWN within 300 ms", at(nowNanos) + " still " + phase + " after " + ms(since));
        }
        if (blind && !Double.isNaN(picture.level())) {
            findings.add("no level is shown that is not known", at(nowNanos) + " a level after " + ms(since));
        }
        if (nowNanos > capNanos && !over && session != null) {
            if (ledger.anyGood()) {
                findings.add("a session ends within its cap", "it did not by " + at(nowNanos));
            }
            session.stop();
        }
    }

    private static String at(long nanos) {
        return String.format(Locale.ROOT, "at %.3f s", nanos / 1e9);
    }

    private static String ms(long nanos) {
        return nanos == Long.MAX_VALUE ? "ever" : nanos / 1_000_000 + " ms";
    }

    @Override
    public void trouble(String message) {
        findings.add("nothing goes wrong beside the exercise", message);
    }

    @Override
    public double refreshHz() {
        return 100;
    }

    @Override
    public void close() {}
}
