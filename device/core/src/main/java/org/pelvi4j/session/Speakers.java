package org.pelvi4j.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.pelvi4j.display.Speaker;
import org.pelvi4j.feedback.Sound;
import org.pelvi4j.feedback.SoundSink;

/** All that people hear of a session. Confined to one thread at a time. */
final class Speakers implements SoundSink, AutoCloseable {
    /** What the flow sees of one speaker. */
    interface Voice extends SoundSink, AutoCloseable {
        @Override
        void close();
    }

    private final List<Voice> voices = new ArrayList<>();

    static Speakers of(SessionSetup setup, Consumer<String> trouble) {
        var speakers = new Speakers();
        for (Speaker speaker : setup.speakers()) {
            speakers.voices.add(
                    setup.clock().passesByItself()
                            ? new SpeakerThread(speaker, setup.clock(), trouble)
                            : new SpeakerInline(speaker, trouble));
        }
        return speakers;
    }

    @Override
    public void sound(Sound sound, long atNanos) {
        for (Voice voice : voices) {
            voice.sound(sound, atNanos);
        }
    }

    @Override
    public void close() {
        voices.forEach(Voice::close);
    }
}
