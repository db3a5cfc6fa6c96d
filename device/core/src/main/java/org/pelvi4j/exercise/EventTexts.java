package org.pelvi4j.exercise;

import java.util.Locale;

/** What an exercise writes into a record, in the stable texts of DOMAIN 4.2. Immutable. */
public final class EventTexts {
    private final Programme programme;

    private EventTexts(Programme programme) {
        this.programme = programme;
    }

    /**
     * The texts of a programme.
     *
     * @param programme which
     * @return its texts
     */
    public static EventTexts of(Programme programme) {
        return new EventTexts(programme);
    }

    /**
     * A cue.
     *
     * @param cue which
     * @return such as {@code PROMPT work}, {@code PROMPT set 2/3}, {@code GLAZER tonic 4}, {@code CAL mvc 1}; empty for one that is not
     *     recorded
     */
    public String cue(Cue cue) {
        if (!cue.segment().isEmpty() && (cue.kind() == Cue.Kind.WORK || !hasWork(cue))) {
            return window() + cue.segment() + number(cue);
        }
        return switch (cue.kind()) {
            case WORK -> "PROMPT work";
            case REST -> "PROMPT rest";
            case SET_REST -> "PROMPT set " + cue.set() + "/" + programme.sets();
            case READY, DONE -> "";
        };
    }

    private String window() {
        return switch (programme.kind()) {
            case PRACTICE -> "GLAZER ";
            case SET_UP -> "CAL ";
        };
    }

    private boolean hasWork(Cue cue) {
        return !block(cue).work().isZero();
    }

    private String number(Cue cue) {
        return block(cue).reps() == 1 ? "" : " " + (cue.rep() - before(cue));
    }

    private Block block(Cue cue) {
        int rep = inSet(cue);
        for (Block block : programme.blocks()) {
            rep -= block.reps();
            if (rep <= 0) {
                return block;
            }
        }
        throw new IllegalArgumentException("cue: expected one of " + programme.id() + " but was " + cue);
    }

    /** How many repetitions there are before the block of this one. */
    private int before(Cue cue) {
        int rep = inSet(cue);
        int passed = 0;
        for (Block block : programme.blocks()) {
            if (rep - passed <= block.reps()) {
                break;
            }
            passed += block.reps();
        }
        return cue.rep() - rep + passed;
    }

    private int inSet(Cue cue) {
        int perSet = programme.reps() / programme.sets();
        return (cue.rep() - 1) % perSet + 1;
    }

    /**
     * A repetition's result.
     *
     * @param result which
     * @return such as {@code REP 3 score=0.87}, or {@code REP 3 score=-} where it is not judged
     */
    public static String rep(RepResult result) {
        String score = result.judged() ? String.format(Locale.ROOT, "%.2f", result.score()) : "-";
        return "REP " + result.rep() + " score=" + score;
    }

    /**
     * What a repetition was judged to be, so that whoever has only the recording knows it too.
     *
     * @param result which
     * @return such as {@code VERDICT 3 held=yes letgo=no in-goal=4.10 of=5.00}; empty where it is not judged
     */
    public static String verdict(RepResult result) {
        return result.judged()
                ? String.format(
                        Locale.ROOT,
                        "VERDICT %d held=%s letgo=%s in-goal=%.2f of=%.2f",
                        result.rep(),
                        result.held() ? "yes" : "no",
                        result.letGo() ? "yes" : "no",
                        result.heldSeconds(),
                        result.workSeconds())
                : "";
    }

    /**
     * What the person said of a repetition by feel before it was told.
     *
     * @param result which
     * @return such as {@code GUESS 4 yes}; empty where nothing was said
     */
    public static String guess(RepResult result) {
        return switch (result.guess()) {
            case NONE -> "";
            case YES -> "GUESS " + result.rep() + " yes";
            case NO -> "GUESS " + result.rep() + " no";
        };
    }

    /**
     * An exercise's end.
     *
     * @param result how it ended
     * @return {@code STOP fatigue}; empty for every other end
     */
    public static String end(ExerciseResult result) {
        return result.end() == ExerciseResult.End.FATIGUE ? "STOP fatigue" : "";
    }
}
