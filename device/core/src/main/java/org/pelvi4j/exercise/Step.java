package org.pelvi4j.exercise;

import java.time.Duration;

/**
 * One step of an exercise's timeline: what is asked, and for how long. Immutable.
 *
 * @param kind what is asked
 * @param rep the repetition, counted through the whole exercise from 1; in a set's rest the last one, before the first 0
 * @param set the set, from 1
 * @param length how long
 * @param block what it belongs to; in a preparation or a set's rest, a block beside it
 * @param byFeel whether the level stays hidden
 */
public record Step(Cue.Kind kind, int rep, int set, Duration length, Block block, boolean byFeel) {
    /** A rest without work: measured on its own, as work is. */
    boolean restAlone() {
        return kind == Cue.Kind.REST && block.work().isZero();
    }

    /** Whether it ends its repetition. */
    boolean lastOfRep() {
        return kind == Cue.Kind.REST || (kind == Cue.Kind.WORK && block.rest().isZero());
    }
}
