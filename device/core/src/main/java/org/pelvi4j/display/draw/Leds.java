package org.pelvi4j.display.draw;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.feedback.Ahead;
import org.pelvi4j.feedback.Goal;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.Progress;
import org.pelvi4j.feedback.State;
import org.pelvi4j.feedback.Word;

/**
 * A picture as a row of 5 to 16 LEDs; the first is the end of rest. Solid is lit, hollow blinks; nothing blinks above 3 Hz
 * and the first flash of a blinking LED begins when it begins to blink, so that a level that trembles at the edge cannot
 * make it flicker. Source: SCREENS 7. Confined to one thread.
 */
public final class Leds {
    /** Source: SCREENS 7. */
    public static final int FEWEST = 5;

    /** Source: SCREENS 7. */
    public static final int MOST = 16;

    /** The goal of a contraction where no picture has told one yet. Source: SCREENS 7. */
    private static final double USUAL_LOW = 40;

    private static final long MILLI = 1_000_000L;

    /** A bar that rises or falls turns round no sooner: on and off again is then a third of a second. Source: SCREENS 6. */
    private static final long TURN_NANOS = 167 * MILLI;

    private static final long GOAL_BLINK_NANOS = 400 * MILLI;
    private static final long TICK_NANOS = 150 * MILLI;
    private static final long WINK_NANOS = 100 * MILLI;
    private static final long SECOND_NANOS = 1000 * MILLI;
    private static final long FAULT_NANOS = 500 * MILLI;
    private static final long BEAT_NANOS = 800 * MILLI;
    private static final long SHARE_NANOS = 3000 * MILLI;
    private static final long DARK_NANOS = 500 * MILLI;
    private static final long IDLE_NANOS = 5000 * MILLI;
    private static final int TICKED_SECONDS = 3;

    private final int count;
    private final Light[] lights;
    private State state = State.IDLE;
    private long stateNanos;
    private int seconds = -1;
    private long secondsNanos;
    private int blinking = -1;
    private long blinkNanos;
    private int bar;
    private boolean rising;
    private long barNanos;
    private boolean barred;
    private boolean started;
    private double workLow = USUAL_LOW;

    /**
     * Creates a dark row.
     *
     * @param count how many LEDs, 5 to 16
     */
    public Leds(int count) {
        if (count < FEWEST || count > MOST) {
            throw new IllegalArgumentException("leds: expected " + FEWEST + " to " + MOST + " but was " + count);
        }
        this.count = count;
        this.lights = new Light[count];
    }

    /**
     * Draws a picture.
     *
     * @param seen what may still be shown of it
     * @param nowNanos the time at the display
     * @return one light per LED, from the end of rest; a copy
     */
    public Light[] draw(Picture seen, long nowNanos) {
        remember(seen, nowNanos);
        Arrays.fill(lights, Light.OFF);
        int blinked = blinking;
        blinking = -1;
        boolean before = barred;
        barred = false;
        bar = before ? bar : -1;
        if (Stopping.is(seen)) {
            fill(Math.round(Stopping.share(seen) * count), Light.LEVEL);
        } else {
            state(seen, nowNanos, blinked);
        }
        return lights.clone();
    }

    private void remember(Picture seen, long nowNanos) {
        if (!started || seen.state() != state) {
            stateNanos = nowNanos;
        }
        if (!started || seen.secondsLeft() != seconds) {
            secondsNanos = nowNanos;
        }
        started = true;
        state = seen.state();
        seconds = seen.secondsLeft();
        Goal goal = seen.goal();
        if (goal != null && !Gauge.isHome(goal)) {
            workLow = goal.low();
        }
        for (Ahead ahead : seen.ahead()) {
            if (ahead.work() && !Gauge.isHome(ahead.goal())) {
                workLow = ahead.goal().low();
                break;
            }
        }
    }

