package org.pelvi4j.record;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Signal;

/**
 * What a file may not say by itself. What it does say wins. Immutable.
 *
 * @param rateHz samples per second; NaN when nobody said
 * @param unit the values' unit; null when nobody said
 * @param signal what is measured: without a unit, EMG is taken as microvolt and pressure as pascal; null when nobody said
 * @param column the one channel or column to read, from 1; 0 for all there are
 */
public record ReadOptions(
        double rateHz, @Nullable Unit unit, @Nullable Signal signal, int column) {
    /** Nothing said. */
    public static final ReadOptions NONE = new ReadOptions(Double.NaN, null, null, 0);

    /** Checks the numbers. */
    public ReadOptions {
        if (!Double.isNaN(rateHz) && !(rateHz > 0 && rateHz <= 1e6)) {
            throw new IllegalArgumentException("rateHz: expected more than 0, at most 1000000 but was " + rateHz);
        }
        if (column < 0) {
            throw new IllegalArgumentException("column: expected 1 or more but was " + column);
        }
        if (unit != null && signal != null && unit.signal().isElectric() != signal.isElectric()) {
            throw new IllegalArgumentException(
                    "unit: expected one of " + signal + " but was " + unit.symbol() + ", a unit of " + unit.signal());
        }
    }

    /**
     * The same with a rate.
     *
     * @param rateHz samples per second
     * @return the options
     */
    public ReadOptions withRate(double rateHz) {
        return new ReadOptions(rateHz, unit, signal, column);
    }

    /**
     * The same with a unit.
     *
     * @param unit the values' unit
     * @return the options
     */
    public ReadOptions withUnit(@Nullable Unit unit) {
        return new ReadOptions(rateHz, unit, signal, column);
    }

    /**
     * The same with a kind of signal.
     *
     * @param signal what is measured
     * @return the options
     */
    public ReadOptions withSignal(@Nullable Signal signal) {
        return new ReadOptions(rateHz, unit, signal, column);
    }

    /**
     * The same with a column.
     *
     * @param column from 1; 0 for all
     * @return the options
     */
    public ReadOptions withColumn(int column) {
        return new ReadOptions(rateHz, unit, signal, column);
    }

    /** What is measured in a unit: microvolts can be an envelope, which only people know. */
    Signal signalIn(Unit of) {
        return signal == Signal.ENVELOPE && of.signal().isElectric() ? Signal.ENVELOPE : of.signal();
    }

    /** The unit where the file says none. */
    @Nullable
    Unit assumedUnit() {
        if (unit != null || signal == null) {
            return unit;
        }
        return signal.isElectric() ? Unit.UV : Unit.PA;
    }
}
