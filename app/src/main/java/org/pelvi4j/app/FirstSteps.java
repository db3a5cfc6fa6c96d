package org.pelvi4j.app;

import static org.pelvi4j.app.clinic.Pages.say;

import java.util.List;
import org.pelvi4j.app.clinic.Amount;
import org.pelvi4j.app.clinic.Pages;
import org.pelvi4j.app.clinic.SetupSteps;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.SetupPage.Fact;
import org.pelvi4j.feedback.Verdict;

/** Steps 1 to 5 of a set-up: the sensor, zero, words, settling, rest. Confined to one thread. */
final class FirstSteps {
    private static final int CHECK_SECONDS = 20;
    private static final int ZERO_SECONDS = 5;

    private final SetupScene scene;
    private String probe;

    FirstSteps(SetupScene scene, String probe) {
        this.scene = scene;
        this.probe = probe;
    }

    String probe() {
        return probe;
    }

    char sensor() {
        scene.check().begin();
        scene.bench()
                .listen(
                        CHECK_SECONDS,
                        left -> scene.page(
                                "setup.name.sensor",
                                scene.pages().now(say("setup.listening"), left, scene.course()),
                                SetupScene.USUAL_KEYS));
        return scene.answer(
                scene.page(
                        "setup.name.sensor",
                        scene.sensorPages().sensor(scene.check(), scene.course(), CHECK_SECONDS),
                        SetupScene.USUAL_KEYS),
                "");
    }

    char zero() {
        scene.bench()
                .listen(
                        ZERO_SECONDS,
                        left -> scene.page(
                                "setup.name.zero",
                                scene.pages().now(say("setup.listening"), left, scene.course()),
                                SetupScene.USUAL_KEYS));
        scene.notes().put("zero", Amount.text(scene.signal(), scene.course().median()));
        return scene.answer(
                scene.page("setup.name.zero", scene.sensorPages().zero(scene.course()), SetupScene.USUAL_KEYS), "");
    }

    /** What nobody can measure. */
    char words() {
        for (String what : List.of("posture", "probe", "depth", "hygiene")) {
            String before = what.equals("probe") ? probe : scene.notes().getOrDefault(what, "");
            String typed = scene.bench()
                    .line(text -> scene.page(
                            "setup.name.posture",
                            List.of(new Fact(say("setup.ask." + what), Pages.typed(text, before), Verdict.NONE)),
                            List.of("setup.key.accept", "setup.key.leave")));
            if (typed == null) {
                return 'q';
            }
            String said = typed.isEmpty() ? before : typed;
            scene.notes().put(what, said);
            probe = what.equals("probe") ? said : probe;
        }
        return '\n';
    }

    char settle() {
        var result = scene.guide(SetupSteps.settle(), SetupScene.Ask.of("setup.name.settle", "setup.breathe"));
        return scene.answer(
                scene.whole(
                        result,
                        1,
                        scene.page(
                                "setup.name.settle",
                                scene.sensorPages().settled(scene.course()),
                                SetupScene.USUAL_KEYS)),
                "");
    }

    char rest() {
        var result = scene.guide(SetupSteps.rest(), new SetupScene.Ask("setup.name.rest", "60", "setup.breathe", ""));
        SetupPage page = scene.page(
                "setup.name.rest",
                scene.pages().rest(scene.measuring().rest(), scene.course()),
                SetupScene.USUAL_KEYS,
                "60");
        return scene.answer(scene.whole(result, 1, page), "");
    }
}
