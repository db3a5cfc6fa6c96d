package org.pelvi4j.sensor.mcp3008;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.bus.SpiDevice;
import org.pelvi4j.sensor.Chip;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Roles;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sensor.analog.AnalogSensor;
import org.pelvi4j.time.Clock;

/**
 * An MCP3008, or its 12-bit sister MCP3208, with an analog sensor at each input that is used: three bytes a conversion, at
 * the moment when it is asked. Source: DOMAIN.md 3.11. Confined to one thread.
 */
public final class Mcp3008 implements Chip {
    private static final Set<String> OPTIONS = Set.of("chip", "rate", "vref");

    /** The lowest limit, of an MCP3208 at 2.7 V. Source: DOMAIN.md 3.11. */
    private static final int HERTZ = 1_000_000;

    private static final int MODE = 0;
    private static final int INPUTS = 8;
    /** Start bit, single-ended, and three bits of input, so that the result ends a byte. Source: DOMAIN.md 3.11. */
    private static final int START_SINGLE = 0x18;
    /** The chip drives a 0 before the result; a line that nobody drives is often high. Source: MCP3008 data sheet, 5.0. */
    private static final int NULL_BIT = 0x40;

    private static final int RESULT_BITS = 14;
    private static final double USUAL_PRESSURE_HZ = 100;
    private static final double USUAL_EMG_HZ = 1000;
    private static final double MOST_HZ = 2000;
    /** A coarse code can stay the same while a probe lies in air, EMG's cannot. Source: chosen; a rail has its own flaw. */
    private static final double PRESSURE_STUCK_SECONDS = 10;

    private static final double EMG_STUCK_SECONDS = 0.5;

    private final SpiAddress address;
    private final String name;
    private final int bits;
    private final double voltsPerCode;
    private final AnalogSensor sensor;
    private final SensorInfo info;
    private final byte[][] questions;
    private final byte[] answer = new byte[3];
    private @Nullable SpiDevice wire;

    private Mcp3008(DeviceUri uri) {
        address = SpiAddress.of(uri);
        bits = uri.option("chip").orElse("").equals("mcp3208") ? 12 : 10;
        name = bits == 12 ? "MCP3208" : "MCP3008";
        sensor = AnalogSensor.of(uri);
        double reference = uri.number("vref", 2.5, 5.5).orElse(3.3);
        sensor.check(uri, reference);
        voltsPerCode = reference / (1 << bits);
        List<Integer> inputs = Roles.of(uri, INPUTS).indices();
        questions = new byte[inputs.size()][3];
        for (int i = 0; i < questions.length; i++) {
            questions[i][0] = (byte) (START_SINGLE | inputs.get(i));
        }
        double usual = sensor.signal() == Signal.EMG ? USUAL_EMG_HZ : USUAL_PRESSURE_HZ;
        double most = sensor.signal() == Signal.EMG ? MOST_HZ : USUAL_EMG_HZ;
        info = new SensorInfo(
                sensor.name() + " on " + name + ", CH" + inputs.get(0),
                uri.number("rate", 10, most).orElse(usual),
                Roles.of(uri, INPUTS).channels(sensor.channel(voltsPerCode, reference)));
    }

    /**
     * Reads the options: {@code vref} in volts (3.3), {@code rate}, {@code channel} (1 for CH0); and those of
     * {@link AnalogSensor}.
     *
     * @param uri such as {@code spi:0.0?chip=mcp3208&sensor=mpx5010}
     * @return the chip
     * @throws IllegalArgumentException saying which option is wrong and what was expected
     */
    public static Chip of(DeviceUri uri) {
        var known = new TreeSet<>(OPTIONS);
        known.addAll(Roles.OPTIONS);
        known.addAll(AnalogSensor.OPTIONS);
        return new Mcp3008(uri.withOnly(known));
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public int stuckAfter() {
        double seconds = sensor.signal() == Signal.EMG ? EMG_STUCK_SECONDS : PRESSURE_STUCK_SECONDS;
        return (int) Math.round(seconds * info.rateHz());
    }

    @Override
    public void open(Ports ports, Clock clock) throws BusException {
        wire = ports.openSpi(address, HERTZ, MODE);
        ask(questions[0]);
    }

    private int ask(byte[] question) throws BusException {
        SpiDevice device = wire;
        if (device == null) {
            throw new IllegalStateException("mcp3008: expected to be open but was closed");
        }
        device.transfer(question, answer);
        if ((answer[1] & NULL_BIT) != 0) {
            throw new BusException(
                    BusException.Kind.NO_ANSWER,
                    "spi:" + address.bus() + "." + address.chipSelect() + ": no " + name
                            + " answers; check its supply and the wires of DOUT (MISO) and CS");
        }
        int fourteen = ((answer[1] & 0xFF) << 8 | (answer[2] & 0xFF)) & ((1 << RESULT_BITS) - 1);
        return fourteen >> (RESULT_BITS - bits);
    }

    @Override
    public int take(double[] values, int[] flaws) throws BusException {
        for (int i = 0; i < questions.length; i++) {
            int code = ask(questions[i]);
            double volts = code * voltsPerCode;
            values[i] = sensor.value(volts);
            // An envelope rests at ground: there 0 is a value like any other.
            boolean rail = (code == 0 && sensor.signal() != Signal.ENVELOPE) || code == (1 << bits) - 1;
            flaws[i] |= rail ? Flaw.SATURATED : sensor.flaws(volts);
        }
        return 1;
    }

    @Override
    public void close() {
        SpiDevice device = wire;
        wire = null;
        if (device != null) {
            device.close();
        }
    }
}
