package org.pelvi4j.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.record.SampleTimes;
import org.pelvi4j.session.Follower;

/** Prints contractions, and phase events where asked, as they are decided: text, or JSON lines. Confined to one thread. */
final class EventLines implements Follower {
    private final PrintWriter out;
    private final String file;
    private final boolean json;
    private final boolean events;
    private final SampleTimes times;
    private final double rateHz;
    private int found;

    /** JSON or text, with phase events or without. */
    record Form(boolean json, boolean events) {}

    /**
     * Makes a printer.
     *
     * @param file named in each JSON line, or empty for a live sensor
     * @param form how and what
     * @param rateHz the sensor's nominal rate: times are told by sample numbers, as a file's reader would tell them
     */
    EventLines(PrintWriter out, String file, Form form, double rateHz) {
        times = new SampleTimes(rateHz);
        this.rateHz = rateHz;
        this.out = out;
        this.file = file;
        json = form.json();
        events = form.events();
    }

    @Override
    public void reached(long number, long atNanos) {
        times.seen(number, atNanos);
        times.anchor();
    }

    @Override
    public void phase(PhaseEvent event) {
        if (!events) {
            return;
        }
        if (json) {
            line("event", line -> {
                if (!file.isEmpty()) {
                    line.writeStringField("file", file);
                }
                line.writeStringField("phase", event.phase().name());
                if (!event.reason().isEmpty()) {
                    line.writeStringField("reason", event.reason());
                }
                time(line, "at_s", event.atNanos());
                time(line, "decided_at_s", event.decidedAtNanos());
            });
        } else {
            print("%9.3f  %-8s %s", seconds(event.atNanos()), event.phase(), event.reason());
        }
    }

    @Override
    public void contraction(Contraction contraction) {
        found++;
        if (json) {
            line("contraction", line -> {
                if (!file.isEmpty()) {
                    line.writeStringField("file", file);
                }
                time(line, "onset_s", contraction.onsetNanos());
                time(line, "onset_decided_s", contraction.onsetDecidedNanos());
                time(line, "provisional_onset_s", contraction.provisionalOnsetNanos());
                time(line, "offset_s", contraction.offsetNanos());
                time(line, "offset_decided_s", contraction.offsetDecidedNanos());
            });
        } else {
            double onset = seconds(contraction.onsetNanos());
            double offset = seconds(contraction.offsetNanos());
            print("%9.3f  to %9.3f  contraction %d, %.2f s", onset, offset, found, offset - onset);
        }
    }

    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
        out.flush();
    }

    private double seconds(long nanos) {
        return times.number(nanos) / rateHz;
    }

    private void time(JsonGenerator line, String name, long nanos) throws IOException {
        JsonLine.number(line, name, seconds(nanos));
    }

    private void line(String type, JsonLine.Fields fields) {
        try {
            out.println(JsonLine.of(type, fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.flush();
    }

    int found() {
        return found;
    }
}
