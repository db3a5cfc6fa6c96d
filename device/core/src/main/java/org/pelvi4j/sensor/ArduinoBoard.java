package org.pelvi4j.sensor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.frame.ArduinoLines;
import org.pelvi4j.frame.Decoder;
import org.pelvi4j.frame.MarkerLines;
import org.pelvi4j.link.SteadyLink;
import org.pelvi4j.sensor.SensorState.Kind;

/**
 * Any board that prints numbers in lines: which columns are used, in what unit, and at what rate it says it prints.
 * Source: DOMAIN.md 3.3. Confined to one thread.
 */
final class ArduinoBoard implements Board, Dialogue {
    /** What it reads beside the roles. */
    static final Set<String> OPTIONS = Set.of(
            "rate",
            "unit",
            "signal",
            "baud",
            "minimum",
            "maximum",
            "resolution",
            "stamp",
            "stuck",
            "dialect",
            "output",
            "pot",
            "supply");

    /** Pascal or microvolt in one of each. Source: DOMAIN.md 1.9. */
    private static final Map<String, Double> UNITS =
            Map.of("uV", 1.0, "mV", 1000.0, "Pa", 1.0, "kPa", 1000.0, "cmH2O", 98.0665, "mmHg", 133.322);

    private static final List<Integer> BAUDS = List.of(115_200, 9600, 57_600, 230_400, 250_000, 19_200, 38_400);
    private static final int MOST_COLUMNS = 15;
    /** What electrodes and probes can give, where the sketch's author says nothing. Source: chosen. */
    private static final double WIDE_MICROVOLTS = 10_000;

    /** Of a MyoWare. Source: DOMAIN.md 3.3. */
    private static final double USUAL_SUPPLY_VOLTS = 3.3;

    private static final double WIDE_PASCALS = 100_000;
    private static final double FINE_MICROVOLTS = 0.1;
    private static final double FINE_PASCALS = 1;
    /** A stamp of 32 bits goes round. Source: Arduino's millis() and micros(). */
    private static final double STAMP_VALUES = 4294967296.0;

    private static final int STAMP_COUNTER_VALUES = 1 << 20;

    private final Decoder decoder;
    private final IntSupplier width;
    private final Listener listener = new Listener("lines of numbers at this speed");
    private final DeviceUri uri;
    private final Roles roles;
    private final SensorInfo info;
    private final double scale;
    private final double zero;
    private final boolean railsKnown;
    private final double stampsPerSample;
    private final int needed;
    private double lastStamp = Double.NaN;
    private int stampCounter;
    private boolean narrow;

    private ArduinoBoard(DeviceUri uri, double rateHz) {
        this.uri = uri;
        boolean marked = marked(uri);
        if (marked) {
            decoder = new MarkerLines();
            width = () -> MarkerLines.VALUES;
        } else {
            var lines = new ArduinoLines();
            decoder = lines;
            width = lines::width;
        }
        roles = Roles.of(uri, marked ? MarkerLines.VALUES : MOST_COLUMNS);
        Signal signal = signal(uri);
        scale = scale(uri, signal);
        zero = zero(uri, signal);
        railsKnown = uri.option("minimum").isPresent() || uri.option("maximum").isPresent();
        double stamps = stampsPerSecond(uri);
        stampsPerSample = stamps / rateHz;
        needed = roles.indices().stream().mapToInt(i -> i + 1).max().orElse(1) + (stamps > 0 ? 1 : 0);
        info = new SensorInfo(
                "serial lines, column " + (roles.indices().get(0) + 1), rateHz, roles.channels(pattern(uri, signal)));
    }

    /** Reads the options. */
    static ArduinoBoard of(DeviceUri uri) {
        double rate = uri.number("rate", 10, 4000)
                .orElseThrow(() -> uri.wrong("option 'rate'", "the lines a second that the sketch prints", "missing"));
        return new ArduinoBoard(uri, rate);
    }

    private static Signal signal(DeviceUri uri) {
        String unit = uri.option("unit").orElse("");
        String voltage = MyoWare.of(uri) == MyoWare.RAW ? "emg" : "envelope";
        String fallback = unit.equals("uV") || unit.equals("mV") || unit.equals("V")
                ? voltage
                : unit.isEmpty() ? "missing" : "pressure";
        String name = uri.option("signal").orElse(fallback);
        return switch (name) {
            case "emg" -> Signal.EMG;
            case "pressure" -> Signal.PRESSURE;
            case "envelope" -> Signal.ENVELOPE;
            default -> throw uri.wrong("option 'signal'", "emg, envelope or pressure", name);
        };
    }

    private static double scale(DeviceUri uri, Signal signal) {
        String unit = uri.option("unit").orElse("missing");
        if (unit.equals("V") && signal.isElectric()) {
            return MyoWare.of(uri).perVolt(uri);
        }
        Double scale = UNITS.get(unit);
        boolean voltage = unit.equals("uV") || unit.equals("mV");
        if (scale == null || voltage != signal.isElectric()) {
            throw uri.wrong("option 'unit'", signal.isElectric() ? "uV, mV or V" : "Pa, kPa, cmH2O or mmHg", unit);
        }
        return scale;
    }

