package org.pelvi4j.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every display shows at one moment: cue, seconds left, level, goal, in the goal or not, share earned, repetition,
 * quality. A display adds nothing of its own. Source: SCREENS 2. Immutable.
 *
 * @param atNanos the moment, monotonic; a display without a newer picture distrusts this one after 300 ms
 * @param state the state
 * @param word the cue's word; it stays while the state is UNSEEN
 * @param solid whether the level is in the goal: shape and goal are filled; else they are outlines
 * @param byFeel whether the level is hidden on purpose in this repetition
 * @param secondsLeft whole seconds left in this cue, counting down; -1 for dashes or nothing
 * @param level 0 at rest, 100 at the person's strongest; NaN when there is none. By feel it may be here for what is shown
 *     afterwards; {@link #seenAt} hides it
 * @param goal where the level should be; null when there is none to show
 * @param earned the share of the scored time spent in the goal, 0 to 1; NaN when nothing is earned now
 * @param progress how far the exercise is
 * @param message one line, or {@link Message#NONE}; in the state NO_SIGNAL the remedy, in DONE the one sentence
 * @param ahead goals of the next 12 s, the present one first
 * @param page what the physiotherapist sees while setting up; null in practice
 */
public record Picture(
        long atNanos,
        State state,
        Word word,
        boolean solid,
        boolean byFeel,
        int secondsLeft,
        double level,
        @Nullable Goal goal,
        double earned,
        Progress progress,
        Message message,
        List<Ahead> ahead,
        @Nullable SetupPage page) {
    /** A picture older than this shows no level. Source: SCREENS 6. */
    public static final long UNSEEN_AFTER_NANOS = 300_000_000L;

    /** A picture older than this shows that there is no signal. Source: SCREENS 6. */
    public static final long NO_SIGNAL_AFTER_NANOS = 1_000_000_000L;

    /** Copies the list. */
    public Picture {
        ahead = List.copyOf(ahead);
    }

    /**
     * A picture of practice, which has no page of the set-up.
     *
     * @param atNanos the moment, monotonic
     * @param state the state
     * @param word the cue's word
     * @param solid whether the level is in the goal
     * @param byFeel whether the level is hidden on purpose
     * @param secondsLeft whole seconds left in this cue; -1 for dashes or nothing
     * @param level 0 at rest, 100 at the person's strongest; NaN when there is none
     * @param goal where the level should be; null when there is none to show
     * @param earned the share of the scored time spent in the goal; NaN when nothing is earned now
     * @param progress how far the exercise is
     * @param message one line, or {@link Message#NONE}
     * @param ahead goals of the next 12 s, the present one first
     */
    public Picture(
            long atNanos,
            State state,
            Word word,
            boolean solid,
            boolean byFeel,
            int secondsLeft,
            double level,
            @Nullable Goal goal,
            double earned,
            Progress progress,
            Message message,
            List<Ahead> ahead) {
        this(atNanos, state, word, solid, byFeel, secondsLeft, level, goal, earned, progress, message, ahead, null);
    }

    /**
     * Nobody practises.
     *
     * @param atNanos the moment, monotonic
     * @return nothing but that the device is on
     */
    public static Picture idle(long atNanos) {
        return new Picture(
                atNanos,
                State.IDLE,
                Word.NONE,
                false,
                false,
                -1,
                Double.NaN,
                null,
                Double.NaN,
                Progress.NONE,
                Message.NONE,
                List.of());
    }

    /**
     * A moment of the set-up: the cue for the person, the page for the physiotherapist. It has no level, so that nobody
     * squeezes against a bar whose scale is only being found.
     *
     * @param atNanos the moment, monotonic
     * @param word what the person is asked to do; {@link Word#NONE} for nothing
     * @param secondsLeft whole seconds left of it; -1 for as long as it takes
     * @param page what the physiotherapist sees
     * @return the picture
     */
    public static Picture settingUp(long atNanos, Word word, int secondsLeft, SetupPage page) {
        return new Picture(
                atNanos,
                State.SETUP,
                word,
                false,
                false,
                secondsLeft,
                Double.NaN,
                null,
                Double.NaN,
                Progress.NONE,
                Message.NONE,
                List.of(),
                page);
    }

    /**
     * What a display may still show of this picture: all of it while it is fresh, no level when it is older than 300 ms,
     * no signal when it is older than 1 s. In a repetition by feel the level, the filling and what is earned are hidden.
     *
     * @param nowNanos the time at the display
     * @return this, or what is left of it
     */
    public Picture seenAt(long nowNanos) {
        long age = nowNanos - atNanos;
        boolean live = state != State.DONE && state != State.IDLE && state != State.PAUSED;
        if (!live || age <= UNSEEN_AFTER_NANOS) {
            return byFeel ? hidden() : this;
        }
        return age <= NO_SIGNAL_AFTER_NANOS ? unseen() : noSignal();
    }

    /**
     * The same with another message.
     *
     * @param other what it says instead
     * @return the picture
     */
    public Picture saying(Message other) {
        return new Picture(
                atNanos, state, word, solid, byFeel, secondsLeft, level, goal, earned, progress, other, ahead, page);
    }

    private Picture hidden() {
        return new Picture(
                atNanos, state, word, false, true, secondsLeft, Double.NaN, goal, Double.NaN, progress, message, ahead);
    }

    /**
     * The same cue without a level, as when no valid sample has come for 300 ms.
     *
     * @return the picture in the state UNSEEN
     */
    public Picture unseen() {
        State seen = state == State.NO_SIGNAL ? state : State.UNSEEN;
        return new Picture(
                atNanos,
                seen,
                word,
                false,
                byFeel,
                secondsLeft,
                Double.NaN,
                null,
                Double.NaN,
                progress,
                message,
                List.of());
    }

    /**
     * No signal, as when no valid sample has come for 1 s.
     *
     * @return the picture in the state NO_SIGNAL
     */
    public Picture noSignal() {
        Message why = state == State.NO_SIGNAL ? message : new Message("hint.plug", List.of());
        boolean cutInWork = word == Word.SQUEEZE || word == Word.HOLD;
        return new Picture(
                atNanos,
                State.NO_SIGNAL,
                Word.NO_SIGNAL,
                false,
                false,
                -1,
                Double.NaN,
                null,
                Double.NaN,
                cutInWork ? progress.startingAgain(progress.rep()) : progress,
                why,
                List.of());
    }
}
