package org.pelvi4j.sim.plot;

/** The colours of the plots, told apart by people who see no red or green too. Source: Okabe and Ito, 2008. Immutable. */
public enum Ink {
    /** The paper. */
    PAPER(0xFFFFFF),
    /** Text. */
    BLACK(0x1B1F24),
    /** Axes and what matters less. */
    GREY(0x6B747D),
    /** Lines of a grid. */
    PALE(0xE4E8EB),
    /** The signal. */
    SIGNAL(0x8C979F),
    /** What was asked. */
    ASKED(0x56B4E9),
    /** What was asked, behind other marks. */
    ASKED_PALE(0xE3F1FB),
    /** What is true. */
    TRUE(0x009E73),
    /** What is true, behind other marks. */
    TRUE_PALE(0xB9E3D6),
    /** What was found. */
    FOUND(0xD55E00),
    /** What is not known. */
    UNKNOWN(0xB9BEC3),
    /** What went wrong or was warned of. */
    TROUBLE(0x8E3B76);

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    /**
     * Tells the colour.
     *
     * @return 0xRRGGBB
     */
    public int rgb() {
        return rgb;
    }
}
