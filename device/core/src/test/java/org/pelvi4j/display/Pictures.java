package org.pelvi4j.display;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.feedback.Ahead;
import org.pelvi4j.feedback.Goal;
import org.pelvi4j.feedback.Mark;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.Plan;
import org.pelvi4j.feedback.Progress;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.State;
import org.pelvi4j.feedback.Word;

/** Pictures built by hand: the moments that the mock-ups show, repetition 3 of 12, goal 40, home up to 10. */
public final class Pictures {
    public static final Goal WORK = new Goal(40, Double.NaN);
    public static final Goal HOME = new Goal(-10, 10);
    public static final Plan PLAN = new Plan("Lift, 3 minutes", 12, 5, 10, 2, 3);

    private static final Set<State> PLANLESS = EnumSet.of(State.WATCH, State.IDLE, State.SETUP);

    private long atNanos;
    private State state = State.IDLE;
    private Word word = Word.NONE;
    private boolean solid;
    private boolean byFeel;
    private int secondsLeft = -1;
    private double level = Double.NaN;
    private @Nullable Goal goal;
    private double earned = Double.NaN;
    private int rep;
    private List<Mark> held = Marks.of("............");
    private List<Mark> letGo = Marks.of("............");
    private int again;
    private @Nullable RepResult last;
    private Message message = Message.NONE;
    private List<Ahead> ahead = List.of();
    private @Nullable SetupPage page;

    private Pictures(State state, Word word, int rep) {
        this.state = state;
        this.word = word;
        this.rep = rep;
        letGo(rep > 2 ? "*_.........." : "............");
        held(rep > 2 ? "**.........." : "............");
    }

    public static Pictures of(State state, Word word, int rep) {
        return new Pictures(state, word, rep);
    }

    public static Pictures ready() {
        return of(State.READY, Word.READY, 0).seconds(3).message("safety.stop");
    }

    public static Pictures squeeze(double level) {
        return of(State.SQUEEZE, Word.SQUEEZE, 3).seconds(5).level(level).goal(WORK);
    }

    public static Pictures hold(double level) {
        return of(State.HOLD, Word.HOLD, 3)
                .seconds(3)
                .level(level)
                .goal(WORK)
                .solid()
                .earned(0.5);
    }

    public static Pictures letGo(double level) {
        return of(State.LET_GO, Word.LET_GO, 3)
                .seconds(10)
                .level(level)
                .goal(HOME)
                .held("***.........");
    }

    public static Pictures rest(double level) {
        return of(State.REST, Word.REST, 3)
                .seconds(6)
                .level(level)
                .goal(HOME)
                .solid()
                .earned(0.45)
                .held("***.........")
                .letGo("*_*.........");
    }

    public static Pictures byFeel() {
        var picture = of(State.HOLD, Word.HOLD, 4)
                .seconds(3)
                .goal(WORK)
                .held("***.........")
                .letGo("*_*.........");
        picture.byFeel = true;
        return picture;
    }

    public static Pictures restByFeel() {
        var picture = of(State.REST, Word.REST, 4)
                .seconds(6)
                .goal(HOME)
                .held("***.........")
                .letGo("*_*.........");
        picture.byFeel = true;
        return picture;
    }

    public static Pictures noSignal() {
        var picture = of(State.NO_SIGNAL, Word.NO_SIGNAL, 3).message("hint.plug");
        picture.again = 3;
        return picture;
    }

    public static Pictures paused() {
        var picture = of(State.PAUSED, Word.PAUSED, 3).message("pause.help");
        picture.again = 3;
        return picture;
    }

    public static Pictures unseen() {
        return of(State.UNSEEN, Word.SQUEEZE, 3).seconds(5);
    }

    public static Pictures result() {
        var picture = of(State.RESULT, Word.REST, 4).seconds(4).message("result.line", "4", "5", "0.9");
        picture.byFeel = true;
        return picture;
    }

    /** Whether a repetition by feel was got is asked before its result is told. */
    public static Pictures asked() {
        return result().message("result.ask");
    }

    public static Pictures setRest() {
        return of(State.SET_REST, Word.REST, 4).seconds(75).level(3).goal(HOME);
    }

    public static Pictures check() {
        return of(State.CHECK, Word.CHECK, 0);
    }

    public static Pictures watch(double level) {
        return of(State.WATCH, Word.NONE, 0).level(level).held("").letGo("");
    }

    /** The set-up, as the person's own display has it: the cue alone. */
    public static Pictures settingUp(Word word, int seconds) {
        var picture = of(State.SETUP, word, 0).seconds(seconds).held("").letGo("");
        picture.page = word == Word.REST ? SetupPages.rest() : SetupPages.strongest();
        return picture;
    }

    public static Pictures done() {
        return of(State.DONE, Word.DONE, 12)
                .held("*****_******")
                .letGo("*_********_*")
                .message("sum.group", "2", "3");
    }

    /** Ended early by the fatigue rule; the first two repetitions taught the scale. */
    public static Pictures enough() {
        return of(State.DONE, Word.ENOUGH, 8)
                .held("--***__*....")
                .letGo("--*_*__*....")
                .message("sum.group", "2", "3");
    }

    /** Stopped before anything could be judged. */
    public static Pictures unjudged() {
        return of(State.DONE, Word.DONE, 2).held("--..........").letGo("--..........");
    }

    /** The button is being held to stop. */
    public static Pictures stopping(int percent) {
        return hold(62).message("stop.held", String.valueOf(percent));
    }

    /** One of each state, by name, for tests that compare them all. */
    public static List<Pictures> all() {
        return List.of(
                ready(),
                squeeze(28),
                hold(62),
                letGo(45),
                rest(3.5),
                byFeel(),
                restByFeel(),
                noSignal(),
                paused(),
                unseen(),
                result(),
                asked(),
                setRest(),
                check(),
                watch(30),
                settingUp(Word.SQUEEZE, 5),
                settingUp(Word.REST, 38),
                done(),
                enough(),
                unjudged(),
                stopping(95),
                of(State.IDLE, Word.NONE, 0).held("").letGo(""));
    }

    public Pictures at(double seconds) {
        atNanos = Math.round(seconds * 1e9);
        return this;
    }

    public Pictures solid() {
        solid = true;
        return this;
    }

    public Pictures hollow() {
        solid = false;
        return this;
    }

    public Pictures seconds(int left) {
        secondsLeft = left;
        return this;
    }

    public Pictures level(double now) {
        level = now;
        return this;
    }

    public Pictures goal(@Nullable Goal there) {
        goal = there;
        return this;
    }

    public Pictures earned(double share) {
        earned = share;
        return this;
    }

    public Pictures rep(int now) {
        rep = now;
        return this;
    }

    public Pictures held(String marks) {
        held = Marks.of(marks);
        return this;
    }

    public Pictures letGo(String marks) {
        letGo = Marks.of(marks);
        return this;
    }

    public Pictures again(int startingAgain) {
        again = startingAgain;
        return this;
    }

    public Pictures last(RepResult result) {
        last = result;
        return this;
    }

    public Pictures message(String key, String... arguments) {
        message = new Message(key, List.of(arguments));
        return this;
    }

    public Pictures ahead(Ahead... goals) {
        ahead = List.of(goals);
        return this;
    }

    public Picture picture() {
        return new Picture(
                atNanos,
                state,
                word,
                solid,
                byFeel,
                secondsLeft,
                level,
                goal,
                earned,
                new Progress(PLANLESS.contains(state) ? Plan.NONE : PLAN, rep, held, letGo, again, last),
                message,
                ahead,
                page);
    }
}
