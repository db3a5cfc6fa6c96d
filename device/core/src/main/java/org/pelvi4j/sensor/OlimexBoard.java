package org.pelvi4j.sensor;

import java.util.List;
import java.util.Set;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.frame.Decoder;
import org.pelvi4j.frame.Olimex;

/**
 * An Olimex SHIELD-EKG-EMG: it streams without being asked, nominally at 256 Hz, really at 250. Its low-pass of 40 Hz
 * passes little of the muscle: activity only. Source: DOMAIN.md 3.6. Confined to one thread.
 */
final class OlimexBoard implements Board {
    /** What it reads beside the roles. */
    static final Set<String> OPTIONS = Set.of("rate", "baud", "gain", "reference");

    private static final double RATE_HZ = 256;
    /** As most sketches have it, then as some. Source: DOMAIN.md 3.6. */
    private static final List<Integer> BAUDS = List.of(57_600, 115_200);

    private static final int BITS = 10;
    private static final double REFERENCE_VOLTS = 5;
    /** Its amplifier as delivered. Source: DOMAIN.md 3.6, 10 x 80 x 3.56. */
    private static final double GAIN = 2848;
    /** Ten bits of noise and motion repeat a code now and then, but not for a second. Source: chosen. */
    private static final int STUCK_AFTER = 256;

    private final Decoder decoder = Olimex.decoder();
    private final Listener listener = new Listener("frames of an Olimex board at this speed");
    private final DeviceUri uri;
    private final Roles roles;
    private final Scale scale;
    private final SensorInfo info;

    private OlimexBoard(DeviceUri uri) {
        this.uri = uri;
        roles = Roles.of(uri, Olimex.CHANNELS);
        scale = uri.option("gain").isPresent()
                ? Scale.of(uri, BITS, REFERENCE_VOLTS)
                : new Scale(BITS, REFERENCE_VOLTS * 1e6 / (1 << BITS) / GAIN);
        info = new SensorInfo(
                "Olimex shield, channel " + (roles.indices().get(0) + 1),
                uri.number("rate", 50, 1000).orElse(RATE_HZ),
                roles.channels(scale.pattern()));
    }

    /** Reads the options. */
    static OlimexBoard of(DeviceUri uri) {
        return new OlimexBoard(uri);
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public List<Integer> bauds() {
        return uri.integer("baud", 9600, 1_000_000).map(List::of).orElse(BAUDS);
    }

    @Override
    public Decoder decoder() {
        return decoder;
    }

    @Override
    public Dialogue dialogue() {
        return listener;
    }

    @Override
    public Counting counting() {
        return new Counting(Olimex.COUNTER_VALUES, true);
    }

    @Override
    public int stuckAfter() {
        return STUCK_AFTER;
    }

    @Override
    public boolean frame(double[] fields) {
        listener.frame();
        return true;
    }

    @Override
    public void convert(double[] fields, int saturated, double[] values, int[] flaws) {
        for (int i = 0; i < values.length; i++) {
            int channel = roles.indices().get(i);
            values[i] = scale.microvolts(fields[channel]);
            flaws[i] = (saturated >> channel & 1) == 0 ? 0 : Flaw.SATURATED;
        }
    }
}
