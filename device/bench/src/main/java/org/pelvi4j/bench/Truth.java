package org.pelvi4j.bench;

/**
 * One labelled stretch. Immutable.
 *
 * @param kind flick, hold, endurance, or ignore for what counts neither way
 * @param onset in seconds
 * @param offset in seconds
 * @param unsure how unsure the onset's label is, in seconds
 */
record Truth(String kind, double onset, double offset, double unsure) {
    boolean ignored() {
        return kind.equals("ignore");
    }

    double seconds() {
        return offset - onset;
    }

    /** How far a matching onset may be off. Source: the scoring rules of the labelled cases. */
    double tolerance() {
        return Math.max(0.5, Math.max(0.25 * seconds(), 2 * unsure));
    }

    double overlap(Found found) {
        return Math.min(offset, found.offset()) - Math.max(onset, found.onset());
    }
}
