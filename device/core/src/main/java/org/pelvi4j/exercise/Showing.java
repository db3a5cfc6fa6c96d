package org.pelvi4j.exercise;

import java.util.Locale;

/**
 * In which repetitions the level is shown; in the others the person goes by feel and sees the result afterwards. Less
 * is better for keeping the skill. Source: DOMAIN 1.15, [KR19], [CONC]. Immutable.
 */
public enum Showing {
    /** In all. */
    EVERY_REP,
    /** In two of three: each third is by feel. */
    TWO_OF_THREE,
    /** In every second, the first included. */
    EVERY_SECOND,
    /** In none. */
    BLIND,
    /** In all in the first week, two of three in the second, every second from then on. */
    FADING;

    static Showing parse(String text) {
        for (Showing showing : values()) {
            if (showing.text().equals(text.strip().toLowerCase(Locale.ROOT))) {
                return showing;
            }
        }
        throw new IllegalArgumentException(
                "expected one of 'every rep', 'two of three', 'every second', 'blind', 'fading' but was '" + text
                        + "'");
    }

    /**
     * Names it as a programme's file does.
     *
     * @return such as {@code every rep}
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * Resolves {@link #FADING}.
     *
     * @param week the week of practice, from 1
     * @return what it means in that week
     */
    public Showing inWeek(int week) {
        if (this != FADING) {
            return this;
        }
        return week <= 1 ? EVERY_REP : week == 2 ? TWO_OF_THREE : EVERY_SECOND;
    }

    boolean byFeel(int rep) {
        return switch (this) {
            case EVERY_REP, FADING -> false;
            case TWO_OF_THREE -> rep % 3 == 0;
            case EVERY_SECOND -> rep % 2 == 0;
            case BLIND -> true;
        };
    }
}
