package org.pelvi4j.sensor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.frame.Decoder;
import org.pelvi4j.frame.SpikerShield;
import org.pelvi4j.link.SteadyLink;

/**
 * A Backyard Brains Muscle SpikerShield: 10,000 values a second over all channels, of which one in five is kept after a
 * low-pass. It may never answer, so nothing is waited for. Source: DOMAIN.md 3.7. Confined to one thread.
 */
final class SpikerBoard implements Board, Dialogue {
    /** What it reads beside the roles. */
    static final Set<String> OPTIONS = Set.of("baud", "gain", "reference");

    private static final double TOTAL_HZ = 10_000;
    /** As most sketches have it, then as some. Source: DOMAIN.md 3.7. */
    private static final List<Integer> BAUDS = List.of(230_400, 115_200);

    private static final int CHANNELS = 6;
    private static final int BITS = 10;
    private static final double REFERENCE_VOLTS = 5;
    private static final int COUNTER_VALUES = 256;
    private static final double STUCK_SECONDS = 1;
    /** The board resets when its port is opened. Source: DOMAIN.md 3.1. */
    private static final long BOOT_NANOS = 1_800_000_000L;

    private static final double HIGHEST = 1023;

    private final Listener listener = new Listener("samples of a SpikerShield at this speed");
    private final DeviceUri uri;
    private final Roles roles;
    private final int sent;
    private final SpikerShield decoder;
    private final Scale scale;
    private final SensorInfo info;
    private final Decimator[] decimators;
    private final boolean[] rails;
    private long openedNanos;
    private boolean asked;
    private int phase;
    private int counter;

    private SpikerBoard(DeviceUri uri) {
        this.uri = uri;
        roles = Roles.of(uri, CHANNELS);
        sent = roles.indices().stream().mapToInt(i -> i + 1).max().orElse(1);
        decoder = new SpikerShield(sent);
        scale = Scale.of(uri, BITS, REFERENCE_VOLTS);
        decimators = new Decimator[roles.indices().size()];
        rails = new boolean[decimators.length];
        for (int i = 0; i < decimators.length; i++) {
            decimators[i] = new Decimator();
        }
        info = new SensorInfo(
                "SpikerShield, channel " + (roles.indices().get(0) + 1),
                TOTAL_HZ / sent / Decimator.FACTOR,
                roles.channels(scale.pattern()));
    }

    /** Reads the options. */
    static SpikerBoard of(DeviceUri uri) {
        return new SpikerBoard(uri);
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
        return this;
    }

    @Override
    public Counting counting() {
        return new Counting(COUNTER_VALUES, false);
    }

    @Override
    public int stuckAfter() {
        return (int) (STUCK_SECONDS * info.rateHz());
    }

    @Override
    public void opened(long nowNanos) {
        openedNanos = nowNanos;
        asked = false;
        listener.opened(nowNanos);
    }

    @Override
    public void advance(long nowNanos, SteadyLink link) {
        if (!asked && nowNanos - openedNanos > BOOT_NANOS) {
            asked = true;
            link.write(("c:" + sent + ";\n").getBytes(StandardCharsets.US_ASCII));
        }
        listener.advance(nowNanos, link);
    }

    @Override
    public boolean frame(double[] fields) {
        if (!decoder.isSure()) {
            return false;
        }
        for (int i = 0; i < decimators.length; i++) {
            double counts = fields[roles.indices().get(i)];
            rails[i] |= counts == 0 || counts == HIGHEST;
            decimators[i].put(counts);
        }
        phase = (phase + 1) % Decimator.FACTOR;
        if (phase == 0) {
            listener.frame();
            counter = (counter + 1) % COUNTER_VALUES;
        }
        return phase == 0;
    }

    @Override
    public int counter(int none) {
        return counter;
    }

    @Override
    public void convert(double[] fields, int saturated, double[] values, int[] flaws) {
        for (int i = 0; i < values.length; i++) {
            // the filter overshoots a step between the rails by some counts
            double counts = Math.max(0, Math.min(HIGHEST, decimators[i].value()));
            values[i] = scale.microvolts(counts);
            flaws[i] = rails[i] ? Flaw.SATURATED : 0;
            rails[i] = false;
        }
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
    public void refresh() {
        listener.refresh();
    }
}
