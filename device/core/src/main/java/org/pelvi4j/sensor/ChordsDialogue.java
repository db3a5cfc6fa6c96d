package org.pelvi4j.sensor;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.frame.Decoder;
import org.pelvi4j.link.SteadyLink;
import org.pelvi4j.sensor.SensorState.Kind;

/**
 * What is said to a board that runs Chords: wait until it has booted, ask who it is, start. One command at a time, and
 * nothing while it streams: any byte stops newer boards. Source: DOMAIN.md 3.4. Confined to one thread.
 */
final class ChordsDialogue implements Dialogue {
    /** A board resets when its port is opened. Source: DOMAIN.md 3.4, 2 s. */
    private static final long BOOT_NANOS = 2_000_000_000L;
    /** A board that streams on after a replug shows itself sooner. Source: chosen. */
    private static final long LISTEN_NANOS = 150_000_000L;
    /** Old sketches read until 1 s of silence. Source: DOMAIN.md 3.4, 1.5 s. */
    private static final long ANSWER_NANOS = 1_600_000_000L;

    private static final long STOP_NANOS = 1_200_000_000L;
    private static final long START_NANOS = 1_600_000_000L;
    private static final long SILENT_NANOS = 5_000_000_000L;
    private static final long AGAIN_NANOS = 2_000_000_000L;
    /** What is no Chords board is known by then, though an old one may still think. Source: RELIABILITY.md A12, 3 s. */
    private static final long VERDICT_NANOS = 2_700_000_000L;
    /** A board that waits for a command says less than that by itself. Source: chosen. */
    private static final int STREAM_BYTES = 200;

    private enum Step {
        BOOTING,
        STOPPING,
        ASKING,
        STARTING,
        STREAMING,
        GIVEN_UP
    }

    private final Steps<Step> steps = new Steps<>(Step.BOOTING);
    private final ChordsModel model;
    private final Decoder decoder;
    private @Nullable ChordsModel found;
    private long unknownBytes;
    private boolean framed;
    private boolean known;
    private int stream;
    private long openedNanos;
    private SensorState state = new SensorState(Kind.STARTING, "");

    ChordsDialogue(ChordsModel model, Decoder decoder) {
        this.model = model;
        this.decoder = decoder;
    }

    @Override
    public int stream() {
        return stream;
    }

    @Override
    public SensorState state() {
        return state;
    }

    @Override
    public void opened(long nowNanos) {
        openedNanos = nowNanos;
        unknownBytes = -decoder.counters().discardedBytes();
        framed = false;
        if (known || state.text().isEmpty()) { // a verdict stands while other speeds are tried
            state = new SensorState(Kind.STARTING, "no data yet: the board has not answered");
        }
        steps.enter(Step.BOOTING);
    }

    @Override
    public void refresh() {
        steps.enter(Step.STOPPING);
    }

    @Override
    public void text(String line, long nowNanos) {
        Optional<ChordsModel> named = ChordsModel.named(line.trim());
        if (named.isPresent()) {
            found = named.get();
        } else {
            unknownBytes += line.length();
        }
    }

    boolean frame() {
        framed = true;
        boolean takenUp = steps.is(Step.BOOTING) && known;
        if (steps.hasBegun() && (steps.is(Step.STARTING) || takenUp)) {
            stream++;
            known = true;
            state = SensorState.OK;
            steps.enter(Step.STREAMING);
        }
        return steps.is(Step.STREAMING);
    }

    @Override
    public void leave(SteadyLink link) {
        if (known) {
            say(link, "STOP");
        }
    }

    @Override
    public void advance(long nowNanos, SteadyLink link) {
        if (steps.begins(nowNanos)) {
            begin(link);
        }
        switch (steps.now()) {
            case BOOTING -> {
                if (framed && steps.waited(nowNanos, LISTEN_NANOS)) {
                    steps.enter(Step.STOPPING);
                } else if (steps.waited(nowNanos, BOOT_NANOS)) {
                    steps.enter(Step.ASKING);
                }
            }
            case STOPPING -> steps.after(nowNanos, STOP_NANOS, Step.ASKING);
            case ASKING -> answered(nowNanos, link);
            case STARTING -> steps.after(nowNanos, START_NANOS, Step.STOPPING);
            case STREAMING -> {
                if (nowNanos - link.lastByteNanos() > SILENT_NANOS) {
                    state = new SensorState(Kind.SILENT, link.path() + ": no data comes; is the board plugged in?");
                    refresh();
                }
            }
            case GIVEN_UP -> steps.after(nowNanos, AGAIN_NANOS, Step.STOPPING);
        }
        if (state.kind() == Kind.STARTING && nowNanos - openedNanos > VERDICT_NANOS && !framed) {
            judge(link);
        }
    }

    /** Whoever sends so much that is neither frame nor name need not be asked to its end. */
    private void judge(SteadyLink link) {
        if (unknownBytes + decoder.counters().discardedBytes() > STREAM_BYTES) {
            state = stranger(link);
        }
    }

    private static SensorState stranger(SteadyLink link) {
        return new SensorState(
                Kind.WRONG_DEVICE, link.path() + ": not my sensor: what answers there is no Chords board");
    }

    private void begin(SteadyLink link) {
        switch (steps.now()) {
            case STOPPING -> say(link, "STOP");
            case ASKING -> {
                found = null;
                say(link, "WHORU");
            }
            case STARTING -> say(link, "START");
            case BOOTING, STREAMING, GIVEN_UP -> {}
        }
    }

    private void answered(long nowNanos, SteadyLink link) {
        ChordsModel answer = found;
        if (answer != null && model.answersLike(answer)) {
            steps.enter(Step.STARTING);
        } else if (answer != null) {
            String name = answer.name().toLowerCase(Locale.ROOT);
            state = new SensorState(
                    Kind.WRONG_DEVICE, link.path() + ": the board is " + answer.name() + "; write board=" + name);
            steps.enter(Step.GIVEN_UP);
        } else if (steps.waited(nowNanos, ANSWER_NANOS)) {
            boolean heard = link.lastByteNanos() - openedNanos > 0;
            state = heard
                    ? stranger(link)
                    : new SensorState(
                            Kind.SILENT, link.path() + ": no data: nothing answers; does the board run Chords?");
            steps.enter(Step.GIVEN_UP);
            if (link.hasOthers()) {
                link.drop(0);
            }
        }
    }

    private static void say(SteadyLink link, String command) {
        link.write((command + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