    private void state(Picture seen, long nowNanos, int blinked) {
        long inState = nowNanos - stateNanos;
        switch (seen.state()) {
            case IDLE -> light(0, inState % IDLE_NANOS < WINK_NANOS, Light.LEVEL);
            case CHECK -> light(count / 2, inState % SECOND_NANOS < FAULT_NANOS, Light.LEVEL);
            case READY -> ready(nowNanos);
            case SQUEEZE, HOLD, LET_GO, REST -> practise(seen, nowNanos, blinked);
            case SET_REST -> {
                lights[0] = Light.HOME;
                light(count - 1, inState % (2 * SECOND_NANOS) < WINK_NANOS, Light.LEVEL);
                tick(seen, nowNanos);
            }
            case WATCH -> bar(Double.isNaN(seen.level()) ? 0 : Math.max(1, lit(seen.level())), nowNanos);
            case SETUP -> setUp(seen.word(), inState % (2 * SECOND_NANOS) < SECOND_NANOS);
            case RESULT -> {
                if (seen.message().equals(Message.ASKED)) {
                    asked(inState);
                } else {
                    result(seen.progress().last(), inState);
                }
            }
            case PAUSED -> {
                light(0, inState % (2 * SECOND_NANOS) < SECOND_NANOS, Light.LEVEL);
                light(count - 1, inState % (2 * SECOND_NANOS) < SECOND_NANOS, Light.LEVEL);
            }
            case NO_SIGNAL -> {
                for (int i = (int) (inState / FAULT_NANOS % 2); i < count; i += 2) {
                    lights[i] = Light.FAULT;
                }
            }
            case DONE -> done(seen.progress(), inState);
            case UNSEEN -> {} // dark for the 700 ms until there is no signal: no level, no goal
        }
    }

    /** The cue alone, as slow as no blinking of practice: where to go, with nothing of the level. */
    private void setUp(Word asked, boolean lit) {
        switch (asked) {
            case SQUEEZE, HOLD -> light(goalLed(), lit, Light.WORK);
            case LET_GO, REST -> light(0, lit, Light.HOME);
            default -> light(count / 2, lit, Light.LEVEL);
        }
    }

    /** Three LEDs at the far end, one fewer each second, each second 0.8 s lit; steady before the last three. */
    private void ready(long nowNanos) {
        boolean lit = seconds > TICKED_SECONDS || nowNanos - secondsNanos < BEAT_NANOS;
        for (int i = 0; i < Math.min(TICKED_SECONDS, seconds); i++) {
            light(count - 1 - i, lit, Light.LEVEL);
        }
    }

    /** By feel, and as long as there is no scale, the goal winks each second; else level and goal are shown. */
    private void practise(Picture seen, long nowNanos, int blinked) {
        boolean rest = seen.state() == State.LET_GO || seen.state() == State.REST;
        Goal goal = seen.goal();
        if (seen.byFeel() || goal == null || Double.isNaN(seen.level())) {
            light(
                    rest ? 0 : goalLed(),
                    (nowNanos - secondsNanos) % SECOND_NANOS < WINK_NANOS,
                    rest ? Light.HOME : Light.WORK);
        } else if (Gauge.isHome(goal)) {
            home(goal, seen.level(), nowNanos, blinked);
        } else {
            work(goal, seen.level(), nowNanos, blinked);
        }
        if (rest) {
            tick(seen, nowNanos);
        }
    }

    /** Soon, as the sound says it: not after the last repetition. */
    private void tick(Picture seen, long nowNanos) {
        boolean toCome = seen.progress().rep() < seen.progress().plan().reps();
        boolean ticked = toCome && seconds >= 1 && seconds <= TICKED_SECONDS;
        light(goalLed(), ticked && nowNanos - secondsNanos < TICK_NANOS, Light.WORK);
    }

