package org.pelvi4j.exercise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.EffortSink;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.Quality;

/** An exercise in virtual time: a person's effort by the second, and what the controller says. */
public final class Practice implements ExerciseSink {
    public static final Calibration SCALE =
            new Calibration(Signal.EMG, 2, 0.1, 12, Calibration.How.MAXIMAL, Instant.EPOCH, "");

    public final Controller controller;
    public final List<String> said = new ArrayList<>();
    public final List<Cue> cues = new ArrayList<>();
    public final List<RepResult> reps = new ArrayList<>();
    public final List<ExerciseResult> results = new ArrayList<>();
    private final List<EffortSink> others = new ArrayList<>();
    private final Conditioned signal = new Conditioned();
    private final double rateHz;
    private final long originNanos;
    private long number;
    private Quality quality = Quality.GOOD;

    public Practice(Programme programme) {
        this(programme, 100, 0);
    }

    public Practice(Programme programme, double rateHz, long originNanos) {
        this.controller = Controller.of(programme, this);
        this.rateHz = rateHz;
        this.originNanos = originNanos;
        controller.start(originNanos);
        controller.scale(SCALE, true);
    }

    public Practice with(EffortSink other) {
        others.add(other);
        return this;
    }

    public Practice quality(Quality next) {
        quality = next;
        return this;
    }

    /** Goes on until a second of the practice, with this effort by the second. */
    public Practice until(double second, DoubleUnaryOperator effort) {
        while (number / rateHz < second) {
            double at = number / rateHz;
            signal.at(number, nanos(at)).set(0, 0, quality);
            double level = quality.valid() ? effort.applyAsDouble(at) : Double.NaN;
            controller.effort(level, signal);
            others.forEach(other -> other.effort(level, signal));
            controller.tick(nanos(at));
            number++;
        }
        return this;
    }

    /** Goes on without a sample; ticks come each 50 ms. */
    public Practice silentUntil(double second) {
        for (double at = number / rateHz; at <= second; at += 0.05) {
            controller.tick(nanos(at));
        }
        number = Math.round(second * rateHz);
        return this;
    }

    public long nanos(double second) {
        return originNanos + Math.round(second * 1e9);
    }

    public double second(long nanos) {
        return (nanos - originNanos) / 1e9;
    }

    public ExerciseResult result() {
        return results.get(0);
    }

    @Override
    public void cue(Cue cue) {
        cues.add(cue);
        said.add(String.format(Locale.ROOT, "%.1f %s %d", second(cue.startNanos()), cue.kind(), cue.rep()));
    }

    @Override
    public void rep(RepResult result) {
        reps.add(result);
        said.add("rep " + result.rep());
    }

    @Override
    public void done(ExerciseResult result) {
        results.add(result);
        said.add("done " + result.end());
    }

    /** Does as asked in lift-3min: squeezes and lets go with this delay, to this effort. */
    public static DoubleUnaryOperator follows(double delay, double level) {
        return second -> {
            double in = second - 10 - delay;
            return in >= 0 && in % 15 < 5 ? level : 0;
        };
    }

    /** Does nothing. */
    public static DoubleUnaryOperator rests() {
        return second -> 0;
    }
}
