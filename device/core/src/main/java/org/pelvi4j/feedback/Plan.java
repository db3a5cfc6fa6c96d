package org.pelvi4j.feedback;

/**
 * What is practised, as far as a display shows it. Immutable.
 *
 * @param title the programme's title
 * @param reps how many repetitions there are; 0 when nothing is guided
 * @param workSeconds how long a contraction lasts
 * @param restSeconds how long a rest lasts
 * @param group which group of the day, from 1; 0 when nobody counts
 * @param groups how many groups a day has
 */
public record Plan(String title, int reps, double workSeconds, double restSeconds, int group, int groups) {
    /** Nothing guided. */
    public static final Plan NONE = new Plan("", 0, 0, 0, 0, 0);
}
