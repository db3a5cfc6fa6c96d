package org.pelvi4j.exercise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a programme may grow, and by what: one thing at a time, and only ever as a proposal. Source: DOMAIN 1.5.
 * Immutable.
 */
public final class Progression {
    private static final double UP_SHARE = 0.8;
    private static final double BACK_SHARE = 0.5;
    private static final int SESSIONS = 3;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST_WORK = Duration.ofSeconds(10);
    private static final int MOST_REPS = 12;

    /** A step back goes no further than the easiest template. Source: DOMAIN 1.5, BEGINNER. */
    private static final Duration SHORTEST_WORK = Duration.ofSeconds(3);

    /** Nor to fewer repetitions. Source: DOMAIN 1.3, five per segment. */
    private static final int FEWEST_REPS = 5;

    private Progression() {}

    /**
     * Looks at the last sessions of a programme as it is now.
     *
     * @param programme what is practised
     * @param sessions its results since it was last changed, the oldest first
     * @return a step up after three good sessions in a row, a step back after one in which less than half went well;
     *     empty otherwise, and where nothing may change
     */
    public static Optional<Proposal> propose(Programme programme, List<ExerciseResult> sessions) {
        List<Double> shares = sessions.stream()
                .map(Progression::goodShare)
                .filter(share -> !Double.isNaN(share))
                .toList();
        if (shares.isEmpty() || programme.progression().isEmpty()) {
            return Optional.empty();
        }
        if (shares.get(shares.size() - 1) < BACK_SHARE) {
            return change(programme, false, "less than half went well the last time");
        }
        List<Double> latest = shares.subList(Math.max(0, shares.size() - SESSIONS), shares.size());
        boolean good = latest.size() == SESSIONS && latest.stream().allMatch(share -> share >= UP_SHARE);
        return good ? change(programme, true, "4 of 5 or more went well, three times in a row") : Optional.empty();
    }

    /** The share of repetitions held and let go in time; NaN when too few could be judged to tell. */
    private static double goodShare(ExerciseResult session) {
        List<RepResult> judged =
                session.reps().stream().filter(RepResult::judged).toList();
        if (judged.size() * 2 < session.planned()) {
            return Double.NaN;
        }
        return judged.stream().filter(rep -> rep.held() && rep.letGo()).count() / (double) judged.size();
    }

    private static Optional<Proposal> change(Programme programme, boolean up, String why) {
        for (Growth what : programme.progression()) {
            Optional<Programme> changed = changed(programme, what, up);
            if (changed.isPresent()) {
                Programme next = changed.get();
                return Optional.of(new Proposal(up, what, next, words(programme, next, what) + ": " + why));
            }
        }
        return Optional.empty();
    }

    private static Optional<Programme> changed(Programme programme, Growth what, boolean up) {
        var blocks = new ArrayList<Block>();
        boolean any = false;
        for (Block block : programme.blocks()) {
            Block next = any || block.work().isZero() ? block : changed(programme, block, what, up);
            any |= !next.equals(block);
            blocks.add(next);
        }
        return any ? Optional.of(programme.withBlocks(blocks)) : Optional.empty();
    }

    private static Block changed(Programme programme, Block block, Growth what, boolean up) {
        return switch (what) {
            case WORK -> work(programme, block, up);
            case REPS -> {
                int reps = block.reps() + (up ? 1 : -1);
                yield reps > MOST_REPS || reps < FEWEST_REPS ? block : block.withReps(reps);
            }
            case REST -> rest(programme, block, up);
        };
    }

    /** One second more or less of work; the rest keeps its least length, and where the length is kept, reps follow. */
    private static Block work(Programme programme, Block block, boolean up) {
        Duration work = up ? block.work().plus(SECOND) : block.work().minus(SECOND);
        if (block.flick() || work.compareTo(LONGEST_WORK) > 0 || work.compareTo(SHORTEST_WORK) < 0) {
            return block;
        }
        Duration least = work.multipliedBy(ratio(programme, block));
        Duration rest = block.rest().compareTo(least) < 0 ? least : block.rest();
        return sameLength(programme, block, work, rest);
    }

    private static Block rest(Programme programme, Block block, boolean up) {
        Duration rest = up ? block.rest().minus(SECOND) : block.rest().plus(SECOND);
        boolean tooShort = rest.compareTo(block.work()) < 0;
        return block.flick() || tooShort ? block : sameLength(programme, block, block.work(), rest);
    }

    /** Where the rest may not grow shorter, it stays as many times the work as it is: double for beginners. */
    private static long ratio(Programme programme, Block block) {
        return programme.progression().contains(Growth.REST)
                ? 1
                : Math.max(1, block.rest().toMillis() / block.work().toMillis());
    }

    private static Block sameLength(Programme programme, Block block, Duration work, Duration rest) {
        Block longer = block.withTimes(work, rest);
        if (programme.progression().contains(Growth.REPS)) {
            return longer;
        }
        long reps = block.length().toMillis() / work.plus(rest).toMillis();
        return longer.withReps((int) Math.max(1, reps));
    }

    private static String words(Programme old, Programme next, Growth what) {
        Block before = old.blocks().get(0);
        Block after = next.blocks().get(0);
        return switch (what) {
            case WORK -> "squeeze " + Spans.text(after.work()) + " instead of " + Spans.text(before.work());
            case REPS -> after.reps() + " repetitions instead of " + before.reps();
            case REST -> "rest " + Spans.text(after.rest()) + " instead of " + Spans.text(before.rest());
        };
    }
}
