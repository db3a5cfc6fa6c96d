package org.pelvi4j.display.terminal;

import java.util.List;
import java.util.Locale;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Ascii;
import org.pelvi4j.display.draw.Marks;
import org.pelvi4j.display.draw.Stopping;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.feedback.Ahead;
import org.pelvi4j.feedback.Goal;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.Plan;
import org.pelvi4j.feedback.Progress;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.State;
import org.pelvi4j.feedback.Verdict;

/** What lines mode says of a picture, in ASCII. Immutable. */
final class LineTexts {
    private final Words words;

    LineTexts(Words words) {
        this.words = words;
    }

    /** The key of a state's line; empty when a state is no event. */
    static String key(State state) {
        return switch (state) {
            case IDLE -> "";
            case CHECK -> "line.check";
            case READY -> "line.ready";
            case SQUEEZE -> "line.squeeze";
            case HOLD -> "line.hold";
            case LET_GO -> "line.letgo";
            case REST -> "line.rest";
            case RESULT -> "line.result";
            case SET_REST -> "line.setrest";
            case PAUSED -> "line.paused";
            case UNSEEN -> "line.unseen";
            case NO_SIGNAL -> "line.nosignal";
            case DONE -> "line.done";
            case WATCH -> "line.watch";
            case SETUP -> "";
        };
    }

    /** The step of a set-up. */
    String step(SetupPage page) {
        return text("setup.step", page.step(), page.steps(), words.text(page.name()));
    }

    /** A line of the set-up; empty for what is drawn and for a figure of which nothing is said yet. */
    String line(SetupPage.Line line) {
        if (line instanceof SetupPage.Now now) {
            return message(now.text()) + (now.secondsLeft() < 0 ? "" : " " + text("setup.left", now.secondsLeft()));
        } else if (line instanceof SetupPage.Cells cells) {
            var row = new StringBuilder(message(cells.label()));
            cells.cells().forEach(cell -> row.append("  ").append(message(cell)));
            return row.toString().strip();
        } else if (line instanceof SetupPage.Fact fact) {
            String said = fact.verdict() == Verdict.NONE ? "" : ": " + text(SetupPart.key(fact.verdict()));
            return (message(fact.label()) + " " + message(fact.text()) + said + " " + message(fact.remedy())).strip();
        } else if (line instanceof SetupPage.Ruler ruler) {
            return text(
                    "setup.thresholds",
                    Math.round(ruler.off()),
                    Math.round(ruler.on()),
                    Math.round(ruler.goal()),
                    Math.round(ruler.home()));
        }
        return "";
    }

    /** What a line is about: a countdown or a running figure is not told again and again. */
    String subject(SetupPage.Line line) {
        if (line instanceof SetupPage.Now now) {
            return message(now.text());
        } else if (line instanceof SetupPage.Fact fact) {
            return fact.label() + " " + fact.text().key() + fact.verdict();
        }
        return line(line);
    }

    String text(String key, Object... arguments) {
        return Ascii.of(words.text(key, arguments));
    }

    String message(Message message) {
        return Ascii.of(words.text(message));
    }

    /** What belongs to every repetition, or is in its state's own line, is no event. Source: the mock-up of SCREENS 9. */
    boolean isNote(Picture picture) {
        return switch (picture.state()) {
            case NO_SIGNAL, RESULT, READY, PAUSED -> false;
            default -> !picture.message().key().equals("hint.breathe") && !Stopping.is(picture);
        };
    }

    String rep(RepResult result) {
        if (!result.judged()) {
            return text("line.rep.unjudged", result.rep());
        }
        String held = String.format(Locale.ROOT, "%.1f", result.heldSeconds());
        String work = Words.seconds(result.workSeconds());
        return Double.isNaN(result.releaseSeconds())
                ? text("line.rep.open", result.rep(), held, work)
                : text("line.rep.text", result.rep(), held, work, tenths(result.releaseSeconds()));
    }

    /** The text of a cue; how long ago it was asked is what the picture says of it, or what was seen. */
    String cue(Picture picture, double seenSeconds) {
        return switch (picture.state()) {
            case CHECK -> text("line.check.text");
            case READY -> ready(picture);
            case SQUEEZE -> squeeze(picture);
            case HOLD ->
                picture.byFeel()
                        ? text("line.hold.byfeel")
                        : text("line.hold.text", tenths(sinceCue(picture, seenSeconds)));
            case LET_GO, SET_REST -> text("line.letgo.text", picture.secondsLeft());
            case REST ->
                picture.byFeel()
                        ? text("line.hold.byfeel")
                        : text("line.rest.text", tenths(sinceCue(picture, seenSeconds)));
            case RESULT -> message(picture.message());
            case PAUSED -> text("line.paused.text") + again(picture.progress());
            case UNSEEN -> text("line.unseen.text");
            case NO_SIGNAL -> noSignal(picture);
            case DONE -> done(picture.progress());
            case WATCH -> text("line.watch.text");
            case IDLE, SETUP -> "";
        };
    }

    private String ready(Picture picture) {
        Plan plan = picture.progress().plan();
        if (picture.progress().rep() > 0 || plan.reps() == 0) {
            return text("line.countin.text", picture.secondsLeft()) + again(picture.progress());
        }
        return text(
                "line.ready.text",
                plan.title(),
                plan.reps(),
                Words.seconds(plan.workSeconds()),
                Words.seconds(plan.restSeconds()));
    }

    /** What a repetition asks for. */
    String squeeze(Picture picture) {
        Progress progress = picture.progress();
        Goal goal = picture.goal();
        return text("line.squeeze.text", progress.rep(), progress.plan().reps(), picture.secondsLeft())
                + (goal == null ? "" : text("line.squeeze.goal", edges(goal)))
                + (picture.byFeel() ? text("line.squeeze.byfeel") : "");
    }

    private static String edges(Goal goal) {
        String low = Words.seconds(goal.low());
        return Double.isNaN(goal.high()) ? low : low + "-" + Words.seconds(goal.high());
    }

    private String noSignal(Picture picture) {
        String key = "line." + picture.message().key();
        String hint = words.keys().contains(key) ? text(key) : message(picture.message());
        return hint + again(picture.progress());
    }

    private String again(Progress progress) {
        return progress.again() > 0 ? text("line.nosignal.again", progress.again()) : "";
    }

    private String done(Progress progress) {
        Plan plan = progress.plan();
        int judged = Marks.judged(progress);
        int open = Marks.unjudged(progress);
        String counts = judged == 0
                ? text("line.done.unjudged")
                : text("line.done.text", Marks.held(progress), Marks.letGo(progress), judged)
                        + (open == 0 ? "" : text("line.done.open", open));
        return plan.group() > 0 ? counts + text("line.done.group", plan.group(), plan.groups()) : counts;
    }

    private static double sinceCue(Picture picture, double seenSeconds) {
        List<Ahead> ahead = picture.ahead();
        return ahead.isEmpty() ? seenSeconds : Math.max(0, -ahead.get(0).inSeconds());
    }

    private static String tenths(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }
}
