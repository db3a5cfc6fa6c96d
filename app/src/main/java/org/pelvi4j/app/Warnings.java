package org.pelvi4j.app;

import java.util.HashSet;
import java.util.Set;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.measure.Remark;
import org.pelvi4j.phase.Detector;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.session.Follower;

/**
 * What is noticed of the sensor while somebody practises, in plain words with what mends it, each once: a small display only
 * asks whether it is in place. Confined to one thread.
 */
final class Warnings implements Follower {
    private final Notices notices;
    private final Texts texts;
    private final Set<String> said = new HashSet<>();

    Warnings(Notices notices, Texts texts) {
        this.notices = notices;
        this.texts = texts;
    }

    @Override
    public void mains(long atNanos) {
        say("warn.mains");
    }

    @Override
    public void phase(PhaseEvent event) {
        if (event.reason().equals(Detector.REST_SHIFT)) {
            say("warn.shift");
        }
    }

    @Override
    public void remark(Remark remark) {
        switch (remark.kind()) {
            case DRIFT -> say("warn.drift");
            case SLIP -> say("warn.slip");
            case COUGH -> {}
        }
    }

    private void say(String key) {
        if (said.add(key)) {
            notices.say(texts.text(key));
        }
    }
}
