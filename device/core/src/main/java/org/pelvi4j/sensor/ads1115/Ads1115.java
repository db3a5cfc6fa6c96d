package org.pelvi4j.sensor.ads1115;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.I2cAddress;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.sensor.Chip;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Roles;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sensor.analog.AnalogSensor;
import org.pelvi4j.time.Clock;

/**
 * An ADS1115, or its 12-bit sister ADS1015, with an analog sensor at each input that is used. One input is converted
 * without a pause and read when a sample is due; two are converted one after the other. Source: DOMAIN.md 3.10. Confined
 * to one thread.
 */
public final class Ads1115 implements Chip {
    private static final Set<String> OPTIONS = Set.of("chip", "rate", "range", "pair");

    private static final int CONFIG = 1;
    private static final int START = 0x8000;
    private static final int SINGLE_SHOT = 0x0100;
    private static final int NO_COMPARATOR = 0x0003;
    private static final int INPUT_0 = 0x4000;
    private static final int NEXT_INPUT = 0x1000;
    private static final int NEXT_RATE = 0x0020;
    private static final int NEXT_RANGE = 0x0200;
    private static final int LAST_RATE = 7;
    private static final int TOP_CODE = 0x7FF0;
    private static final int BOTTOM_CODE = -0x8000;
    private static final double CODES = 32768;

    private static final double[] RANGES = {6.144, 4.096, 2.048, 1.024, 0.512, 0.256};
    private static final int[] RATES_1115 = {8, 16, 32, 64, 128, 250, 475, 860};
    private static final int[] RATES_1015 = {128, 250, 490, 920, 1600, 2400, 3300};
    /** In the order of their codes. */
    private static final List<String> PAIRS = List.of("0-1", "0-3", "1-3", "2-3");

    /** Its clock is off by a tenth at most. Source: DOMAIN.md 3.10. */
    private static final double SLOWEST = 0.9;
    /** A wait in one piece. Source: {@link Ports#pause}. */
    private static final long LONGEST_PAUSE_NANOS = 100_000_000;
    /** It wakes up before a single conversion. Source: ADS1115 data sheet, 9.4.2.1, 25 us. */
    private static final long WAKE_NANOS = 50_000;
    /** A converter that lost its supply for a moment has another configuration: looked at once a second. Source: chosen. */
    private static final double CHECKS_PER_SECOND = 1;

    private static final double USUAL_PRESSURE_HZ = 100;
    private static final double USUAL_EMG_HZ = 475;
    /** Two inputs in turn: 1.3 ms each for a conversion, as much for transfers at 100 kHz. */
    private static final double MOST_HZ_IN_TURN = 200;

    private final I2cAddress address;
    private final String name;
    private final AnalogSensor sensor;
    private final SensorInfo info;
    private final int[] rates;
    private final int[] configs;
    private final long conversionNanos;
    private final double voltsPerCode;
    private final byte[] pointer = new byte[1];
    private final byte[] config = new byte[3];
    private final byte[] two = new byte[2];
    private @Nullable I2cDevice wire;
    private @Nullable Ports ports;
    private int untilCheck;

    private Ads1115(DeviceUri uri) {
        address = I2cAddress.of(uri);
        boolean large = uri.option("chip").orElse("").equals("ads1115");
        name = large ? "ADS1115" : "ADS1015";
        sensor = AnalogSensor.of(uri);
        Roles roles = Roles.of(uri, 4);
        int channels = roles.indices().size();
        int range = range(uri);
        voltsPerCode = RANGES[range] / CODES;
        sensor.check(uri, RANGES[range]);
        rates = large ? RATES_1115 : RATES_1015;
        double usual = sensor.signal() == Signal.EMG ? USUAL_EMG_HZ : USUAL_PRESSURE_HZ;
        double most = channels > 1 ? MOST_HZ_IN_TURN : Math.min(1000, SLOWEST * rates[rates.length - 1]);
        double rateHz = uri.number("rate", 10, Math.floor(most)).orElse(Math.min(usual, most));
        int speed = channels > 1 ? rates.length - 1 : speed(rates, rateHz);
        conversionNanos = Math.round(1e9 / (SLOWEST * rates[speed]));
        double step = large ? voltsPerCode : 16 * voltsPerCode;
        info = new SensorInfo(
                sensor.name() + " on " + name + ", " + input(uri, roles),
                rateHz,
                roles.channels(sensor.channel(step, RANGES[range])));
        configs = new int[channels];
        String pair = pair(uri, roles);
        for (int i = 0; i < channels; i++) {
            int mux = pair == null ? INPUT_0 + NEXT_INPUT * roles.indices().get(i) : PAIRS.indexOf(pair) * NEXT_INPUT;
            configs[i] = mux | NEXT_RANGE * range | NEXT_RATE * speed | NO_COMPARATOR;
        }
    }

    /**
     * Reads the options: {@code range} in volts (4.096), {@code rate}, {@code channel} (1 for AIN0), or {@code pair=0-1};
     * and those of {@link AnalogSensor}.
     *
     * @param uri such as {@code i2c:1/0x48?chip=ads1115&sensor=mpx5010}
     * @return the chip
     * @throws IllegalArgumentException saying which option is wrong and what was expected
     */
    public static Chip of(DeviceUri uri) {
        var known = new TreeSet<>(OPTIONS);
        known.addAll(Roles.OPTIONS);
        known.addAll(AnalogSensor.OPTIONS);
        return new Ads1115(uri.withOnly(known));
    }

