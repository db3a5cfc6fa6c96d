package org.pelvi4j.feedback;

import java.util.Arrays;
import java.util.List;

/**
 * What sounds. Sound marks events, silence means that all is well; there is none for a miss, none for more than 100, none
 * all the time. Source: SCREENS 5. Immutable.
 */
public enum Sound {
    /** Soon: three, two and one second before a start. */
    TICK(Tone.of(659, 60)),
    /** Work starts: rising. */
    SQUEEZE(Tone.of(523, 120), Tone.of(784, 120)),
    /** Rest starts: falling. */
    LET_GO(Tone.of(784, 120), Tone.of(523, 120)),
    /** Work starts, where it is 2 s or less. */
    SHORT_SQUEEZE(Tone.of(523, 60), Tone.of(784, 60)),
    /** Rest starts, where the work was 2 s or less. */
    SHORT_LET_GO(Tone.of(784, 60), Tone.of(523, 60)),
    /** The goal was kept: the contraction's and the release's alike. */
    EARNED(new Tone(659, 70, -6), Tone.of(0, 30), new Tone(659, 70, -6)),
    /** Look at the display. */
    NO_SIGNAL(Tone.of(440, 400), Tone.of(0, 200), Tone.of(440, 400)),
    /** It is over. */
    DONE(Tone.of(523, 140), Tone.of(659, 140), Tone.of(784, 140)),
    /** A button was heard. */
    BUTTON(Tone.of(1047, 15)),
    /** Paused. */
    PAUSE(Tone.of(523, 80)),
    /** The signal is back. */
    BACK(Tone.of(440, 120), Tone.of(523, 120));

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<Tone> tones;

    Sound(Tone... tones) {
        this.tones = List.copyOf(Arrays.asList(tones));
    }

    /**
     * What it is made of.
     *
     * @return tones and silences, one after another
     */
    public List<Tone> tones() {
        return tones;
    }
}
