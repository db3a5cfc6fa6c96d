package org.pelvi4j.app;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.clinic.Amount;
import org.pelvi4j.app.clinic.Keys;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.record.RecordingHeader.Site;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.Headroom;
import org.pelvi4j.sensor.ProbeCalibration;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sensor.WaterColumn;
import org.pelvi4j.time.Clock;

/**
 * Guides somebody who has a probe, a vessel of water and a measuring tape through a probe's two points, channel by channel.
 * Source: DOMAIN 1.16, 3.12. Confined to one thread.
 */
final class WaterBath {
    /** A point takes 4 s; who has no sample by then gets none. Source: ours. */
    private static final long LONGEST_NANOS = 20_000_000_000L;

    private static final int MOST_TRIES = 5;

    private static final SampleSink NOWHERE = new SampleSink() {
        @Override
        public void sample(long number, long atNanos, double[] values, int[] flaws) {}

        @Override
        public void gap(Gap gap) {}
    };

    private final Sensor sensor;
    private final Clock clock;
    private final Desk desk;
    private final Paper paper = new Paper();
    /** The channel that hangs in water; -1 while all are in air. */
    private int hanging = -1;

    /** Whom it speaks with. */
    record Desk(Keys keys, Texts texts, PrintWriter out) {}

    WaterBath(Sensor sensor, Clock clock, Desk desk) {
        this.sensor = sensor;
        this.clock = clock;
        this.desk = desk;
        if (sensor.info().channels().stream().anyMatch(c -> c.signal() != Signal.PRESSURE)) {
            throw new IllegalArgumentException("--sensor: expected a pressure, for water presses, but was "
                    + sensor.info().name() + ", an EMG");
        }
    }

    /** Measures until it is good and accepted; null when somebody left. */
    @Nullable
    KnownProbe measure(String probe, Site site) {
        say("probe.begin", sensor.info().name());
        for (int i = 0; i < MOST_TRIES; i++) {
            List<WaterColumn.Result> results = once(probe);
            if (results == null) {
                return null;
            }
            boolean good = results.stream().allMatch(result -> result.calibration() != null);
            if (good && usable(results.get(0).headroom(), site)) {
                List<ProbeCalibration> points =
                        results.stream().map(WaterColumn.Result::calibration).toList();
                return accepted("probe.keep")
                        ? KnownProbe.of(sensor.info(), probe, clock.wallNow().truncatedTo(ChronoUnit.SECONDS), points)
                        : null;
            }
            if (!accepted("probe.again")) {
                return null;
            }
        }
        return null;
    }

    /** Both points of all channels; null when somebody left. */
    private @Nullable List<WaterColumn.Result> once(String probe) {
        int channels = sensor.info().channels().size();
        var columns = new ArrayList<WaterColumn>();
        for (int i = 0; i < channels; i++) {
            columns.add(WaterColumn.of(sensor.info(), i));
        }
        hanging = -1;
        if (!accepted("probe.air")) {
            return null;
        }
        listen(columns, () -> columns.stream().allMatch(WaterColumn::isEnough));
        var results = new ArrayList<WaterColumn.Result>();
        for (int i = 0; i < channels; i++) {
            double height = height(i);
            if (Double.isNaN(height)) {
                return null;
            }
            hanging = i;
            WaterColumn column = columns.get(i);
            column.column(height);
            listen(columns, column::isEnough);
            results.add(told(column.result(clock.wallNow(), probe)));
        }
        return results;
    }

    private WaterColumn.Result told(WaterColumn.Result result) {
        ProbeCalibration of = result.calibration();
        Headroom room = result.headroom();
        if (of == null || room == null) {
            say("probe.refused." + result.refusal());
        } else {
            say(
                    "probe.result",
                    Amount.number(Signal.PRESSURE, of.zeroPascal()),
                    Amount.decimal(of.factor(), 3),
                    Amount.decimal(Amount.shown(Signal.PRESSURE, of.noisePascal()), 2));
            say(
                    "probe.range",
                    Amount.decimal(Amount.shown(Signal.PRESSURE, -room.downPascal()), 0),
                    Amount.decimal(Amount.shown(Signal.PRESSURE, room.upPascal()), 0),
                    Amount.decimal(room.upPascal() / 1000, 1));
        }
        return result;
    }

    /** Whether the range is enough for where it is worn; what it is too short for is told. */
    private boolean usable(@Nullable Headroom room, Site site) {
        if (room == null) {
            return false;
        }
        boolean enough = room.refusalForAnalUse().isEmpty();
        String end = Amount.decimal(room.upPascal() / 1000, 1);
        if (site != Site.ANAL && room.adviceForVaginalUse().isPresent()) {
            say(room.showsSqueezes() ? "probe.coughs" : "probe.squeezes", end);
        }
        if (site != Site.VAGINAL && !enough) {
            say("probe.anal", end, Amount.decimal(Headroom.ANAL_PASCAL / 1000, 0));
        }
        return site != Site.ANAL || enough;
    }

    /** Samples that are in no point are read and forgotten, so that the next point begins with the present. */
    private void listen(List<WaterColumn> columns, BooleanSupplier enough) {
        long begin = clock.nowNanos();
        var sink = new SampleSink() {
            @Override
            public void sample(long number, long atNanos, double[] values, int[] flaws) {
                // What was taken before somebody said that it hangs is of the time before.
                for (int i = 0; i < columns.size() && atNanos - begin >= 0; i++) {
                    if (hanging < 0 || hanging == i) {
                        columns.get(i).sample(values[i], flaws[i]);
                    }
                }
            }

            @Override
            public void gap(Gap gap) {}
        };
        boolean more = true;
        while (more && !enough.getAsBoolean() && clock.nowNanos() - begin < LONGEST_NANOS) {
            more = sensor.read(sink);
        }
        if (!enough.getAsBoolean() && !sensor.state().text().isEmpty()) {
            tell(sensor.state().text());
        }
    }

    /** How deep a channel hangs, in centimetres; NaN when somebody left. */
    private double height(int channel) {
        String role = desk.texts()
                .text("probe.role." + sensor.info().channels().get(channel).role());
        say("probe.water", role);
        for (int i = 0; i < MOST_TRIES; i++) {
            String typed = line();
            if (typed == null || typed.equals("q")) {
                return Double.NaN;
            }
            if (typed.matches("[0-9]{1,3}([.,][0-9]{1,2})?")) {
                double height = Double.parseDouble(typed.replace(',', '.'));
                if (height >= WaterColumn.LEAST_CENTIMETRES && height <= WaterColumn.MOST_CENTIMETRES) {
                    return height;
                }
            }
            say("probe.height");
        }
        return Double.NaN;
    }

    private boolean accepted(String question) {
        say(question);
        String typed = line();
        return typed != null && !typed.equals("q");
    }

    private @Nullable String line() {
        return desk.keys().line(text -> {}, () -> {
            if (clock.passesByItself()) {
                boolean unused = sensor.read(NOWHERE);
            }
        });
    }

    private void say(String key, Object... gaps) {
        tell(desk.texts().text(key, gaps));
    }

    /** In lines as wide as the terminal. */
    private void tell(String sentence) {
        paper.wrapped(sentence).forEach(desk.out()::println);
        desk.out().flush();
    }
}
