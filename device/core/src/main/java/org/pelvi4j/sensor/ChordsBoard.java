package org.pelvi4j.sensor;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.frame.Chords;
import org.pelvi4j.frame.Decoder;

/** A board that runs Chords: channels and scale. Source: DOMAIN.md 3.4. Confined to one thread. */
final class ChordsBoard implements Board {
    /** What it reads beside the roles. */
    static final Set<String> OPTIONS = Set.of("board", "baud", "gain", "reference");

    /** Probed in this order. Source: DOMAIN.md 3.4. */
    private static final List<Integer> BAUDS = List.of(230_400, 115_200);

    private static final String USUAL = "uno-r3";
    private static final double REFERENCE_VOLTS = 5;
    private static final double STUCK_SECONDS = 2;

    private final DeviceUri uri;
    private final Roles roles;
    private final Scale scale;
    private final SensorInfo info;
    private final Decoder decoder;
    private final ChordsDialogue dialogue;

    private ChordsBoard(DeviceUri uri, ChordsModel model) {
        this.uri = uri;
        roles = Roles.of(uri, model.channels());
        scale = Scale.of(uri, model.bits(), REFERENCE_VOLTS);
        decoder = Chords.decoder(model.channels(), model.bits());
        dialogue = new ChordsDialogue(model, decoder);
        info = new SensorInfo(
                "Chords " + model.name() + ", channel " + (roles.indices().get(0) + 1),
                model.rateHz(),
                roles.channels(scale.pattern()));
    }

    /** Reads the options. */
    static ChordsBoard of(DeviceUri uri) {
        String name = uri.option("board").orElse(USUAL);
        return new ChordsBoard(
                uri,
                ChordsModel.named(name)
                        .orElseThrow(() -> uri.wrong(
                                "option 'board'", "one of " + ChordsModel.names(), name.toLowerCase(Locale.ROOT))));
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
        return dialogue;
    }

    @Override
    public Counting counting() {
        return new Counting(Chords.COUNTER_VALUES, true);
    }

    @Override
    public int stuckAfter() {
        return (int) (STUCK_SECONDS * info.rateHz());
    }

    @Override
    public void convert(double[] fields, int saturated, double[] values, int[] flaws) {
        for (int i = 0; i < values.length; i++) {
            int channel = roles.indices().get(i);
            values[i] = scale.microvolts(fields[channel]);
            flaws[i] = (saturated >> channel & 1) == 0 ? 0 : Flaw.SATURATED;
        }
    }

    @Override
    public boolean frame(double[] fields) {
        return dialogue.frame();
    }
}
