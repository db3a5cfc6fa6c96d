package org.pelvi4j.sensor;

/** What a channel is used for. Immutable. */
public enum Role {
    /** The pelvic-floor muscles: the channel that drives the phases. */
    PFM,
    /** Abdominal EMG, to tell a lift from a push. */
    ABDOMINAL,
    /** The deep pressure zone, to tell a lift from a push. */
    DEEP
}
