package org.pelvi4j.app;

import static org.pelvi4j.app.clinic.Pages.say;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.clinic.Course;
import org.pelvi4j.app.clinic.Pages;
import org.pelvi4j.app.clinic.SensorCheck;
import org.pelvi4j.app.clinic.SensorPages;
import org.pelvi4j.app.clinic.SetupSteps;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.Measured;
import org.pelvi4j.calibration.Measuring;
import org.pelvi4j.display.Words;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.SetupPage.Fact;
import org.pelvi4j.feedback.Verdict;
import org.pelvi4j.feedback.Word;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.session.Follower;

/**
 * What all steps of a set-up share: the bench, what listens to the sensor, what has been written down. Confined to one thread.
 */
final class SetupScene {
    static final List<String> USUAL_KEYS =
            List.of("setup.key.accept", "setup.key.again", "setup.key.back", "setup.key.leave");
    /** What is written down is English, as all files are. */
    private static final Words ENGLISH = Words.english();

    /** What listens to the sensor, one of each per channel. */
    record Parts(SensorCheck check, List<Course> courses, List<Measuring> measurings) {
        /** Copies the lists. */
        Parts {
            courses = List.copyOf(courses);
            measurings = List.copyOf(measurings);
        }
    }

    private final Bench bench;
    private final Pages pages;
    private final SensorPages sensorPages;
    private final List<Channel> channels;
    private final Parts parts;
    private final double[] loudest;
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final List<String> looks = new ArrayList<>();
    private int step = 1;

    SetupScene(Bench bench, SensorInfo sensor, Parts parts) {
        this.bench = bench;
        this.pages = new Pages(sensor);
        this.sensorPages = new SensorPages(sensor);
        this.channels = sensor.channels();
        this.parts = parts;
        this.loudest = new double[channels.size()];
    }

    Bench bench() {
        return bench;
    }

    Pages pages() {
        return pages;
    }

    SensorPages sensorPages() {
        return sensorPages;
    }

    List<Channel> channels() {
        return channels;
    }

    Signal signal() {
        return channels.get(0).signal();
    }

    SensorCheck check() {
        return parts.check();
    }

    /** The first channel since the step, or a part of it, began. */
    Course course() {
        return parts.courses().get(0);
    }

    Measuring measuring() {
        return parts.measurings().get(0);
    }

    int step() {
        return step;
    }

    void step(int next) {
        step = next;
    }

    /** A step, or a part of one, begins. */
    void begin() {
        parts.courses().forEach(Course::begin);
    }

    /** What has been said and found, in the order of the file. */
    Map<String, String> notes() {
        return notes;
    }

    List<String> looks() {
        return looks;
    }

    SetupPage page(String name, List<SetupPage.Line> lines, List<String> keys, String... gaps) {
        return new SetupPage(step, SetupSteps.COUNT, say(name, gaps), lines, keys);
    }

    /** Accept, again, back or leave; what must stop cannot be accepted, what is worth a look is written down. */
    char answer(SetupPage page, String extra) {
        List<Fact> facts = page.lines().stream()
                .filter(Fact.class::isInstance)
                .map(Fact.class::cast)
                .toList();
        boolean stop = facts.stream().anyMatch(fact -> fact.verdict() == Verdict.STOP);
        char key = bench.key(page, stop ? "rbq" + extra : "\nrbq" + extra);
        if (key == '\n') {
            facts.stream()
                    .filter(fact -> fact.verdict() == Verdict.LOOK)
                    .map(fact -> ("step " + step + ": " + ENGLISH.text(fact.label()) + " " + ENGLISH.text(fact.text())))
                    .forEach(looks::add);
        }
        return key;
    }

    /** What a step is called, what is asked in it, and the figure in both. Immutable. */
    record Ask(String name, String nameGap, String words, String gap) {
        static Ask of(String name, String words) {
            return new Ask(name, "", words, "");
        }

        /** Whether it is asked for all the time, and not only while contracting. */
        boolean always() {
            return words.equals("setup.breathe") || words.equals("setup.cough") || words.equals("setup.strain");
        }
    }

    /** Guides through a step; null when the physiotherapist stopped it. */
    @Nullable
    ExerciseResult guide(Programme programme, Ask ask) {
        return bench.guide(programme, picture -> live(picture, ask), abdomen(), listening());
    }

    private SetupPage live(Picture picture, Ask ask) {
        boolean work = picture.word() == Word.SQUEEZE || picture.word() == Word.HOLD;
        Message now = work || ask.always()
                ? say(ask.words(), ask.gap())
                : say(picture.word() == Word.READY ? "setup.soon" : "setup.letgo");
        List<SetupPage.Line> lines = pages.now(now, picture.secondsLeft(), course());
        return page(ask.name(), lines, List.of("setup.key.leave"), ask.nameGap());
    }

    /** Tells the measuring when rest and trials begin and end. */
    private Follower listening() {
        return new Follower() {
            @Override
            public void cue(Cue cue) {
                for (Measuring measuring : parts.measurings()) {
                    boolean trial = cue.segment().equals("mvc") || cue.segment().equals("comfortable");
                    if (cue.kind() == Cue.Kind.REST && cue.segment().equals("rest")) {
                        measuring.beginRest();
                    } else if (cue.kind() == Cue.Kind.WORK && trial) {
                        measuring.beginTrial();
                    } else {
                        measuring.end();
                    }
                }
            }
        };
    }

    /** The page of a step; one that did not come to its end has measured nothing. */
    SetupPage whole(@Nullable ExerciseResult result, int reps, SetupPage page) {
        boolean whole = result != null
                && result.end() == ExerciseResult.End.COMPLETED
                && result.reps().size() == reps;
        return whole
                ? page
                : new SetupPage(
                        page.step(),
                        page.steps(),
                        page.name(),
                        List.of(Pages.refusal(Measured.Refusal.SIGNAL_LOST, "")),
                        USUAL_KEYS);
    }

    /** What the channels say of it: one cannot tell. */
    Fact told(List<RepResult> reps) {
        if (channels.size() == 1) {
            return new Fact(Message.NONE, say("setup.onechannel.told"), Verdict.NONE);
        }
        List<String> told = reps.stream()
                .map(rep -> "told."
                        + rep.measures()
                                .verdict()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'))
                .toList();
        boolean push = told.contains("told.push") || told.contains("told.co-contraction");
        return new Fact(Message.NONE, new Message("setup.channels", told), push ? Verdict.LOOK : Verdict.NONE);
    }

    /** How high each channel rose above its rest. */
    double[] peaks() {
        var peaks = new double[channels.size()];
        Arrays.setAll(
                peaks,
                i -> parts.courses().get(i).peak()
                        - parts.measurings().get(i).rest().level());
        return peaks;
    }

    void loudest(double[] peaks) {
        Arrays.setAll(loudest, i -> peaks[i]);
    }

    /** The abdomen's own maximum is what a cough, or straining, made of it. */
    @Nullable
    Calibration abdomen() {
        boolean there = channels.size() > 1 && channels.get(1).role() == Role.ABDOMINAL && loudest[1] > 0;
        var rest = there ? parts.measurings().get(1).rest() : null;
        return rest == null || Double.isNaN(rest.level())
                ? null
                : new Calibration(
                        channels.get(1).signal(),
                        rest.level(),
                        rest.noise(),
                        rest.level() + loudest[1],
                        Calibration.How.MAXIMAL,
                        Instant.EPOCH,
                        "");
    }
}
