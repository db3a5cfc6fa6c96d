package org.pelvi4j.sensor;

import java.nio.charset.StandardCharsets;
import org.pelvi4j.link.SteadyLink;
import org.pelvi4j.sensor.SensorState.Kind;

/**
 * What is said to a Cyton and answered: listen for a running stream; else reset and wait for the prompt, set the
 * channels up, start. A board that falls silent or begins anew goes through part of that again. Source: DOMAIN.md 3.8.
 * Confined to one thread.
 */
final class CytonDialogue implements Dialogue {
    private static final String PROMPT = "$$$";
    /** So long a running stream is listened for. Source: chosen, 37 frames. */
    private static final long LISTEN_NANOS = 150_000_000L;
    /** So long the wire must be quiet after a stop, and so long that is waited for. Source: chosen. */
    private static final long QUIET_NANOS = 60_000_000L;

    private static final long STOP_NANOS = 600_000_000L;
    /** The banner follows a reset within that. Source: chosen; two tries are within the verdict. */
    private static final long RESET_NANOS = 1_200_000_000L;
    /** A board that still streams then has not taken the reset. Source: chosen, over what is under way. */
    private static final long IGNORED_NANOS = 300_000_000L;
    /** Old firmware sends no answer to a channel command. Source: chosen. */
    private static final long ANSWER_NANOS = 250_000_000L;

    /** One that is known to answer may take longer, over a wire that delays. Source: chosen. */
    private static final long LATE_ANSWER_NANOS = 2_500_000_000L;

    private static final long START_NANOS = 700_000_000L;
    /** So long a board that fell silent may go on by itself, its counter intact. Source: chosen, RELIABILITY.md A8. */
    private static final long SILENT_NANOS = 12_000_000_000L;

    private static final int TRIES = 2;
    /** What is no Cyton is known by then. Source: RELIABILITY.md A12, 3 s. */
    private static final long VERDICT_NANOS = 2_700_000_000L;
    /** After a verdict the board is tried again so often. Source: chosen. */
    private static final long AGAIN_NANOS = 2_000_000_000L;
    /** An answer that takes longer shows a wire that delays. Source: RELIABILITY.md 4, T_stale. */
    private static final long SLOW_ANSWER_NANOS = 200_000_000L;

    private enum Step {
        LISTENING,
        STOPPING,
        RESETTING,
        SETTING,
        STARTING,
        STREAMING,
        GIVEN_UP
    }

    private final Steps<Step> steps = new Steps<>(Step.LISTENING);
    private final CytonSetup setup;
    private long openedNanos;
    private long commandNanos;
    private boolean answerDue;
    private boolean answers;
    private boolean configured;
    private boolean framed;
    private boolean bannered;
    private boolean prompted;
    private boolean failed;
    private boolean heard;
    private long delayNanos;
    private int stream;
    private SensorState state = new SensorState(Kind.STARTING, "");

