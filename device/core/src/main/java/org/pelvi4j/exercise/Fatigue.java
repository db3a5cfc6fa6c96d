package org.pelvi4j.exercise;

/**
 * The stop rule: two successive repetitions below half of the first three's mean. Where the level
 * stayed home nobody contracted, or only coughed, and that says nothing of fatigue. Source: DOMAIN 1.13.
 */
final class Fatigue {
    private static final int FIRST = 3;
    private static final double SHARE = 0.5;
    private static final int SUCCESSIVE = 2;

    /** Below this target a contraction is meant to be light, and a lighter one is no fatigue. Source: DOMAIN 1.7. */
    private static final double LIGHT_EFFORT = 0.3;

    private final double[] sum = new double[2];
    private final int[] count = new int[2];
    private int low;

    /**
     * A repetition's strength.
     *
     * @param strength NaN when it cannot be judged, which breaks no row and makes none
     * @return whether the exercise should end
     */
    boolean tired(Block block, double strength) {
        boolean light = block.target().highEffort() <= LIGHT_EFFORT;
        if (Double.isNaN(strength) || light || !block.target().isSet()) {
            return false;
        }
        int kind = block.flick() ? 1 : 0;
        if (count[kind] < FIRST) {
            sum[kind] += strength;
            count[kind]++;
            return false;
        }
        low = strength < SHARE * sum[kind] / FIRST ? low + 1 : 0;
        return low >= SUCCESSIVE;
    }
}
