package org.pelvi4j.record;

/**
 * One signal of an EDF or BDF file, as its header says. Immutable.
 *
 * @param label type, blank, specification
 * @param transducer what senses it, free text
 * @param dimension the unit of the physical values
 * @param physicalMinimum what the digital minimum stands for
 * @param physicalMaximum what the digital maximum stands for; not the same
 * @param digitalMinimum the least code
 * @param digitalMaximum the greatest code
 * @param prefilter free text
 * @param samplesPerRecord how many samples each record holds
 */
record EdfSignal(
        String label,
        String transducer,
        String dimension,
        double physicalMinimum,
        double physicalMaximum,
        int digitalMinimum,
        int digitalMaximum,
        String prefilter,
        int samplesPerRecord) {
    static final String EDF_ANNOTATIONS = "EDF Annotations";
    static final String BDF_ANNOTATIONS = "BDF Annotations";

    boolean annotations() {
        return label.equals(EDF_ANNOTATIONS) || label.equals(BDF_ANNOTATIONS);
    }

    /** One step, in physical units; negative when the signal is stored upside down. */
    double step() {
        return (physicalMaximum - physicalMinimum) / ((double) digitalMaximum - digitalMinimum);
    }

    double physical(int digital) {
        return ((double) digital - digitalMinimum) * step() + physicalMinimum;
    }

    /** The nearest code, its step worked out before; the digital minimum is left free, since it stands for a missing sample. */
    int digital(double physical, double step) {
        double code = Math.rint((physical - physicalMinimum) / step) + digitalMinimum;
        return (int) Math.max(digitalMinimum + 1.0, Math.min(digitalMaximum, code));
    }
}
