package org.pelvi4j.app;

import static org.pelvi4j.app.clinic.Pages.say;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.clinic.Amount;
import org.pelvi4j.app.clinic.SetupSteps;
import org.pelvi4j.app.clinic.TemplateAdvice;
import org.pelvi4j.calibration.Measured;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.SetupPage.Fact;
import org.pelvi4j.feedback.Verdict;
import org.pelvi4j.sensor.Channel;

/** Steps 6 to 9 of a set-up: a gentle try, a cough, strongest squeezes, flicks and a long hold. Confined to one thread. */
final class SqueezeSteps {
    private final SetupScene scene;
    private final SetupRun.Wishes wishes;
    private final List<RepResult> tries = new ArrayList<>();
    private String judged = "notsure";
    private Measured measured = new Measured(null, Measured.Refusal.TOO_SHORT, false, "");
    private double holdSeconds = Double.NaN;
    private double holdAsked = Double.NaN;

    SqueezeSteps(SetupScene scene, SetupRun.Wishes wishes) {
        this.scene = scene;
        this.wishes = wishes;
    }

    /** What the physiotherapist judged the gentle try to be. */
    String judged() {
        return judged;
    }

    Measured measured() {
        return measured;
    }

    TemplateAdvice advice() {
        return TemplateAdvice.of(
                new TemplateAdvice.Found(measured.flicker(), judged.equals("push")),
                holdSeconds,
                holdAsked,
                releaseSeconds());
    }

    char gentle() {
        var result = scene.guide(SetupSteps.gentle(), new SetupScene.Ask("setup.name.gentle", "", "setup.gently", "3"));
        if (result == null) {
            return 'r';
        }
        SetupPage page = scene.page(
                "setup.name.gentle",
                List.of(scene.told(result.reps()), new Fact(Message.NONE, say("setup.judge"), Verdict.NONE)),
                List.of("setup.key.judge", "setup.key.again", "setup.key.back", "setup.key.leave"));
        char key = scene.bench().key(page, "lphnrbq");
        judged = switch (key) {
            case 'l' -> "lift";
            case 'p' -> "push";
            case 'h' -> "help";
            default -> "notsure";
        };
        if (key == 'p' || key == 'h') {
            scene.looks().add("step 6: judged " + judged);
        }
        return key == 'r' || key == 'b' || key == 'q' ? key : '\n';
    }

    char cough() {
        var result = scene.guide(SetupSteps.asked("cough"), SetupScene.Ask.of("setup.name.cough", "setup.cough"));
        double[] peaks = scene.peaks();
        if (result != null && wishes.strain()) {
            scene.begin();
            result = scene.guide(SetupSteps.asked("strain"), SetupScene.Ask.of("setup.name.cough", "setup.strain"));
            double[] strained = scene.peaks();
            Arrays.setAll(peaks, i -> Math.max(peaks[i], strained[i]));
        }
        scene.loudest(peaks);
        for (int i = 0; i < peaks.length; i++) {
            Channel channel = scene.channels().get(i);
            String role = channel.role().name().toLowerCase(Locale.ROOT);
            scene.notes().put("cough " + role, Amount.text(channel.signal(), peaks[i]));
        }
        SetupPage page = scene.page("setup.name.cough", scene.pages().peaks(peaks), SetupScene.USUAL_KEYS);
        return scene.answer(scene.whole(result, 1, page), "");
    }

