package org.pelvi4j.sim.run;

import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.sim.device.Fate;
import org.pelvi4j.sim.device.Witness;

/**
 * Walks along the truth beside a recording. Where they part it looks for the next few recorded samples in the truth: the
 * values of a muscle do not repeat. Confined to one thread.
 */
final class TruthFollower {
    /** So many samples in a row name a place in the truth. */
    private static final int NAMING = 6;

    private static final int NOWHERE = -1;

    private final List<Witness.Frame> truth;
    private final double tolerance;
    private final List<Double> window = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private int at = NOWHERE;
    private long lastNumber;
    private int furthest = NOWHERE;
    private long recorded;
    private long matched;
    private long damaged;
    private long invented;
    private long repeated;
    private long unmarked;
    private long inGaps;
    private long gaps;
    private long worstGapError;
    private double worstError;

    TruthFollower(List<Witness.Frame> truth, double tolerance) {
        this.truth = truth;
        this.tolerance = tolerance;
    }

    void sample(long number, double value) {
        recorded++;
        long following = at + number - lastNumber;
        boolean known = at != NOWHERE && window.isEmpty() && following < truth.size();
        if (known && near((int) following, value)) {
            bridge((int) following, number);
            match((int) following, value);
            lastNumber = number;
            return;
        }
        if (known && truth.get((int) following).fate() == Fate.DAMAGED) {
            bridge((int) following, number);
            damaged++;
            furthest = Math.max(furthest, (int) following);
            at = (int) following;
            lastNumber = number;
            return;
        }
        window.add(value);
        numbers.add(number);
        if (window.size() == NAMING) {
            findAgain();
        }
    }

    private boolean near(int index, double value) {
        return Math.abs(truth.get(index).values().get(0) - value) <= tolerance;
    }

    private void match(int index, double value) {
        matched++;
        worstError = Math.max(worstError, Math.abs(truth.get(index).values().get(0) - value));
        if (index <= furthest) {
            repeated++;
        }
        furthest = Math.max(furthest, index);
        at = index;
    }

    private void findAgain() {
        int place = find(furthest + 1);
        place = place == NOWHERE ? find(0) : place;
        if (place == NOWHERE) {
            invented++;
            numbers.remove(0);
            window.remove(0);
            return;
        }
        bridge(place, numbers.get(0));
        settle(place);
    }

    private int find(int from) {
        for (int i = from; i + NAMING <= truth.size(); i++) {
            if (near(i, window.get(0)) && namedAt(i)) {
                return i;
            }
        }
        return NOWHERE;
    }

    private boolean namedAt(int place) {
        int index = place;
        for (int i = 1; i < window.size(); i++) {
            long step = numbers.get(i) - numbers.get(i - 1);
            index += (int) Math.min(step, truth.size());
            if (index >= truth.size() || !near(index, window.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Accounts for what lies between the last place and a new one. */
    private void bridge(int place, long number) {
        if (at == NOWHERE) {
            return;
        }
        long missing = number - lastNumber - 1;
        long sent = 0;
        for (int i = at + 1; i < place; i++) {
            sent += truth.get(i).fate() == Fate.SENT ? 1 : 0;
        }
        if (missing <= 0) {
            unmarked += sent;
            return;
        }
        gaps++;
        inGaps += sent;
        long truly = truth.get(place).number() - truth.get(at).number() - 1;
        worstGapError = Math.max(worstGapError, Math.abs(truly - missing));
    }

    private void settle(int place) {
        int index = place;
        for (int i = 0; i < window.size(); i++) {
            if (i > 0) {
                long step = numbers.get(i) - numbers.get(i - 1);
                if (step > 1) {
                    bridge(index + (int) step, numbers.get(i));
                }
                index += (int) step;
            }
            match(index, window.get(i));
            lastNumber = numbers.get(i);
        }
        window.clear();
        numbers.clear();
    }

    Comparison result() {
        invented += window.size();
        return new Comparison(
                recorded, matched, damaged, invented, repeated, unmarked, inGaps, gaps, worstGapError, worstError);
    }
}
