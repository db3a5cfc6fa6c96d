package org.pelvi4j.exercise;

/**
 * When a repetition by feel is told: once it is let go, or half of its rest is over, for 2 s. Who is asked first has until
 * half of the rest is over, 2 s at least; where that leaves the result less than its 2 s, nobody is asked. Source: SCREENS 3
 * and principle 9; how long is asked: ours. Confined to one thread.
 */
final class Afterwards {
    private static final long RESULT_NANOS = 2_000_000_000L;
    private static final long LEAST_ASKED_NANOS = 2_000_000_000L;

    private boolean asking;

    void ask() {
        asking = true;
    }

    Telling at(long nowNanos, RepJudge judge) {
        long restNanos = judge.restNanos();
        long half = (judge.endNanos() - restNanos) / 2;
        long due = judge.releasedSince() < 0 ? half : Math.min(half, judge.releasedSince());
        long now = nowNanos - restNanos;
        if (now < due || !judge.result(Response.NONE).judged()) {
            return Telling.NOTHING;
        }
        long asked = Math.max(half, due + LEAST_ASKED_NANOS);
        boolean room = asked + RESULT_NANOS <= judge.endNanos() - restNanos;
        long told = !asking || !room ? due : judge.guess() == Guess.NONE ? asked : judge.guessedNanos() - restNanos;
        return now < told ? Telling.ASKED : now < told + RESULT_NANOS ? Telling.TOLD : Telling.NOTHING;
    }
}
