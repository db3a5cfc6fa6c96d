package org.pelvi4j.sim.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pelvi4j.sim.device.Fate;
import org.pelvi4j.sim.device.Witness;

/**
 * Walks along the truth beside a recording. Where they part, and after every gap, it gathers samples until they fit one
 * place alone: coarse counts repeat, and a few of them may fit many places. Looks among the frames that were sent about
 * when the sample numbers say, and everywhere only each time that twice as many samples fitted nowhere; so it does not
 * hold every sample against every frame. Confined to one thread.
 */
final class TruthFollower {
    /** Fewer samples in a row name no place in the truth. */
    private static final int NAMING = 6;

    /** A frame is hardly later than this, nor is a gap's length further off. */
    private static final double REACH_SECONDS = 2;

    private static final int NOWHERE = -1;

    private final List<Witness.Frame> truth;
    private final double[] values;
    private final double tolerance;
    private final double rateHz;
    private final int reach;
    private final List<Double> window = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    /** Where the window's first sample may be, in order. */
    private int[] places = {};

    private int at = NOWHERE;
    private long lastNumber;
    private int furthest = NOWHERE;
    private long lost;
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

    /**
     * At the beginning.
     *
     * @param truth every frame, in order
     * @param tolerance how far a value may be off
     * @param rateHz the recording's, by its header
     */
    TruthFollower(List<Witness.Frame> truth, double tolerance, double rateHz) {
        this.truth = truth;
        this.values = truth.stream().mapToDouble(frame -> frame.values().get(0)).toArray();
        this.tolerance = tolerance;
        this.rateHz = rateHz;
        this.reach = (int) Math.round(REACH_SECONDS * rateHz);
    }

    void sample(long number, double value) {
        recorded++;
        take(number, value);
    }

    private void take(long number, double value) {
        boolean follows = at != NOWHERE && window.isEmpty() && number == lastNumber + 1 && at + 1 < values.length;
        if (follows && (near(at + 1, value) || truth.get(at + 1).fate() == Fate.DAMAGED)) {
            step(at + 1, number, value);
            return;
        }
        window.add(value);
        numbers.add(number);
        int[] before = places;
        places = window.size() == 1 ? begin() : fitting(places, window.size() - 1);
        if (places.length == 0 && window.size() > NAMING) {
            window.remove(window.size() - 1);
            numbers.remove(numbers.size() - 1);
            settle(nearest(before));
            take(number, value);
        } else if (places.length == 0) {
            dropUntilFitting();
        } else if (places.length == 1 && window.size() >= NAMING) {
            settle(places[0]);
        }
    }

    private boolean near(int index, double value) {
        return Math.abs(values[index] - value) <= tolerance;
    }

    /** The first sample of the window fits nowhere together with those after it. */
    private void dropUntilFitting() {
        while (places.length == 0 && !window.isEmpty()) {
            invented++;
            lost++;
            numbers.remove(0);
            window.remove(0);
            places = window.isEmpty() ? places : begin();
            for (int i = 1; i < window.size(); i++) {
                places = fitting(places, i);
            }
        }
    }

    /** Where the window's first sample may be by its value. */
    private int[] begin() {
        boolean everywhere = at == NOWHERE ? Long.bitCount(lost) <= 1 : Long.bitCount(lost) == 1;
        int middle = expected();
        int from = everywhere ? 0 : Math.max(0, middle - reach);
        int until = everywhere ? values.length : Math.min(values.length, middle + reach + 1);
        double value = window.get(0);
        int[] found = new int[16];
        int count = 0;
        for (int i = from; i < until; i++) {
            if (near(i, value)) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Where the window's first sample should be: a board that is stopped counts no frames, but time passes. */
    private int expected() {
        if (at == NOWHERE) {
            return 0;
        }
        long missing = numbers.get(0) - lastNumber - 1;
        double nanos = truth.get(at).sentNanos() + missing * 1e9 / rateHz;
        int low = at + 1;
        int high = values.length;
        while (missing > 0 && low < high) {
            int middle = (low + high) >>> 1;
            if (truth.get(middle).sentNanos() < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int[] fitting(int[] some, int sample) {
        long shift = numbers.get(sample) - numbers.get(0);
        double value = window.get(sample);
        int[] kept = new int[some.length];
        int count = 0;
        for (int place : some) {
            if (place + shift < values.length && near((int) (place + shift), value)) {
                kept[count++] = place;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private int nearest(int[] some) {
        int middle = expected();
        int best = some[0];
        for (int place : some) {
            best = Math.abs(place - middle) <= Math.abs(best - middle) ? place : best;
        }
        return best;
    }

    /** Takes the window as it is: its first sample is this frame. */
    private void settle(int place) {
        long first = numbers.get(0);
        for (int i = 0; i < window.size(); i++) {
            step((int) (place + numbers.get(i) - first), numbers.get(i), window.get(i));
        }
        window.clear();
        numbers.clear();
        places = new int[0];
        lost = 0;
    }

    private void step(int place, long number, double value) {
        bridge(place, number);
        if (near(place, value)) {
            matched++;
            worstError = Math.max(worstError, Math.abs(values[place] - value));
            repeated += place <= furthest ? 1 : 0;
        } else {
            damaged++;
        }
        furthest = Math.max(furthest, place);
        at = place;
        lastNumber = number;
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

    Comparison result() {
        if (window.size() >= NAMING) {
            settle(nearest(places));
        }
        invented += window.size();
        return new Comparison(
                recorded, matched, damaged, invented, repeated, unmarked, inGaps, gaps, worstGapError, worstError);
    }
}
