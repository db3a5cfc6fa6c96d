package org.pelvi4j.sensor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    /** How channel commands name the channels, those of a Daisy last. Source: DOMAIN.md 3.8. */
    private static final String CHANNEL_KEYS = "12345678QWERTYUI";

    private final List<String> settings;
    private final boolean daisy;
    private Step step = Step.LISTENING;
    private boolean entered;
    private long enteredNanos;
    private long openedNanos;
    private int triesLeft;
    private int settingsMade;
    private boolean daisyFound;
    private boolean daisyMissing;
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

    CytonDialogue(List<Integer> channels, int gainCode, boolean daisy) {
        this.daisy = daisy;
        var commands = new ArrayList<String>();
        if (daisy) {
            commands.add("C");
        }
        channels.forEach(channel -> commands.add(channelSettings(channel, gainCode)));
        settings = List.copyOf(commands);
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
        enter(Step.LISTENING, TRIES);
    }

    /** Has the board begin a new stream; its answer shows whether the wire delays. */
    @Override
    public void refresh() {
        enter(Step.STOPPING, TRIES);
    }

    @Override
    public void text(String line, long nowNanos) {
        heard = true;
        bannered |= line.contains("OpenBCI");
        daisyFound |= line.contains("On Daisy");
        daisyMissing |= daisy && line.contains("no daisy");
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
        if (entered && (step == Step.STARTING || (step == Step.LISTENING && configured))) {
            stream++;
            configured = true;
            state = SensorState.OK;
            enter(Step.STREAMING, TRIES);
        }
        return step == Step.STREAMING;
    }

    @Override
    public void leave(SteadyLink link) {
        if (configured) {
            link.write(ascii("sd"));
        }
    }

    @Override
    public void advance(long nowNanos, SteadyLink link) {
        if (!entered) {
            entered = true;
            enteredNanos = nowNanos;
            begin(nowNanos, link);
        }
        long waited = nowNanos - enteredNanos;
        if (framed && configured && ignores(waited)) {
            refresh();
            return;
        }
        switch (step) {
            case LISTENING -> afterListening(waited);
            case STOPPING -> afterStopping(waited, nowNanos - link.lastByteNanos());
            case RESETTING -> go(prompted, waited > RESET_NANOS + delayNanos, Step.SETTING, Step.GIVEN_UP);
            case SETTING -> afterSetting(waited, link);
            case STARTING -> go(false, waited > START_NANOS + delayNanos, Step.STREAMING, Step.RESETTING);
            case STREAMING -> watch(nowNanos - link.lastByteNanos());
            case GIVEN_UP -> afterGivingUp(waited, link);
        }
        judge(nowNanos, link);
    }

    /** Frames come from a stream that no command has stopped: the board is there after all. */
    private boolean ignores(long waited) {
        return step == Step.GIVEN_UP || (step == Step.RESETTING && waited > IGNORED_NANOS);
    }

    private void begin(long nowNanos, SteadyLink link) {
        switch (step) {
            case STOPPING -> link.write(ascii("s"));
            case RESETTING -> link.write(ascii("v"));
            case SETTING -> {
                commandNanos = nowNanos;
                answerDue = true;
                link.write(ascii(setting()));
            }
            case STARTING -> link.write(ascii("b"));
            case LISTENING, STREAMING, GIVEN_UP -> {}
        }
    }

    /** Channel on, gain, normal input, no bias, SRB2 or SRB1: bipolar electrodes on its own two pins. */
    private static String channelSettings(int channel, int gainCode) {
        return "x" + CHANNEL_KEYS.charAt(channel) + "0" + gainCode + "0000X";
    }

    /** A board that has a Daisy starts with sixteen channels; one who wants eight says so. */
    private boolean takesDaisyOff() {
        return daisyFound && !daisy;
    }

    private int settingsToMake() {
        return settings.size() + (takesDaisyOff() ? 1 : 0);
    }

    private String setting() {
        int index = takesDaisyOff() ? settingsMade - 1 : settingsMade;
        return index < 0 ? "c" : settings.get(index);
    }

    private void afterListening(long waited) {
        if (framed && !configured) {
            enter(Step.STOPPING, TRIES);
        } else if (waited > LISTEN_NANOS) {
            settingsMade = 0;
            enter(configured ? Step.SETTING : Step.RESETTING, TRIES);
        }
    }

    private void afterStopping(long waited, long quiet) {
        if (waited > STOP_NANOS || (waited > QUIET_NANOS && quiet > QUIET_NANOS)) {
            settingsMade = 0;
            enter(configured ? Step.SETTING : Step.RESETTING, TRIES);
        }
    }

    private void afterSetting(long waited, SteadyLink link) {
        if (daisyMissing) {
            daisyMissing = false;
            tell(Kind.WRONG_DEVICE, link.path() + ": the board has no Daisy; leave channels=16 out");
            enter(Step.GIVEN_UP, TRIES);
        } else if (prompted || waited > (answers ? LATE_ANSWER_NANOS + delayNanos : ANSWER_NANOS)) {
            settingsMade++;
            enter(settingsMade < settingsToMake() ? Step.SETTING : Step.STARTING, TRIES);
        }
    }

    private void watch(long quiet) {
        if (prompted && bannered) {
            settingsMade = 0;
            enter(Step.SETTING, TRIES);
        } else if (quiet > SILENT_NANOS) {
            tell(Kind.SILENT, "no data comes; is the board switched on?");
            refresh();
        }
    }

    private void afterGivingUp(long waited, SteadyLink link) {
        if (link.hasOthers()) {
            link.drop(0);
        } else if (waited > AGAIN_NANOS) {
            enter(Step.LISTENING, TRIES);
        }
    }

    private void go(boolean done, boolean late, Step next, Step giveUp) {
        if (done) {
            settingsMade = 0;
            enter(next, TRIES);
        } else if (late) {
            enter(triesLeft > 1 ? step : giveUp, triesLeft > 1 ? triesLeft - 1 : TRIES);
        }
    }

    private void enter(Step next, int tries) {
        step = next;
        triesLeft = tries;
        entered = false;
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
