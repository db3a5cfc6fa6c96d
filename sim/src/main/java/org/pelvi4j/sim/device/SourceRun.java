package org.pelvi4j.sim.device;

import java.util.Locale;
import java.util.function.Supplier;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sim.Source;
import org.pelvi4j.sim.Truth;

/** A source as it is used up, counted, and begun anew. Confined to one thread. */
final class SourceRun {
    private final Supplier<Source> sources;
    private final double[] values;
    private Source source;
    private long number;
    private int contractionsTold;
    private int eventsTold;
    private boolean ended;

    SourceRun(Supplier<Source> sources) {
        this.sources = sources;
        this.source = sources.get();
        this.values = new double[source.info().channels().size()];
    }

    SensorInfo info() {
        return source.info();
    }

    /** How many instants are used up. */
    long number() {
        return number;
    }

    boolean ended() {
        return ended;
    }

    /** The values of the newest instant; may be changed. */
    double[] values() {
        return values;
    }

    boolean next() {
        if (ended || !source.next(values)) {
            ended = true;
            return false;
        }
        number++;
        return true;
    }

    void skipTo(long wanted) {
        while (number < wanted && next()) {
            // What came before the stop was sent by an earlier run, and so was what the body did.
        }
        Truth truth = source.truth();
        if (truth != null) {
            contractionsTold = truth.contractions().size();
            eventsTold = truth.events().size();
        }
    }

    void restart() {
        source = sources.get();
        number = 0;
        ended = false;
        contractionsTold = 0;
        eventsTold = 0;
    }

    /** Tells what the body did since the last call. */
    void tell(Witness witness) {
        Truth truth = source.truth();
        if (truth == null) {
            return;
        }
        for (var all = truth.contractions(); contractionsTold < all.size(); contractionsTold++) {
            var one = all.get(contractionsTold);
            witness.body("contraction", one.onsetNanos() * 1e-9, one.offsetNanos() * 1e-9, one.plateau());
        }
        for (var all = truth.events(); eventsTold < all.size(); eventsTold++) {
            var one = all.get(eventsTold);
            String what = one.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
            witness.body(what, one.fromNanos() * 1e-9, one.untilNanos() * 1e-9, Double.NaN);
        }
    }
}