    /** Three tries, or a further one. */
    char strongest(Instant when, String probe, int trials) {
        boolean half = wishes.submaximal();
        if (trials == SetupSteps.TRIALS) {
            scene.measuring().forgetTrials();
            tries.clear();
        }
        Programme programme = half ? SetupSteps.comfortable() : SetupSteps.strongest(trials);
        String name = half ? "setup.name.comfortable" : "setup.name.strongest";
        String asked = Integer.toString(trials == 1 ? tries.size() + 1 : programme.reps());
        var ask = half
                ? new SetupScene.Ask(name, asked, "setup.comfortably", "" + SetupSteps.COMFORTABLE_SECONDS)
                : new SetupScene.Ask(name, asked, "setup.squeeze", "" + SetupSteps.TRIAL_SECONDS);
        var result = scene.guide(programme, ask);
        if (result != null) {
            tries.addAll(result.reps());
        }
        measured = lost(result)
                ? new Measured(null, Measured.Refusal.SIGNAL_LOST, false, "")
                : half
                        ? scene.measuring().submaximal(when, probe)
                        : scene.measuring().maximal(when, probe);
        SetupPage page = tried(half, name, asked);
        String more = page.keys().contains("setup.key.fourth") ? "4" : "";
        char key = measured.calibration() == null ? scene.bench().key(page, "rbq" + more) : scene.answer(page, more);
        scene.begin();
        return key == '4' ? strongest(when, probe, 1) : key;
    }

    /** Whether the sensor was gone for so long that the tries ended without it. */
    private static boolean lost(@Nullable ExerciseResult result) {
        return result != null && result.end() != ExerciseResult.End.COMPLETED;
    }

    private SetupPage tried(boolean half, String name, String asked) {
        List<Double> bests = scene.measuring().bests();
        var lines = new ArrayList<>(
                scene.pages().tries(tries, bests, scene.measuring().rest().level()));
        lines.addAll(scene.pages()
                .reference(measured, half ? Double.NaN : scene.measuring().differing()));
        lines.add(scene.told(tries));
        lines.add(new Fact(say("setup.judged"), say("setup.judged." + judged), Verdict.NONE));
        var keys = new ArrayList<>(SetupScene.USUAL_KEYS);
        if (!half && tries.size() == SetupSteps.TRIALS) {
            keys.add(2, "setup.key.fourth");
        }
        return scene.page(name, lines, keys, asked);
    }

    char optional() {
        SetupPage asked = scene.page(
                "setup.name.optional",
                List.of(new Fact(Message.NONE, say("setup.optional.ask"), Verdict.NONE)),
                List.of("setup.key.measure", "setup.key.skip", "setup.key.back", "setup.key.leave"));
        holdAsked = wishes.submaximal() ? Double.NaN : SetupSteps.TRIAL_SECONDS;
        holdSeconds = holdAsked > 0 ? longest(tries) : Double.NaN;
        char key = scene.bench().key(asked, "\nmbq");
        if (key != 'm') {
            return key;
        }
        var result = scene.guide(SetupSteps.optional(), SetupScene.Ask.of("setup.name.optional", "setup.fast"));
        if (result == null || result.reps().isEmpty()) {
            return 'r';
        }
        RepResult hold = result.reps().get(result.reps().size() - 1);
        holdAsked = SetupSteps.HOLD_SECONDS;
        holdSeconds = longest(List.of(hold));
        double flick = result.reps().stream()
                .limit(3)
                .mapToDouble(rep -> rep.measures().work().peak())
                .average()
                .orElse(Double.NaN);
        scene.notes().put("flick", Amount.text(scene.signal(), flick));
        scene.notes().put("hold", Amount.decimal(holdSeconds, 1) + " s");
        return scene.answer(
                scene.page(
                        "setup.name.optional",
                        List.of(
                                new Fact(
                                        say("setup.flick"),
                                        say("setup.peak.text", Amount.text(scene.signal(), flick)),
                                        Verdict.NONE),
                                new Fact(
                                        say("setup.hold"),
                                        say("setup.hold.text", Amount.decimal(holdSeconds, 1), "10"),
                                        Verdict.NONE)),
                        SetupScene.USUAL_KEYS),
                "");
    }

    private static double longest(List<RepResult> of) {
        return of.stream()
                .map(rep -> rep.measures().contraction())
                .mapToDouble(found -> found == null ? 0 : found.holdSeconds())
                .max()
                .orElse(Double.NaN);
    }

    private double releaseSeconds() {
        double[] sorted = tries.stream()
                .mapToDouble(RepResult::releaseSeconds)
                .filter(seconds -> seconds >= 0)
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
