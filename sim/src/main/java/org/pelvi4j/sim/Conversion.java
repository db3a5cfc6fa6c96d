package org.pelvi4j.sim;

import org.pelvi4j.sim.body.Converter;

/** How a device gets from the body's signal to its samples. Source: DOMAIN 2.1. Immutable. */
public enum Conversion {
    /** A delta-sigma converter's sinc3, as in a Cyton or ADS129x. */
    DELTA_SIGMA,
    /** A low-pass, then sampling, as in a BITalino. */
    LOW_PASS,
    /** Sampling alone, which folds what is too fast, as in an Arduino without a filter. */
    PLAIN;

    Converter at(double rateHz) {
        return switch (this) {
            case DELTA_SIGMA -> Converter.sinc3(rateHz);
            case LOW_PASS -> Converter.lowPass(rateHz);
            case PLAIN -> Converter.plain(rateHz);
        };
    }
}
