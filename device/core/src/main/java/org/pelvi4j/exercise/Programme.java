package org.pelvi4j.exercise;

import java.io.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An exercise as it is planned: what to do, how long and how often. Immutable.
 *
 * @param kind what it is for
 * @param id lower case with hyphens, such as {@code lift-3min}
 * @param title as people read it
 * @param preparation the time to get ready
 * @param blocks what one set is made of, in order
 * @param sets how many sets
 * @param setRest the rest between two of them
 * @param showing in which repetitions the level is shown
 * @param progression what may grow when it goes well
 */
public record Programme(
        Kind kind,
        String id,
        String title,
        Duration preparation,
        List<Block> blocks,
        int sets,
        Duration setRest,
        Showing showing,
        List<Growth> progression) {
    /** No programme is longer. Source: RELIABILITY H4 asks for a cap; the longest template has 12 minutes; ours. */
    public static final Duration LONGEST = Duration.ofMinutes(60);

    /** What a programme is for; a programme's file is always of the first kind. */
    public enum Kind {
        /** Somebody practises, or is assessed where its blocks have names. */
        PRACTICE,
        /** A step of a set-up, whose named blocks are windows of a calibration. */
        SET_UP
    }

    /** Checks what no single field can tell. */
    public Programme {
        blocks = List.copyOf(blocks);
        progression = List.copyOf(progression);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("blocks: expected at least one but was empty");
        }
        if (sets < 1) {
            throw new IllegalArgumentException("sets: expected 1 or more but was " + sets);
        }
        Duration length = length(preparation, blocks, sets, setRest);
        if (length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("length: expected at most 60 minutes but was " + Spans.text(length));
        }
    }

    /**
     * Reads a programme's file.
     *
     * @param name the file's name, for messages
     * @param yaml its text; the caller closes it
     * @return the programme
     * @throws IllegalArgumentException with file, line, column, key, what was expected and what was there
     */
    public static Programme read(String name, Reader yaml) {
        return ProgrammeReader.read(name, yaml);
    }

    /**
     * Tells how long it takes: preparation, work and rests. Source of the formula: DOMAIN 1.5.
     *
     * @return the time from the first cue to the end of the last rest
     */
    public Duration length() {
        return length(preparation, blocks, sets, setRest);
    }

    private static Duration length(Duration preparation, List<Block> blocks, int sets, Duration setRest) {
        Duration set = blocks.stream().map(Block::length).reduce(Duration.ZERO, Duration::plus);
        return preparation.plus(set.multipliedBy(sets)).plus(setRest.multipliedBy(sets - 1L));
    }

    /**
     * Counts its repetitions, those of all sets; a rest alone is one as well.
     *
     * @return how many
     */
    public int reps() {
        return sets * blocks.stream().mapToInt(Block::reps).sum();
    }

    /**
     * Tells the longest hold that it asks for.
     *
     * @return more than nothing
     */
    public Duration longestWork() {
        return blocks.stream().map(Block::work).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /**
     * The same for somebody who has practised for some weeks, so that feedback fades.
     *
     * @param week the week of practice, from 1
     * @return a programme whose {@link #showing()} is the one of that week
     */
    public Programme inWeek(int week) {
        return new Programme(kind, id, title, preparation, blocks, sets, setRest, showing.inWeek(week), progression);
    }

    /**
     * Tells how long nothing is asked at first: the preparation, and a rest that comes before any work.
     *
     * @return the time in which rest can be learned
     */
    public Duration quiet() {
        Block first = blocks.get(0);
        return first.work().isZero() ? preparation.plus(first.length()) : preparation;
    }

    /**
     * Tells what the first contractions stand for where no calibration says more: the middle of their band, or 1 when
     * they may be as strong as the person likes. Source: the submaximal reference of DOMAIN 1.8.
     *
     * @return an effort, more than 0, to 1
     */
    public double aim() {
        return blocks.stream()
                .filter(block -> !block.work().isZero())
                .findFirst()
                .map(block -> block.target().aim())
                .orElse(1.0);
    }

    /**
     * The same under another title.
     *
     * @param shown as people read it
     * @return a programme that differs in nothing else
     */
    public Programme titled(String shown) {
        return new Programme(kind, id, shown, preparation, blocks, sets, setRest, showing, progression);
    }

    Programme withBlocks(List<Block> changed) {
        return new Programme(kind, id, title, preparation, changed, sets, setRest, showing, progression);
    }

    /**
     * Writes it as a file that {@link #read} takes.
     *
     * @return the file's text
     */
    public String yaml() {
        return ProgrammeWriter.write(this);
    }

    /**
     * Lays it out in time.
     *
     * @return its steps from the preparation to the last rest
     */
    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        add(steps, new Step(Cue.Kind.READY, 0, 1, preparation, blocks.get(0), false));
        int rep = 0;
        for (int set = 1; set <= sets; set++) {
            if (set > 1) {
                add(steps, new Step(Cue.Kind.SET_REST, rep, set, setRest, blocks.get(0), false));
            }
            for (Block block : blocks) {
                for (int i = 0; i < block.reps(); i++) {
                    rep++;
                    boolean byFeel = showing.byFeel(rep);
                    add(steps, new Step(Cue.Kind.WORK, rep, set, block.work(), block, byFeel));
                    add(steps, new Step(Cue.Kind.REST, rep, set, block.rest(), block, byFeel));
                }
            }
        }
        return List.copyOf(steps);
    }

    private static void add(List<Step> steps, Step step) {
        if (!step.length().isZero()) {
            steps.add(step);
        }
    }
}
