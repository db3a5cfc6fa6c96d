package org.pelvi4j.sim.person;

/** Leads a person through a timetable, in steps of 1 ms. Confined to one thread. */
public final class Follower {
    /** Who knows the timetable by heart begins at most this much early. Source: DOMAIN 2.2. */
    private static final double LOOK_AHEAD_SECONDS = 0.25;

    private final Person person;
    private final Timetable timetable;
    private int next;
    private long tick;

    /**
     * Stands at the programme's start.
     *
     * @param person who is led
     * @param timetable what is asked when
     */
    public Follower(Person person, Timetable timetable) {
        this.person = person;
        this.timetable = timetable;
    }

    /** Goes on by 1 ms. */
    public void step() {
        if (next >= timetable.steps().size()) {
            return;
        }
        Timetable.Step step = timetable.steps().get(next);
        double inSeconds = step.atSeconds() - tick / 1000.0;
        tick++;
        if (inSeconds <= 0) {
            next++;
            if (step.work()) {
                person.squeeze(step.low(), step.high());
            } else {
                person.rest();
            }
        } else if (step.work() && inSeconds < LOOK_AHEAD_SECONDS) {
            person.expect(inSeconds, step.low(), step.high());
        }
    }
}
