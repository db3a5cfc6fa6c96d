package org.pelvi4j.sim.body;

/**
 * Something that happens to a body beside its exercise. Source: DOMAIN 2.7. Immutable.
 *
 * @param kind what
 * @param amount how much, in the kind's own unit; NaN for a usual amount, drawn
 */
public record Happening(Kind kind, double amount) {
    /** What happens. */
    public enum Kind {
        /** So many coughs, 0.4 s apart, each with the reflex of the pelvic floor before it. */
        COUGH("coughs", 1, 5),
        /** Straining for so many seconds. */
        STRAIN("s", 0.5, 30),
        /** Laughing for so many seconds. */
        LAUGH("s", 0.5, 30),
        /** Running for so many seconds. */
        RUN("s", 1, 600),
        /** So many jumps. */
        JUMP("jumps", 1, 20),
        /** Standing up: rest rises by so many cmH2O within 3 s and stays. */
        STAND("cmH2O", 0, 40),
        /** Lying down again. */
        LIE("", 0, 0),
        /** A movement of the cable or the probe of so many seconds. */
        MOVE("s", 0.2, 5),
        /** The electrode is off for so many seconds. */
        LEAD_OFF("s", 0.1, 600),
        /** The probe slips to a place where so many percent of the squeeze reach it. */
        SLIP("%", 0, 100),
        /** The balloon leaks, with a time constant of so many minutes. */
        LEAK("min", 0.5, 300),
        /** The balloon warms up by so many cmH2O, with a time constant of 60 s. */
        WARM("cmH2O", -40, 60),
        /** Hum of the mains rises to so many microvolts. */
        HUM("uV", 0, 1000),
        /** The heart's spike grows to so many microvolts. */
        HEART("uV", 0, 500),
        /** Rest rises to so many percent of the strongest and stays. */
        TENSE("%", 0, 60);

        private final String unit;
        private final double least;
        private final double most;

        Kind(String unit, double least, double most) {
            this.unit = unit;
            this.least = least;
            this.most = most;
        }

        /**
         * The unit of the amount.
         *
         * @return such as {@code s}; empty when there is no amount
         */
        public String unit() {
            return unit;
        }
    }

    /** Checks the amount. */
    public Happening {
        if (!Double.isNaN(amount) && !(amount >= kind.least && amount <= kind.most)) {
            throw new IllegalArgumentException(
                    "expected " + kind.least + " to " + kind.most + " " + kind.unit + " but was " + amount);
        }
    }

    /** The amount, or the usual one. */
    double amountOr(double usual) {
        return Double.isNaN(amount) ? usual : amount;
    }
}
