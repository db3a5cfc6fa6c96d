package org.pelvi4j.session;

import java.util.function.Consumer;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.Speaker;
import org.pelvi4j.feedback.Sound;

/** A speaker in virtual time, played in line on a time of its own. Confined to one thread. */
final class SpeakerInline implements Speakers.Voice {
    private final Speaker speaker;
    private final Consumer<String> trouble;
    private boolean gone;

    SpeakerInline(Speaker speaker, Consumer<String> trouble) {
        this.speaker = speaker;
        this.trouble = trouble;
    }

    @Override
    public void sound(Sound sound, long atNanos) {
        if (gone) {
            return;
        }
        try {
            speaker.play(sound);
        } catch (BusException e) {
            gone = true;
            trouble.accept(e.getMessage());
        }
    }

    @Override
    public void close() {
        speaker.close();
    }
}