    /** Volts are those of a MyoWare; what is smoothed already is no EMG to be filtered. */
    private static double zero(DeviceUri uri, Signal signal) {
        MyoWare output = MyoWare.of(uri);
        if (signal == Signal.EMG && output != MyoWare.RAW) {
            throw uri.wrong(
                    "option 'output'",
                    "raw: an envelope cannot be filtered as EMG",
                    uri.option("output").orElse(""));
        }
        return uri.option("unit").orElse("").equals("V")
                ? output.zeroVolts(uri.number("supply", 2.5, 5.5).orElse(USUAL_SUPPLY_VOLTS))
                : 0;
    }

    private Channel pattern(DeviceUri uri, Signal signal) {
        double wide = signal.isElectric() ? WIDE_MICROVOLTS : WIDE_PASCALS;
        double fine = signal.isElectric() ? FINE_MICROVOLTS : FINE_PASCALS;
        double minimum = uri.number("minimum", -1e9, 1e9).map(v -> v * scale).orElse(-wide);
        double maximum = uri.number("maximum", -1e9, 1e9).map(v -> v * scale).orElse(wide);
        double resolution =
                uri.number("resolution", 1e-9, 1e6).map(v -> v * scale).orElse(fine);
        if (!(maximum > minimum)) {
            throw uri.wrong("option 'maximum'", "more than minimum", String.valueOf(maximum / scale));
        }
        return new Channel(Role.PFM, signal, minimum, maximum, resolution);
    }

    /** Whether the sketch says with a marker which value comes, instead of printing rows. */
    private static boolean marked(DeviceUri uri) {
        String dialect = uri.option("dialect").orElse("rows");
        if (dialect.equals("marker") && uri.option("stamp").isPresent()) {
            throw uri.wrong("option 'stamp'", "none with dialect=marker, which has no stamps", "one");
        }
        return switch (dialect) {
            case "rows" -> false;
            case "marker" -> true;
            default -> throw uri.wrong("option 'dialect'", "rows or marker", dialect);
        };
    }

    private static double stampsPerSecond(DeviceUri uri) {
        String stamp = uri.option("stamp").orElse("none");
        return switch (stamp) {
            case "none" -> 0;
            case "ms" -> 1e3;
            case "us" -> 1e6;
            default -> throw uri.wrong("option 'stamp'", "ms, us or none", stamp);
        };
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public List<Integer> bauds() {
        return List.of(uri.integer("baud", 300, 4_000_000).orElse(BAUDS.get(0)));
    }

    @Override
    public Decoder decoder() {
        return decoder;
    }

    @Override
    public Dialogue dialogue() {
        return this;
    }

    @Override
    public Counting counting() {
        return stampsPerSample > 0
                ? new Counting(STAMP_COUNTER_VALUES, true)
                : new Counting(ArduinoLines.COUNTER_VALUES, false);
    }

    @Override
    public int stuckAfter() {
        double seconds = uri.number("stuck", 0.05, 3600).orElse(2.0);
        return Math.max(3, (int) Math.round(seconds * info.rateHz()));
    }

    @Override
    public int stream() {
        return listener.stream();
    }

    @Override
    public SensorState state() {
        return listener.state();
    }

    @Override
    public void opened(long nowNanos) {
        narrow = false;
        lastStamp = Double.NaN;
        listener.opened(nowNanos);
    }

    @Override
    public void refresh() {
        listener.refresh();
    }

    @Override
    public boolean frame(double[] fields) {
        if (width.getAsInt() < needed) {
            narrow = true;
            return false;
        }
        narrow = false;
        listener.frame();
        if (stampsPerSample > 0) {
            countStamps(fields[0]);
        }
        return true;
    }

    /** A step of the stamp is so many samples as it is long, one at least. */
    private void countStamps(double stamp) {
        double passed = stamp - lastStamp;
        double forward = passed < 0 ? passed + STAMP_VALUES : passed;
        long steps = forward >= 0 ? Math.round(forward / stampsPerSample) : 1;
        stampCounter = (int) ((stampCounter + Math.max(1, steps)) % STAMP_COUNTER_VALUES);
        lastStamp = stamp;
    }

    @Override
    public int counter(int sent) {
        return stampsPerSample > 0 ? stampCounter : sent;
    }

    @Override
    public void convert(double[] fields, int saturated, double[] values, int[] flaws) {
        int first = stampsPerSample > 0 ? 1 : 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = scale * (fields[first + roles.indices().get(i)] - zero);
            Channel range = info.channels().get(i);
            boolean rail = railsKnown && (values[i] == range.minimum() || values[i] == range.maximum());
            flaws[i] = rail ? Flaw.SATURATED : 0;
        }
    }

    @Override
    public void advance(long nowNanos, SteadyLink link) {
        if (narrow && listener.state().kind() != Kind.WRONG_DEVICE) {
            listener.wrong(link, "expected lines of at least " + needed + " numbers but they have " + width.getAsInt());
        }
        listener.advance(nowNanos, link);
    }
}
