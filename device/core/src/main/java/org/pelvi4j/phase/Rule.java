package org.pelvi4j.phase;

import org.pelvi4j.signal.Conditioned;

/** When one kind of signal begins and ends a contraction. Confined to one thread. */
sealed interface Rule permits EmgRule, PressureRule {
    /** Takes a valid instant; tells the decisions it leads to. */
    void next(Conditioned now, Decisions decisions);

    /** Some samples are missing, few enough to go on. */
    void hole(long samples);

    /** Begins anew after a long hole: nothing from before it may support a decision; the floor may be kept. */
    void restart();

    /** What is open is no contraction: rest has moved to this level, and is learned anew from here. */
    void shifted();

    /** Whether it has seen enough to tell rest from contraction. */
    boolean ready();

    /** Where the contraction that is open began, as well as it is known; asked at the time of the newest sample. */
    long onsetNanos(long nowNanos);

    /** What a rule decides, at the instant of the newest sample. */
    interface Decisions {
        /** A contraction has begun; its onset is provisional. */
        void began(long atNanos);

        /** The contraction that is open began only now; what was before was a shift of rest. */
        void moved(long atNanos);

        /** What had begun was no contraction. */
        void dropped();

        /** The muscle lets go. */
        void released(long atNanos);

        /** It has ended, and both edges are placed. */
        void ended(long onsetNanos, long offsetNanos);
    }
}
