package org.pelvi4j.app;

/** A command could not do what was asked: one line for people, exit code 1. Immutable. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String message) {
        super(message);
    }
}
