package org.pelvi4j.record;

/**
 * Something that happened, with the texts of DOMAIN 4.2. Immutable.
 *
 * @param atNanos when it began, on the clock of the samples
 * @param durationNanos how long it lasted; -1 for a moment without length
 * @param text such as {@code CONTRACT onset}
 */
public record Annotation(long atNanos, long durationNanos, String text) {}
