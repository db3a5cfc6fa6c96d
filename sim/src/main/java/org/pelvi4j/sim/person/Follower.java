package org.pelvi4j.sim.person;

import org.pelvi4j.sim.body.Body;
import org.pelvi4j.sim.body.Happening;

/** Leads a person through a timetable, in steps of 1 ms. Confined to one thread. */
public final class Follower {
    /** Who knows the timetable by heart begins at most this much early. Source: DOMAIN 2.2. */
    private static final double LOOK_AHEAD_SECONDS = 0.25;
    /** From the cue to cough to its beginning. Source: DOMAIN 2.2, reaction. */
    private static final double COUGH_REACTION_SECONDS = 0.25;

    private final Person person;
    private final Body body;
    private final Timetable timetable;
    private final double squeezeBeforeCoughSeconds;
    private int next;
    private long tick;
    private long coughAt = -1;
    private long squeezeAt = -1;
    private long strainAt = -1;
    private double strainSeconds;
    private Timetable.Step squeeze = new Timetable.Step(0, Timetable.Ask.SQUEEZE, 0.4, Double.NaN);

    /**
     * Stands at the programme's start.
     *
     * @param person who is led
     * @param body that coughs
     * @param timetable what is asked when
     * @param squeezeBeforeCoughSeconds how much before a cough's pressure this person contracts; NaN to contract on cue
     */
    public Follower(Person person, Body body, Timetable timetable, double squeezeBeforeCoughSeconds) {
        this.person = person;
        this.body = body;
        this.timetable = timetable;
        this.squeezeBeforeCoughSeconds = squeezeBeforeCoughSeconds;
    }

    /** Goes on by 1 ms. */
    public void step() {
        if (tick == squeezeAt) {
            person.squeezeNow(squeeze.low(), squeeze.high());
        }
        if (tick == coughAt) {
            body.happen(new Happening(Happening.Kind.COUGH, 1));
        }
        if (tick == strainAt) {
            body.happen(new Happening(Happening.Kind.STRAIN, strainSeconds));
        }
        if (next < timetable.steps().size()) {
            lead(timetable.steps().get(next));
        }
        tick++;
    }

    private void lead(Timetable.Step step) {
        double inSeconds = step.atSeconds() - tick / 1000.0;
        if (inSeconds <= 0) {
            next++;
            ask(step);
        } else if (step.ask() == Timetable.Ask.SQUEEZE && inSeconds < LOOK_AHEAD_SECONDS && onCue()) {
            person.expect(inSeconds, step.low(), step.high());
        }
    }

    boolean onCue() {
        return Double.isNaN(squeezeBeforeCoughSeconds);
    }

    private void ask(Timetable.Step step) {
        switch (step.ask()) {
            case SQUEEZE -> squeeze(step.low(), step.high());
            case REST -> person.rest();
            case COUGH -> cough();
        }
    }

    /** Asks for a contraction from now on; who times it by the cough waits for that. */
    void squeeze(double low, double high) {
        squeeze = new Timetable.Step(0, Timetable.Ask.SQUEEZE, low, high);
        if (onCue()) {
            person.squeeze(low, high);
        }
    }

    /** Asks for a cough, now. */
    void cough() {
        coughAt = tick + StrictMath.round(1000 * COUGH_REACTION_SECONDS);
        if (!onCue()) {
            squeezeAt = coughAt + Body.COUGH_AFTER_MS - StrictMath.round(1000 * squeezeBeforeCoughSeconds);
        }
    }

    /** Asks for straining for so long, after the reaction. */
    void strain(double seconds) {
        strainSeconds = seconds;
        strainAt = tick + StrictMath.round(1000 * COUGH_REACTION_SECONDS);
    }
}
