package org.pelvi4j.sensor;

import java.util.List;
import java.util.Set;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.frame.Bitalino;
import org.pelvi4j.frame.Decoder;

/** A BITalino (r)evolution with its EMG module: channels and scale. Source: DOMAIN.md 3.5. Confined to one thread. */
final class BitalinoBoard implements Board {
    /** What it reads beside the roles. */
    static final Set<String> OPTIONS = Set.of("rate");

    private static final int CHANNELS = 6;
    private static final int BAUD = 115_200;
    /** Supply over gain of the EMG module, in microvolts. Source: DOMAIN.md 3.5, 3.3 V / 1009. */
    private static final double RANGE_MICROVOLTS = 3.3e6 / 1009;

    private static final int WIDE_BITS = 10;
    /** Ten bits at rest repeat a code often. Source: chosen. */
    private static final double STUCK_SECONDS = 2;

    private final Roles roles;
    private final List<Integer> selected;
    private final Scale scale;
    private final SensorInfo info;
    private final BitalinoDialogue dialogue;

    private BitalinoBoard(DeviceUri uri, int rateHz) {
        roles = Roles.of(uri, CHANNELS);
        selected = roles.indices().stream().sorted().toList();
        scale = new Scale(WIDE_BITS, RANGE_MICROVOLTS / (1 << WIDE_BITS));
        info = new SensorInfo(
                "BITalino, channel A" + (roles.indices().get(0) + 1), rateHz, roles.channels(scale.pattern()));
        int mask = selected.stream().mapToInt(i -> 1 << (2 + i)).sum();
        dialogue = new BitalinoDialogue(mask | 1, rateHz == 1000 ? 3 : 2, Bitalino.decoder(selected.size()));
    }

    /** Reads the options. */
    static BitalinoBoard of(DeviceUri uri) {
        int rate = uri.integer("rate", 100, 1000).orElse(1000);
        if (rate != 100 && rate != 1000) {
            throw uri.wrong("option 'rate'", "100 or 1000", String.valueOf(rate));
        }
        return new BitalinoBoard(uri, rate);
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public List<Integer> bauds() {
        return List.of(BAUD);
    }

    @Override
    public Decoder decoder() {
        return dialogue.decoder();
    }

    @Override
    public Dialogue dialogue() {
        return dialogue;
    }

    @Override
    public Counting counting() {
        return new Counting(Bitalino.COUNTER_VALUES, true);
    }

    @Override
    public int stuckAfter() {
        return (int) (STUCK_SECONDS * info.rateHz());
    }

    @Override
    public void convert(double[] fields, int saturated, double[] values, int[] flaws) {
        for (int i = 0; i < values.length; i++) {
            int field = selected.indexOf(roles.indices().get(i));
            values[i] = scale.microvolts(fields[field]);
            flaws[i] = (saturated >> field & 1) == 0 ? 0 : Flaw.SATURATED;
        }
    }

    @Override
    public boolean frame(double[] fields) {
        return dialogue.frame();
    }
}
