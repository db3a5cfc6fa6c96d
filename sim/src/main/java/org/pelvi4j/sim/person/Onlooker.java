package org.pelvi4j.sim.person;

import java.util.Map;
import org.pelvi4j.display.Display;
import org.pelvi4j.feedback.Ahead;
import org.pelvi4j.feedback.Goal;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.Word;

/**
 * The eyes of a simulated person: a display that looks at the picture and tells the person what it asks. It sees words,
 * goals and the level, and nothing that a person in front of a screen would not see. Confined to one thread.
 */
public final class Onlooker implements Display {
    /** A person checks the screen as fast as it changes. (P) */
    private static final double REFRESH_HZ = 100;
    /** A goal that is not shown is taken to be the lift's. Source: DOMAIN 1.5. */
    private static final double USUAL_LOW = 0.4;
    /** Only a level this far inside the goal is left alone. (P) */
    private static final double MARGIN = 0.05;
    /** How fast the effort follows the eye. (P) */
    private static final double CORRECTION_PER_SECOND = 0.15;
    /** Nobody corrects before having seen the hold for this long. (P) */
    private static final long LOOK_NANOS = 700_000_000L;

    /** What a physiotherapist's words mean to a person: as strong as can be, a little, half. */
    private static final Map<String, double[]> EFFORTS = Map.of(
            "setup.squeeze", new double[] {1, Double.NaN},
            "setup.gently", new double[] {0.2, 0.4},
            "setup.comfortably", new double[] {0.4, 0.6});

    private static final double STRAIN_SECONDS = 4;

    private final Person person;
    private final Follower follower;
    private String message = "";
    private boolean working;
    private long workSince;
    private long lastNanos;
    private double low = USUAL_LOW;
    private double high = Double.NaN;

    /**
     * Opens a person's eyes.
     *
     * @param person whose
     * @param follower how this person coughs, and squeezes before it
     */
    public Onlooker(Person person, Follower follower) {
        this.person = person;
        this.follower = follower;
    }

    @Override
    public void show(Picture newest, long nowNanos) {
        Picture picture = newest.seenAt(nowNanos);
        hear(said(picture));
        boolean work = picture.word() == Word.SQUEEZE || picture.word() == Word.HOLD;
        if (work) {
            look(picture, nowNanos);
        } else {
            person.rest();
            expect(picture);
        }
        working = work;
        lastNanos = nowNanos;
    }

    /** The line under the cue; in a set-up what the physiotherapist says. */
    private static String said(Picture picture) {
        if (picture.page() == null) {
            return picture.message().key();
        }
        return picture.page().lines().stream()
                .filter(SetupPage.Now.class::isInstance)
                .map(line -> ((SetupPage.Now) line).text().key())
                .findFirst()
                .orElse("");
    }

    private void hear(String key) {
        if (!key.equals(message)) {
            message = key;
            if (key.equals("cue.cough") || key.equals("setup.cough")) {
                follower.cough();
            } else if (key.equals("setup.strain")) {
                follower.strain(STRAIN_SECONDS);
            }
        }
    }

    private void look(Picture picture, long nowNanos) {
        Goal goal = picture.goal();
        double[] asked = EFFORTS.get(message);
        if (goal != null) {
            low = goal.low() / 100;
            high = goal.high() / 100;
        } else if (asked != null) {
            low = asked[0];
            high = asked[1];
        }
        if (!working) {
            workSince = nowNanos;
        }
        follower.squeeze(low, high);
        double level = picture.level() / 100;
        if (goal != null && nowNanos - workSince > LOOK_NANOS && !picture.byFeel() && !Double.isNaN(level)) {
            double by = CORRECTION_PER_SECOND * (nowNanos - lastNanos) / 1e9;
            if (level < low + MARGIN) {
                person.correct(by);
            } else if (level > high - MARGIN) {
                person.correct(-by);
            }
        }
    }

    private void expect(Picture picture) {
        for (Ahead ahead : picture.ahead()) {
            if (ahead.work()) {
                if (ahead.inSeconds() > 0 && follower.onCue()) {
                    person.expect(
                            ahead.inSeconds(),
                            ahead.goal().low() / 100,
                            ahead.goal().high() / 100);
                }
                return;
            }
        }
    }

    @Override
    public double refreshHz() {
        return REFRESH_HZ;
    }

    @Override
    public void close() {}
}
