package org.pelvi4j.feedback;

/**
 * A goal that is still to come, for displays with a time axis. Immutable.
 *
 * @param inSeconds when it begins, from the picture's moment on; negative when it has begun
 * @param seconds how long it lasts
 * @param work true for a contraction, false for a rest
 * @param goal where the level should be then
 */
public record Ahead(double inSeconds, double seconds, boolean work, Goal goal) {}
