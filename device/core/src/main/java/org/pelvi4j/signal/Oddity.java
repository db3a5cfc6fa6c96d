package org.pelvi4j.signal;

/** Tells from a signal's steps whether it does what its kind never does. Confined to one thread. */
interface Oddity {
    /** Of a signal of which nothing is known to be odd. */
    Oddity NONE = new Oddity() {
        @Override
        public void next(double step, boolean garbage) {}

        @Override
        public boolean suspects() {
            return false;
        }

        @Override
        public boolean isOver(double part) {
            return false;
        }
    };

    /** Takes a step from one sample to the next; nothing is learned of garbage. */
    void next(double step, boolean garbage);

    /** Whether it may be garbage, and nobody can say yet. */
    boolean suspects();

    /** Whether what is odd is more than this part of what tells garbage. */
    boolean isOver(double part);
}
