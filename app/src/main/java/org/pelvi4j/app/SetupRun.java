package org.pelvi4j.app;

import static org.pelvi4j.app.clinic.Pages.say;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.clinic.Amount;
import org.pelvi4j.app.clinic.Pages;
import org.pelvi4j.app.clinic.SetupSteps;
import org.pelvi4j.app.clinic.TemplateAdvice;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.SetupPage.Fact;
import org.pelvi4j.feedback.Verdict;
import org.pelvi4j.sensor.Signal;

/**
 * The ten steps of a calibration, each accepted by hand; nothing is kept before the last. Source: DOMAIN 1.16, SCREENS 11.
 * Confined to one thread.
 */
final class SetupRun {
    /** What is said about it, and not measured. Immutable. */
    record Wishes(String probe, boolean submaximal, boolean strain) {}

    /** What came of it, to be locked. Immutable. */
    record Outcome(
            Calibration calibration,
            boolean flicker,
            @Nullable Calibration abdomen,
            String programme,
            Map<String, String> notes) {}

    private final SetupScene scene;
    private final FirstSteps first;
    private final SqueezeSteps squeezes;
    private String programme = Programmes.USUAL;

    SetupRun(SetupScene scene, Wishes wishes) {
        this.scene = scene;
        this.first = new FirstSteps(scene, wishes.probe());
        this.squeezes = new SqueezeSteps(scene, wishes);
    }

    /** Goes through all steps; null when the physiotherapist left. */
    @Nullable
    Outcome run(Instant when) {
        while (scene.step() <= SetupSteps.COUNT) {
            scene.begin();
            switch (step(when)) {
                case 'q' -> {
                    return null;
                }
                case 'b' -> scene.step(Math.max(1, scene.step() - 1));
                case '\n' -> scene.step(scene.step() + 1);
                default -> {}
            }
        }
        Calibration found = squeezes.measured().calibration();
        return found == null
                ? null
                : new Outcome(found, squeezes.measured().flicker(), scene.abdomen(), programme, notes());
    }

    private Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>(scene.notes());
        notes.put("judged", squeezes.judged());
        notes.put("looks", scene.looks().isEmpty() ? "none" : String.join("; ", scene.looks()));
        return notes;
    }

    private char step(Instant when) {
        return switch (scene.step()) {
            case 1 -> first.sensor();
            case 2 -> first.zero();
            case 3 -> first.words();
            case 4 -> first.settle();
            case 5 -> first.rest();
            case 6 -> squeezes.gentle();
            case 7 -> squeezes.cough();
            case 8 -> squeezes.strongest(when, first.probe(), SetupSteps.TRIALS);
            case 9 -> squeezes.optional();
            default -> review();
        };
    }

    private static List<SetupPage.Line> join(List<SetupPage.Line> one, SetupPage.Line... more) {
        var all = new ArrayList<>(one);
        all.addAll(List.of(more));
        return all;
    }

    private char review() {
        Calibration found = squeezes.measured().calibration();
        if (found == null) {
            scene.step(SetupSteps.COUNT - 2);
            return 'r';
        }
        TemplateAdvice advice = squeezes.advice();
        double zero = scene.signal() == Signal.EMG ? 0 : found.rest();
        String strongest = Amount.text(scene.signal(), found.reference() - zero);
        var ruler = new SetupPage.Ruler(
                100 * found.homeEffort(),
                Math.min(100, 100 * found.onEffort()),
                40,
                100 * found.homeEffort(),
                strongest);
        List<SetupPage.Line> lines = List.of(
                ruler,
                new Fact(
                        say("setup.levels"),
                        say("setup.levels.text", Amount.text(scene.signal(), found.rest()), "14"),
                        Verdict.NONE),
                new Fact(
                        say("setup.advice"),
                        say("setup.literal", advice.programme()),
                        Verdict.NONE,
                        say(advice.reason())));
        String said = "setup.ask.programme";
        while (true) {
            String label = said;
            String typed = scene.bench()
                    .line(text -> scene.page(
                            "setup.name.review",
                            join(lines, new Fact(say(label), Pages.typed(text, advice.programme()), Verdict.NONE)),
                            List.of("setup.key.accept", "setup.key.leave")));
            if (typed == null) {
                return 'q';
            }
            try {
                programme = Programmes.named(typed.isEmpty() ? advice.programme() : typed)
                        .id();
                return '\n';
            } catch (IllegalArgumentException | IOException unknown) {
                said = "setup.unknown";
            }
        }
    }
}
