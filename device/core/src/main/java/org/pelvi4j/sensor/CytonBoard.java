package org.pelvi4j.sensor;

import java.util.List;
import java.util.Set;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.frame.Cyton;
import org.pelvi4j.frame.CytonDaisy;
import org.pelvi4j.frame.Decoder;

/** An OpenBCI Cyton behind its dongle: its channels and their scale. Source: DOMAIN.md 3.8. Confined to one thread. */
final class CytonBoard implements Board {
    /** What it reads beside the roles. */
    static final Set<String> OPTIONS = Set.of("gain", "rate", "channels");

    private static final double RATE_HZ = 250;
    /** Both sets of channels share the radio. Source: DOMAIN.md 3.8. */
    private static final double DAISY_RATE_HZ = 125;

    private static final int BAUD = 115_200;
    /** Full scale is this over the gain, in 2^23 - 1 counts. Source: DOMAIN.md 3.8. */
    private static final double REFERENCE_MICROVOLTS = 4.5e6;

    private static final double FULL_SCALE = 0x7FFFFF;
    private static final List<Integer> GAINS = List.of(1, 2, 4, 6, 8, 12, 24);
    /** A converter of 24 bits with amplifier noise repeats no value for 0.2 s. Source: chosen. */
    private static final int STUCK_AFTER = 50;

    private final Decoder decoder;
    private final int counterValues;
    private final Roles roles;
    private final SensorInfo info;
    private final double scale;
    private final CytonDialogue dialogue;

    private CytonBoard(Roles roles, int gain, double rateHz, boolean daisy) {
        this.roles = roles;
        decoder = daisy ? new CytonDaisy() : new Cyton();
        counterValues = daisy ? CytonDaisy.COUNTER_VALUES : Cyton.COUNTER_VALUES;
        scale = REFERENCE_MICROVOLTS / FULL_SCALE / gain;
        dialogue = new CytonDialogue(new CytonSetup(roles.indices(), GAINS.indexOf(gain), daisy));
        var pattern = new Channel(Role.PFM, Signal.EMG, -scale * (FULL_SCALE + 1), scale * FULL_SCALE, scale);
        info = new SensorInfo("Cyton, channel " + (roles.indices().get(0) + 1), rateHz, roles.channels(pattern));
    }

    /** Reads the options. */
    static CytonBoard of(DeviceUri uri) {
        int gain = uri.integer("gain", 1, 24).orElse(24);
        if (!GAINS.contains(gain)) {
            throw uri.wrong("option 'gain'", "one of 1, 2, 4, 6, 8, 12, 24", String.valueOf(gain));
        }
        // A replay over the wire keeps the recording's rate, and a board on WiFi has others.
        int channels = uri.integer("channels", 8, 16).orElse(Cyton.CHANNELS);
        if (channels != Cyton.CHANNELS && channels != CytonDaisy.CHANNELS) {
            throw uri.wrong("option 'channels'", "8, or 16 with a Daisy", String.valueOf(channels));
        }
        boolean daisy = channels == CytonDaisy.CHANNELS;
        double rateHz = uri.number("rate", 50, 16_000).orElse(daisy ? DAISY_RATE_HZ : RATE_HZ);
        return new CytonBoard(Roles.of(uri, channels), gain, rateHz, daisy);
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
        return decoder;
    }

    @Override
    public Dialogue dialogue() {
        return dialogue;
    }

    @Override
    public Counting counting() {
        return new Counting(counterValues, true);
    }

    @Override
    public int stuckAfter() {
        return STUCK_AFTER;
    }

    @Override
    public void convert(double[] fields, int saturated, double[] values, int[] flaws) {
        for (int i = 0; i < values.length; i++) {
            int channel = roles.indices().get(i);
            values[i] = scale * fields[channel];
            flaws[i] = (saturated >> channel & 1) == 0 ? 0 : Flaw.SATURATED;
        }
    }

    @Override
    public boolean frame(double[] fields) {
        return dialogue.frame();
    }
}