    private void work(Goal goal, double level, long nowNanos, int blinked) {
        int edge = goalLed();
        boolean above = level > goal.high();
        boolean below = level < goal.low();
        int upper = above ? Math.max(edge, led(goal.high())) : edge;
        bar(below ? Math.min(lit(level), edge) : Math.max(lit(level), upper + 1), nowNanos);
        lights[edge] = Light.WORK;
        if (above || below) {
            blink(upper, Light.WORK, nowNanos, blinked);
        }
    }

    private void home(Goal goal, double level, long nowNanos, int blinked) {
        boolean out = level > goal.high();
        bar(out ? Math.max(lit(level), 2) : 1, nowNanos);
        lights[0] = Light.HOME;
        if (out) {
            blink(0, Light.HOME, nowNanos, blinked);
        }
    }

    /** The level's bar; only the LEDs of the goal follow a level at once that turns round more often. */
    private void bar(int wanted, long nowNanos) {
        barred = true;
        boolean up = wanted > bar;
        if (bar < 0 || (wanted != bar && (up == rising || nowNanos - barNanos >= TURN_NANOS))) {
            rising = up;
            bar = wanted;
            barNanos = nowNanos;
        }
        fill(bar, Light.LEVEL);
    }

    private void blink(int led, Light light, long nowNanos, int blinked) {
        if (led != blinked) {
            blinkNanos = nowNanos;
        }
        blinking = led;
        lights[led] = (nowNanos - blinkNanos) / GOAL_BLINK_NANOS % 2 == 0 ? light : Light.OFF;
    }

    /** What the result will light, hollow: blinking. */
    private void asked(long inState) {
        boolean lit = inState / GOAL_BLINK_NANOS % 2 == 0;
        light(count - 1, lit, Light.LEVEL);
        light(goalLed(), lit, Light.WORK);
        light(0, lit, Light.HOME);
    }

    private void result(@Nullable RepResult last, long inState) {
        if (last == null || !last.judged()) {
            light(count - 1, inState % SECOND_NANOS < FAULT_NANOS, Light.LEVEL);
            return;
        }
        light(count - 1, true, Light.LEVEL);
        light(goalLed(), last.held(), Light.WORK);
        light(0, last.letGo(), Light.HOME);
    }

    /** Held from the left 3 s, dark 0.5 s, let go from the right 3 s, twice; then as with no session. */
    private void done(Progress progress, long inState) {
        long round = 2 * (SHARE_NANOS + DARK_NANOS);
        long inRound = inState % round;
        int reps = Math.max(1, Marks.judged(progress));
        if (Marks.judged(progress) == 0) {
            light(count / 2, inState < SHARE_NANOS, Light.LEVEL); // over, and neither share is known
        } else if (inState >= 2 * round) {
            light(0, (inState - 2 * round) % IDLE_NANOS < WINK_NANOS, Light.LEVEL);
        } else if (inRound < SHARE_NANOS) {
            fill(Math.round((double) Marks.held(progress) / reps * count), Light.WORK);
        } else if (inRound >= SHARE_NANOS + DARK_NANOS && inRound < round - DARK_NANOS) {
            long letGo = Math.round((double) Marks.letGo(progress) / reps * count);
            for (int i = 0; i < Math.min(count, letGo); i++) {
                lights[count - 1 - i] = Light.HOME;
            }
        }
    }

    private void light(int led, boolean on, Light light) {
        if (on) {
            lights[led] = light;
        }
    }

    private void fill(long leds, Light light) {
        for (int i = 0; i < Math.min(count, leds); i++) {
            lights[i] = light;
        }
    }

    private int lit(double level) {
        return (int) Math.round(Math.max(0, Math.min(100, level)) * count / 100);
    }

    /** The LED of the goal of a contraction, from 0; never the first, which is home. */
    private int goalLed() {
        return Math.max(1, led(workLow));
    }

    private int led(double level) {
        return Math.min(count - 1, Math.max(0, (int) Math.ceil(level * count / 100 - 1e-9) - 1));
    }
}