    private static int range(DeviceUri uri) {
        String text = uri.option("range").orElse("4.096");
        for (int i = 0; i < RANGES.length; i++) {
            if (text.equals(String.valueOf(RANGES[i]))) {
                return i;
            }
        }
        throw uri.wrong("option 'range'", "6.144, 4.096, 2.048, 1.024, 0.512 or 0.256", text);
    }

    private static @Nullable String pair(DeviceUri uri, Roles roles) {
        String pair = uri.option("pair").orElse(null);
        if (pair == null) {
            return null;
        }
        if (!PAIRS.contains(pair)
                || uri.option("channel").isPresent()
                || roles.indices().size() > 1) {
            throw uri.wrong("option 'pair'", "one of " + String.join(", ", PAIRS) + " and no other channel", pair);
        }
        return pair;
    }

    private static String input(DeviceUri uri, Roles roles) {
        String pair = pair(uri, roles);
        return "AIN" + (pair == null ? roles.indices().get(0) : pair);
    }

    /** The slowest that has a new conversion for every sample: slow is quiet. */
    private static int speed(int[] rates, double rateHz) {
        int speed = 0;
        while (SLOWEST * rates[speed] < rateHz) {
            speed++;
        }
        return speed;
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public int stuckAfter() {
        double seconds = sensor.signal() == Signal.EMG ? 0.5 : 2;
        return (int) Math.round(seconds * info.rateHz());
    }

    @Override
    public void open(Ports opener, Clock clock) throws BusException {
        ports = opener;
        wire = opener.openI2c(address.bus(), address.address());
        int wanted = configs[0] | (single() ? SINGLE_SHOT : 0);
        int before = configured();
        configure(wanted);
        if (configured() != wanted) {
            throw new BusException(
                    BusException.Kind.WRONG_DEVICE,
                    address + ": what answers is no " + name + "; check the address with: i2cdetect -y "
                            + address.bus());
        }
        if ((before & SINGLE_SHOT) == 0 && before != wanted) {
            // A conversion that runs is ended as it was begun, by whoever had it before. Source: DOMAIN.md 3.10,
            // gotchas.
            pause(Math.round(1e9 / (SLOWEST * rates[Math.min(before / NEXT_RATE & LAST_RATE, rates.length - 1)])));
        }
        convert();
    }

    private void pause(long nanos) throws BusException {
        for (long left = nanos; left > 0; left -= LONGEST_PAUSE_NANOS) {
            opened(ports).pause(Math.min(left, LONGEST_PAUSE_NANOS));
        }
    }

    private boolean single() {
        return configs.length > 1;
    }

    /** In continuous mode the first result comes after the set-up; later there always is one. */
    private void convert() throws BusException {
        if (!single()) {
            pause(conversionNanos + WAKE_NANOS);
            point(0);
        }
        untilCheck = (int) Math.round(info.rateHz() / CHECKS_PER_SECOND);
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("ads1115: expected to be open but was closed");
        }
        return part;
    }

    private void configure(int value) throws BusException {
        config[0] = CONFIG;
        config[1] = (byte) (value >> 8);
        config[2] = (byte) value;
        opened(wire).write(config);
    }

    private int configured() throws BusException {
        point(CONFIG);
        return read() & 0xFFFF & ~START;
    }

    private void point(int register) throws BusException {
        pointer[0] = (byte) register;
        opened(wire).write(pointer);
    }

    private short read() throws BusException {
        opened(wire).read(two);
        return (short) (two[0] << 8 | (two[1] & 0xFF));
    }

    @Override
    public int take(double[] values, int[] flaws) throws BusException {
        for (int i = 0; i < configs.length; i++) {
            short code = single() ? shot(configs[i]) : running();
            double volts = code * voltsPerCode;
            values[i] = sensor.value(volts);
            boolean rail = code >= TOP_CODE || code == BOTTOM_CODE;
            flaws[i] |= rail ? Flaw.SATURATED : sensor.flaws(volts);
        }
        return 1;
    }

    private short running() throws BusException {
        if (--untilCheck <= 0) {
            if (configured() != configs[0]) {
                throw new BusException(
                        BusException.Kind.DISCONNECTED,
                        String.format(Locale.ROOT, "%s: the %s has lost its set-up; check its supply", address, name));
            }
            untilCheck = (int) Math.round(info.rateHz() / CHECKS_PER_SECOND);
        }
        // Always: a transfer that failed may have left the pointer elsewhere.
        point(0);
        return read();
    }

    private short shot(int input) throws BusException {
        configure(input | SINGLE_SHOT | START);
        pause(conversionNanos + WAKE_NANOS);
        if ((readConfig() & START) == 0) {
            throw new BusException(BusException.Kind.NO_ANSWER, address + ": the " + name + " does not finish");
        }
        point(0);
        return read();
    }

    private int readConfig() throws BusException {
        point(CONFIG);
        return read() & 0xFFFF;
    }

    @Override
    public void close() {
        I2cDevice device = wire;
        wire = null;
        if (device != null) {
            device.close();
        }
    }
}
