package org.pelvi4j.sensor;

import org.pelvi4j.frame.Decoder;
import org.pelvi4j.frame.Lines;
import org.pelvi4j.link.SteadyLink;
import org.pelvi4j.sensor.SensorState.Kind;

/**
 * What is said to a BITalino: stop if it acquires, ask who it is, set the rate, start. While it acquires it takes stop
 * only, so whatever goes wrong begins with that. Source: DOMAIN.md 3.5. Confined to one thread.
 */
final class BitalinoDialogue implements Dialogue {
    private static final byte STOP = 0x00;
    private static final byte VERSION = 0x07;
    private static final byte RATE = 0x03;
    /** Between two commands. Source: DOMAIN.md 3.5. */
    private static final long PAUSE_NANOS = 100_000_000L;

    private static final long ANSWER_NANOS = 1_000_000_000L;
    private static final long START_NANOS = 1_000_000_000L;
    /** So long a board that fell silent may go on by itself. Source: chosen. */
    private static final long SILENT_NANOS = 3_000_000_000L;

    private static final long AGAIN_NANOS = 2_000_000_000L;
    private static final int TRIES = 2;
    /** What is no BITalino is known by then. Source: RELIABILITY.md A12, 3 s. */
    private static final long VERDICT_NANOS = 2_700_000_000L;

    private enum Step {
        LISTENING,
        STOPPING,
        ASKING,
        SETTING,
        STARTING,
        STREAMING,
        GIVEN_UP
    }

    private final Steps<Step> steps = new Steps<>(Step.LISTENING);
    private final byte start;
    private final byte rate;
    private final Decoder frames;
    private final Decoder lines = new Lines();
    private long openedNanos;
    private boolean known;
    private boolean answered;
    private int stream;
    private SensorState state = new SensorState(Kind.STARTING, "");

    BitalinoDialogue(int startCommand, int rateCode, Decoder frames) {
        this.start = (byte) startCommand;
        this.rate = (byte) (rateCode << 6 | RATE);
        this.frames = frames;
    }

    /** Text while it is asked, frames from the start command on: without a marker one cannot be told from the other. */
    Decoder decoder() {
        return steps.is(Step.STARTING) || steps.is(Step.STREAMING) ? frames : lines;
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
        state = new SensorState(Kind.STARTING, "no data yet: the board has not answered");
        steps.enter(Step.LISTENING);
        frames.restart();
    }

    @Override
    public void refresh() {
        steps.enter(Step.STOPPING);
    }

    @Override
    public void text(String line, long nowNanos) {
        answered |= line.contains("BITalino");
    }

    boolean frame() {
        if (steps.is(Step.STARTING) && steps.hasBegun()) {
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
            link.write(new byte[] {STOP});
        }
    }

    @Override
    public void advance(long nowNanos, SteadyLink link) {
        if (steps.begins(nowNanos)) {
            begin(link);
        }
        switch (steps.now()) {
            case LISTENING -> {
                if (steps.waited(nowNanos, PAUSE_NANOS)) {
                    steps.enter(link.lastByteNanos() - openedNanos > 0 ? Step.STOPPING : Step.ASKING);
                }
            }
            case STOPPING -> steps.after(nowNanos, PAUSE_NANOS, Step.ASKING);
            case ASKING -> {
                if (answered) {
                    steps.enter(Step.SETTING);
                } else if (steps.waited(nowNanos, ANSWER_NANOS)) {
                    steps.enter(steps.tries() < TRIES ? Step.ASKING : Step.GIVEN_UP);
                }
            }
            case SETTING -> steps.after(nowNanos, PAUSE_NANOS, Step.STARTING);
            case STARTING -> steps.after(nowNanos, START_NANOS, Step.STOPPING);
            case STREAMING -> {
                if (nowNanos - link.lastByteNanos() > SILENT_NANOS) {
                    state = new SensorState(Kind.SILENT, link.path() + ": no data comes; is the board switched on?");
                    refresh();
                }
            }
            case GIVEN_UP -> {
                if (link.hasOthers()) {
                    link.drop(0);
                } else {
                    steps.after(nowNanos, AGAIN_NANOS, Step.STOPPING);
                }
            }
        }
        judge(nowNanos, link);
    }

    private void begin(SteadyLink link) {
        switch (steps.now()) {
            case STOPPING -> link.write(new byte[] {STOP});
            case ASKING -> {
                answered = false;
                link.write(new byte[] {VERSION});
            }
            case SETTING -> link.write(new byte[] {rate});
            case STARTING -> {
                frames.restart();
                link.write(new byte[] {start});
            }
            case LISTENING, STREAMING, GIVEN_UP -> {}
        }
    }

    private void judge(long nowNanos, SteadyLink link) {
        if (state.kind() == Kind.STARTING && nowNanos - openedNanos > VERDICT_NANOS) {
            boolean heard = link.lastByteNanos() - openedNanos > 0;
            state = heard
                    ? new SensorState(
                            Kind.WRONG_DEVICE, link.path() + ": not my sensor: what answers there is no BITalino")
                    : new SensorState(
                            Kind.SILENT, link.path() + ": no data: nothing answers; is the board switched on?");
        }
    }
}
