package org.pelvi4j.feedback;

/** Takes what should sound: a buzzer, a loudspeaker, a page. */
public interface SoundSink {
    /**
     * Something sounds now.
     *
     * @param sound what
     * @param atNanos when it was due, at most 300 ms ago
     */
    void sound(Sound sound, long atNanos);
}
