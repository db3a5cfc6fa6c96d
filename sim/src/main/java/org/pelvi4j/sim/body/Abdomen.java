package org.pelvi4j.sim.body;

import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.sim.body.Push.Shape;
import org.pelvi4j.sim.draw.Draws;

/**
 * The pressure in the abdomen, the muscles that make it, and the reflexes of the pelvic floor that go with it. Source:
 * DOMAIN 2.7. Confined to one thread.
 */
final class Abdomen {
    private static final long COUGH_APART_MS = 400;
    private static final long JUMP_APART_MS = 1000;
    /** Pressure of straining at 80 % of the abdominal muscles is 40 cmH2O, growing with the square. (P) */
    private static final double VOLUNTARY_PASCAL = 62 * Body.PASCAL_PER_CMH2O;

    private final long leadMs;
    private final List<Push> pushes = new ArrayList<>();
    private double pressure;
    private double effort;
    private double reflex;
    private boolean breathHeld;

    Abdomen(double leadSeconds) {
        this.leadMs = StrictMath.round(1000 * leadSeconds);
    }

    /** Plans pushes; returns when the last is over, in ms. */
    long begin(Happening happening, long nowMs, Draws draws) {
        switch (happening.kind()) {
            case COUGH -> cough((int) happening.amountOr(1), nowMs, draws);
            case STRAIN -> {
                double seconds = happening.amountOr(draws.uniform(3, 10));
                add(
                        Shape.HOLD,
                        nowMs,
                        seconds,
                        draws.uniform(30, 100),
                        draws.uniform(0.6, 1),
                        0,
                        draws.uniform(-0.3, 0.2));
            }
            case LAUGH -> {
                double seconds = happening.amountOr(draws.uniform(2, 5));
                add(Shape.LAUGH, nowMs, seconds, draws.uniform(20, 60), 0.4, leadMs, draws.uniform(0.1, 0.3));
            }
            case RUN -> {
                double seconds = happening.amountOr(10);
                add(Shape.STRIDES, nowMs, seconds, draws.uniform(28, 40), 0.3, leadMs, draws.uniform(0.1, 0.2));
            }
            default -> jump((int) happening.amountOr(1), nowMs, draws);
        }
        return pushes.stream().mapToLong(p -> p.startMs() + p.lengthMs()).max().orElse(nowMs);
    }

    private void cough(int count, long nowMs, Draws draws) {
        for (int i = 0; i < count; i++) {
            long start = nowMs + Body.COUGH_AFTER_MS + i * COUGH_APART_MS;
            double seconds = draws.uniform(0.15, 0.38);
            add(
                    Shape.SPIKE,
                    start,
                    seconds,
                    draws.uniform(50, 200),
                    draws.uniform(0.6, 1),
                    leadMs,
                    draws.uniform(0.35, 0.52));
        }
    }

    private void jump(int count, long nowMs, Draws draws) {
        for (int i = 0; i < count; i++) {
            long start = nowMs + i * JUMP_APART_MS;
            add(
                    Shape.SPIKE,
                    start,
                    draws.uniform(0.2, 0.3),
                    draws.uniform(55, 90),
                    0.5,
                    leadMs,
                    draws.uniform(0.2, 0.4));
        }
    }

    private void add(
            Shape shape, long startMs, double seconds, double peakCmH2o, double effort, long leadMs, double reflex) {
        pushes.add(new Push(
                shape,
                startMs,
                StrictMath.round(seconds * 1000),
                peakCmH2o * Body.PASCAL_PER_CMH2O,
                effort,
                leadMs,
                reflex));
    }

    /** Goes on by 1 ms, with what the person does with the abdominal muscles by will. */
    void step(long nowMs, double voluntary) {
        pressure = VOLUNTARY_PASCAL * voluntary * voluntary;
        effort = voluntary;
        reflex = 0;
        breathHeld = voluntary > 0.5;
        for (int i = pushes.size() - 1; i >= 0; i--) {
            Push push = pushes.get(i);
            if (push.over(nowMs)) {
                pushes.remove(i);
                continue;
            }
            double share = push.pressure(nowMs);
            pressure += push.peakPascal() * share;
            effort = StrictMath.max(effort, push.effort() * StrictMath.sqrt(share));
            reflex += push.reflex() * push.reflexShare(nowMs);
            breathHeld |= push.holdsBreath() && share > 0;
        }
    }

    double pressurePascal() {
        return pressure;
    }

    double effort() {
        return effort;
    }

    double reflex() {
        return reflex;
    }

    boolean breathHeld() {
        return breathHeld;
    }
}
