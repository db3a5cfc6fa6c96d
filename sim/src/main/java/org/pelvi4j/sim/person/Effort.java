package org.pelvi4j.sim.person;

/**
 * The effort a person means to give, in steps of 1 ms: a minimum-jerk ramp up, a hold that sags when endurance ends, and
 * a release at the person's own speed. Source: DOMAIN 2.2, 2.9. Confined to one thread.
 */
final class Effort {
    private static final double RAMP_SECONDS = 0.25;
    /** A hold beyond endurance loses its level with this time constant, down to half. (P) */
    private static final double SAG_SECONDS = 5;
    /** Less than this is rest: a tenth of what any EMG shows. */
    private static final double NOTHING = 1e-4;

    private enum Move {
        REST,
        RAMP,
        HOLD,
        DROP,
        FADE
    }

    private final Habits habits;
    private final double fadeKeep;
    private final double sagKeep = StrictMath.exp(-0.001 / SAG_SECONDS);
    private Move move = Move.REST;
    private double from;
    private double target;
    private double now;
    private int elapsedMs;

    Effort(Habits habits) {
        this.habits = habits;
        this.fadeKeep = StrictMath.exp(-0.001 / habits.releaseSeconds());
    }

    void contract(double to) {
        go(Move.RAMP, to);
    }

    void release() {
        if (contracting()) {
            go(habits.quickShare() > 0 ? Move.DROP : Move.FADE, now * (1 - habits.quickShare()));
        }
    }

    private void go(Move next, double to) {
        move = next;
        from = now;
        target = to;
        elapsedMs = 0;
    }

    /** From the ramp's start to the release's. */
    boolean contracting() {
        return move == Move.RAMP || move == Move.HOLD;
    }

    boolean holding() {
        return move == Move.HOLD;
    }

    /** Corrects the level while holding. */
    void adjust(double by) {
        target = StrictMath.max(0.05, StrictMath.min(1, target + by));
    }

    double step() {
        elapsedMs++;
        switch (move) {
            case RAMP -> ramp(Move.HOLD);
            case DROP -> ramp(Move.FADE);
            case HOLD -> hold();
            case FADE -> fade();
            default -> now = 0;
        }
        return now;
    }

    private void ramp(Move then) {
        double s = elapsedMs / (RAMP_SECONDS * 1000);
        if (s >= 1) {
            now = target;
            move = then;
            elapsedMs = 0;
            return;
        }
        now = from + (target - from) * s * s * s * (10 - s * (15 - 6 * s));
    }

    private void hold() {
        if (elapsedMs * target * target > 1000 * habits.enduranceSeconds() && now > target / 2) {
            now *= sagKeep;
        } else if (elapsedMs * target * target <= 1000 * habits.enduranceSeconds()) {
            now = target;
        }
    }

    private void fade() {
        now *= fadeKeep;
        if (now < NOTHING) {
            go(Move.REST, 0);
        }
    }
}
