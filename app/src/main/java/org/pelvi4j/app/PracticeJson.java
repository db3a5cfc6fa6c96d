package org.pelvi4j.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.exercise.Guess;
import org.pelvi4j.exercise.RepResult;

/** A practice as one line of JSON. What is not known is null. Immutable. */
final class PracticeJson {
    private PracticeJson() {}

    static String line(Practice practice, Profile person, List<RepResult> reps, boolean withReps) throws IOException {
        return JsonLine.of("practice", line -> {
            var start = practice.start();
            var totals = practice.totals();
            line.writeNumberField("id", practice.id());
            line.writeStringField("profile", person.code());
            line.writeStringField(
                    "start",
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(start.at().atZone(start.zone())));
            line.writeStringField("day", practice.day().toString());
            line.writeBooleanField("clock_sure", start.clockSure());
            JsonLine.text(
                    line, "start_told", practice.told().map(Object::toString).orElse(""));
            line.writeStringField("kind", start.kind());
            line.writeStringField("programme", start.programme());
            line.writeStringField("sensor", start.sensor());
            line.writeStringField("end", totals.ended());
            line.writeBooleanField("group", practice.group());
            JsonLine.number(line, "seconds", totals.seconds());
            line.writeNumberField("planned", start.planned());
            line.writeNumberField("done", totals.done());
            JsonLine.number(line, "judged", totals.known() ? totals.judged() : Double.NaN);
            JsonLine.number(line, "held", totals.known() ? totals.held() : Double.NaN);
            JsonLine.number(line, "let_go", totals.known() ? totals.letGo() : Double.NaN);
            JsonLine.number(line, "release_s", totals.releaseSeconds());
            JsonLine.number(line, "score", totals.score());
            JsonLine.text(
                    line, "recording", start.recording().map(Object::toString).orElse(""));
            if (withReps) {
                line.writeArrayFieldStart("reps");
                for (RepResult rep : reps) {
                    rep(line, rep);
                }
                line.writeEndArray();
            }
        });
    }

    private static void rep(JsonGenerator line, RepResult rep) throws IOException {
        line.writeStartObject();
        line.writeNumberField("rep", rep.rep());
        line.writeNumberField("set", rep.set());
        line.writeBooleanField("judged", rep.judged());
        line.writeBooleanField("held", rep.held());
        line.writeBooleanField("let_go", rep.letGo());
        JsonLine.number(line, "held_s", rep.heldSeconds());
        JsonLine.number(line, "work_s", rep.workSeconds());
        JsonLine.number(line, "release_s", rep.releaseSeconds());
        JsonLine.number(line, "score", rep.score());
        JsonLine.number(line, "response_s", rep.response().seconds());
        line.writeBooleanField("anticipated", rep.response().anticipated());
        line.writeNumberField("extra", rep.response().extra());
        JsonLine.number(line, "peak", rep.response().peakEffort());
        if (rep.guess() == Guess.NONE) {
            line.writeNullField("guess");
        } else {
            line.writeBooleanField("guess", rep.guess() == Guess.YES);
        }
        line.writeEndObject();
    }
}
