package org.pelvi4j.sim.fault;

import java.util.ArrayList;
import java.util.List;

/** Which faults are on, as time goes on. Confined to one thread. */
public final class Faults {
    private final List<Fault> waiting = new ArrayList<>();
    private final List<Fault> on = new ArrayList<>();
    private double nextChange = Double.POSITIVE_INFINITY;

    /**
     * Starts with a plan.
     *
     * @param plan the faults, in any order
     */
    public Faults(List<Fault> plan) {
        plan.forEach(this::add);
    }

    /**
     * Adds one.
     *
     * @param fault it begins at its time, or at the next {@link #advance} when that is over
     */
    public void add(Fault fault) {
        waiting.add(fault);
        nextChange = Math.min(nextChange, fault.fromSeconds());
    }

    /**
     * Ends those that are on and forgets those to come.
     *
     * @return those that were on
     */
    public List<Fault> clear() {
        List<Fault> were = List.copyOf(on);
        on.clear();
        waiting.clear();
        nextChange = Double.POSITIVE_INFINITY;
        return were;
    }

    /**
     * Tells when something begins or ends next.
     *
     * @return seconds; infinite for never
     */
    public double nextChangeSeconds() {
        return nextChange;
    }

    /**
     * Moves on.
     *
     * @param seconds the time now, from the board's first start
     * @return what began and what ended, in order of time
     */
    public List<Change> advance(double seconds) {
        if (seconds < nextChange) {
            return List.of();
        }
        var changes = new ArrayList<Change>();
        for (Fault fault : List.copyOf(waiting)) {
            if (fault.fromSeconds() <= seconds) {
                waiting.remove(fault);
                on.add(fault);
                changes.add(new Change(fault, true));
            }
        }
        for (Fault fault : List.copyOf(on)) {
            if (fault.untilSeconds() <= seconds || fault.kind().once()) {
                on.remove(fault);
                if (!fault.kind().once()) {
                    changes.add(new Change(fault, false));
                }
            }
        }
        nextChange = Double.POSITIVE_INFINITY;
        waiting.forEach(fault -> nextChange = Math.min(nextChange, fault.fromSeconds()));
        on.forEach(fault -> nextChange = Math.min(nextChange, fault.untilSeconds()));
        return changes;
    }

    /**
     * Tells how much of a fault of the whole device is on.
     *
     * @param kind which
     * @return its amount, 1 for a kind without an amount; NaN when it is off
     */
    public double amount(FaultKind kind) {
        return amount(kind, 0);
    }

    /**
     * Tells how much of a channel's fault is on, whether it hits this channel or all of them.
     *
     * @param kind which
     * @param channel from 1; 0 for faults of the whole device only
     * @return its amount, 1 for a kind without an amount; NaN when it is off
     */
    public double amount(FaultKind kind, int channel) {
        for (int i = on.size() - 1; i >= 0; i--) {
            Fault fault = on.get(i);
            if (fault.kind() == kind && (fault.channel() == 0 || fault.channel() == channel)) {
                return kind.hasAmount() ? fault.amount() : 1;
            }
        }
        return Double.NaN;
    }

    /**
     * Tells whether a fault of the whole device is on.
     *
     * @param kind which
     * @return true while it is on
     */
    public boolean isOn(FaultKind kind) {
        return !Double.isNaN(amount(kind, 0));
    }

    /**
     * Tells whether any fault is on.
     *
     * @return false when nothing needs to be looked up
     */
    public boolean any() {
        return !on.isEmpty();
    }

    /**
     * A fault that began or ended. Immutable.
     *
     * @param fault which
     * @param began true at its beginning, or for one that happens once
     */
    public record Change(Fault fault, boolean began) {}
}
