package org.pelvi4j.exercise;

/**
 * A step that a programme could take. It only proposes: the physiotherapist, or the person, confirms each. Immutable.
 *
 * @param up true to ask for more, false to ask for less
 * @param what which one thing changes
 * @param programme the programme after it
 * @param reason why, in one line for people
 */
public record Proposal(boolean up, Growth what, Programme programme, String reason) {}