    CytonDialogue(CytonSetup setup) {
        this.setup = setup;
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
    public long delayNanos() {
        return delayNanos;
    }

    @Override
    public void opened(long nowNanos) {
        openedNanos = nowNanos;
        heard = false;
        failed = false;
        answerDue = false;
        delayNanos = 0;
        tell(Kind.STARTING, "no data yet: the board has not answered");
        enter(Step.LISTENING);
    }

    /** Has the board begin a new stream; its answer shows whether the wire delays. */
    @Override
    public void refresh() {
        enter(Step.STOPPING);
    }

    @Override
    public void text(String line, long nowNanos) {
        heard = true;
        bannered |= line.contains("OpenBCI");
        setup.heard(line);
        failed |= line.contains("Failure");
        if (line.endsWith(PROMPT)) {
            if (!bannered && answerDue) {
                answerDue = false;
                answers = true;
                long answer = nowNanos - commandNanos;
                delayNanos = answer > SLOW_ANSWER_NANOS ? answer : 0;
            }
            prompted = true;
        }
    }

    /** Tells whether a frame that has come belongs to the stream that was asked for. */
    boolean frame() {
        framed = true;
        heard = true;
        boolean takenUp = steps.is(Step.LISTENING) && configured;
        if (steps.hasBegun() && (steps.is(Step.STARTING) || takenUp)) {
            stream++;
            configured = true;
            state = SensorState.OK;
            enter(Step.STREAMING);
        }
        return steps.is(Step.STREAMING);
    }

    @Override
    public void leave(SteadyLink link) {
        if (configured) {
            link.write(ascii("sd"));
        }
    }

    @Override
    public void advance(long nowNanos, SteadyLink link) {
        if (steps.begins(nowNanos)) {
            begin(nowNanos, link);
        }
        if (framed && configured && ignores(nowNanos)) {
            refresh();
            return;
        }
        long quiet = nowNanos - link.lastByteNanos();
        switch (steps.now()) {
            case LISTENING -> afterListening(nowNanos);
            case STOPPING -> afterStopping(nowNanos, quiet);
            case RESETTING -> {
                if (prompted) {
                    setUp();
                } else {
                    retry(nowNanos, RESET_NANOS, Step.GIVEN_UP);
                }
            }
            case SETTING -> afterSetting(nowNanos, link);
            case STARTING -> retry(nowNanos, START_NANOS, Step.RESETTING);
            case STREAMING -> watch(quiet);
            case GIVEN_UP -> afterGivingUp(nowNanos, link);
        }
        judge(nowNanos, link);
    }

    /** Frames come from a stream that no command has stopped: the board is there after all. */
    private boolean ignores(long nowNanos) {
        boolean resetLong = steps.is(Step.RESETTING) && steps.waited(nowNanos, IGNORED_NANOS);
        return steps.is(Step.GIVEN_UP) || resetLong;
    }

    private void begin(long nowNanos, SteadyLink link) {
        switch (steps.now()) {
            case STOPPING -> link.write(ascii("s"));
            case RESETTING -> link.write(ascii("v"));
            case SETTING -> {
                commandNanos = nowNanos;
                answerDue = true;
                link.write(ascii(setup.command()));
            }
            case STARTING -> link.write(ascii("b"));
            case LISTENING, STREAMING, GIVEN_UP -> {}
        }
    }

    private void afterListening(long nowNanos) {
        if (framed && !configured) {
            enter(Step.STOPPING);
        } else if (steps.waited(nowNanos, LISTEN_NANOS)) {
            setUpOrReset();
        }
    }

    private void afterStopping(long nowNanos, long quiet) {
        boolean stopped = steps.waited(nowNanos, QUIET_NANOS) && quiet > QUIET_NANOS;
        if (stopped || steps.waited(nowNanos, STOP_NANOS)) {
            setUpOrReset();
        }
    }

    private void setUpOrReset() {
        if (configured) {
            setUp();
        } else {
            enter(Step.RESETTING);
        }
    }

    private void setUp() {
        setup.restart();
        enter(Step.SETTING);
    }

    private void afterSetting(long nowNanos, SteadyLink link) {
        if (setup.lacksDaisy()) {
            setup.forgive();
            tell(Kind.WRONG_DEVICE, link.path() + ": the board has no Daisy; leave channels=16 out");
            enter(Step.GIVEN_UP);
        } else if (prompted || steps.waited(nowNanos, answers ? LATE_ANSWER_NANOS + delayNanos : ANSWER_NANOS)) {
            enter(setup.next() ? Step.SETTING : Step.STARTING);
        }
    }

    private void watch(long quiet) {
        if (prompted && bannered) {
            setUp();
        } else if (quiet > SILENT_NANOS) {
            tell(Kind.SILENT, "no data comes; is the board switched on?");
            refresh();
        }
    }

    private void afterGivingUp(long nowNanos, SteadyLink link) {
        if (link.hasOthers()) {
            link.drop(0);
        } else if (steps.waited(nowNanos, AGAIN_NANOS)) {
            enter(Step.LISTENING);
        }
    }

    private void retry(long nowNanos, long nanos, Step giveUp) {
        if (steps.waited(nowNanos, nanos + delayNanos)) {
            enter(steps.tries() < TRIES ? steps.now() : giveUp);
        }
    }

    private void enter(Step next) {
        steps.enter(next);
        framed = false;
        prompted = false;
        bannered = false;
    }

    private void judge(long nowNanos, SteadyLink link) {
        if (state.kind() != Kind.STARTING || nowNanos - openedNanos < VERDICT_NANOS) {
            return;
        }
        if (failed) {
            tell(Kind.SILENT, link.path() + ": the dongle answers but no board; is the board switched on?");
        } else if (heard || link.lastByteNanos() - openedNanos > 0) {
            tell(Kind.WRONG_DEVICE, link.path() + ": not my sensor: what answers there is no Cyton");
        } else {
            tell(Kind.SILENT, link.path() + ": no data: nothing answers; is the board switched on?");
        }
    }

    private void tell(Kind kind, String text) {
        state = new SensorState(kind, text);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
