package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pelvi4j.app.clinic.ClinicSensor;
import org.pelvi4j.app.clinic.Glazer;
import org.pelvi4j.app.clinic.Perfect;
import org.pelvi4j.app.clinic.SensorCheck;
import org.pelvi4j.app.store.Assessments;
import org.pelvi4j.app.store.Assessments.Figure;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.sensor.Sensor;

/** One assessment of one person, kept in the record beside its recording. Confined to one thread. */
final class Assessing {
    private final Equipment equipment;
    private final Sensor sensor;
    private final Screens screens;
    private final double speed;
    private final Visit visit;
    private final Notices notices;

    Assessing(Equipment equipment, Sensor sensor, Screens screens, double speed, Visit visit, Notices notices) {
        this.equipment = equipment;
        // Three programmes follow one another on one sensor.
        this.sensor = ClinicSensor.of(sensor, equipment.clock(), SensorCheck.of(sensor.info()), List.of());
        this.screens = screens;
        this.speed = speed;
        this.visit = visit;
        this.notices = notices;
    }

    /** The five segments; tells whether it came to its end. */
    boolean glazer(String id, PrintWriter out) throws IOException {
        var result = run(Programmes.named(id), out);
        if (result.isEmpty()) {
            return cut(out);
        }
        var figures = new ArrayList<Figure>();
        Glazer.figures(result.get())
                .forEach((segment, named) ->
                        named.forEach((metric, value) -> figures.add(new Figure(segment, metric, value))));
        keep(id, figures, out);
        return true;
    }

    /** Endurance, repetitions, fast ones; tells whether it came to its end. */
    boolean perfect(String power, double loss, PrintWriter out) throws IOException {
        say(out, "assess.hold", 10);
        var hold = run(Perfect.endurance(), out);
        if (hold.isEmpty()) {
            return cut(out);
        }
        int endurance = Perfect.enduranceOf(hold.get(), loss);
        int repetitions = 0;
        if (endurance >= 1) {
            say(out, "assess.holds", endurance);
            var holds = run(Perfect.repetitions(endurance), out);
            if (holds.isEmpty()) {
                return cut(out);
            }
            repetitions = Perfect.countOf(holds.get(), loss);
        }
        say(out, "assess.flicks", 0);
        var flicks = run(Perfect.fast(), out);
        if (flicks.isEmpty()) {
            return cut(out);
        }
        int fast = Perfect.countOf(flicks.get(), loss);
        out.println(visit.texts().text("assess.perfect", Perfect.notation(power, endurance, repetitions, fast)));
        var figures = new ArrayList<Figure>();
        if (!power.isEmpty()) {
            double half = power.endsWith("+") ? 0.5 : power.endsWith("-") ? -0.5 : 0;
            figures.add(new Figure("P", "palpated", Integer.parseInt(power.substring(0, 1)) + half));
        }
        figures.add(new Figure("E", "seconds", endurance));
        figures.add(new Figure("R", "count", repetitions));
        figures.add(new Figure("F", "count", fast));
        keep("perfect", figures, out);
        return true;
    }

    private void say(PrintWriter out, String key, int seconds) {
        out.println(visit.texts().text(key, seconds));
        out.flush();
    }

    private boolean cut(PrintWriter out) {
        out.println(visit.texts().text("assess.cut"));
        return false;
    }

    /** Empty when it did not come to its end. */
    private Optional<ExerciseResult> run(Programme programme, PrintWriter out) throws IOException {
        var recording = new RecordingTarget();
        recording.keptBy(new KeptPractice(
                visit.store(),
                new KeptPractice.What(visit.person(), "assessment", programme, visit.site()),
                sensor.info(),
                equipment.clock(),
                notices::say));
        ExerciseResult result = new Guided(equipment, sensor, screens, speed, notices)
                .scaledBy(visit.calibration(sensor.info()))
                .besides(visit.abdomen())
                .run(programme.titled(visit.texts().title(programme)), recording, out);
        return Optional.ofNullable(result).filter(r -> r.end() == ExerciseResult.End.COMPLETED);
    }

    private void keep(String kind, List<Figure> figures, PrintWriter out) throws IOException {
        Assessments all = visit.store().assessments();
        Instant now = equipment.clock().wallNow();
        String probe = visit.setting("probe");
        var signal = sensor.info().channels().get(0).signal();
        var kept = new Assessments.Kept(0, now, kind, signal, probe, figures);
        Optional<Assessments.Kept> before = all.all(visit.person().id()).stream()
                .filter(old -> old.kind().equals(kind)
                        && old.signal() == signal
                        && old.probe().equals(probe))
                .findFirst();
        long unused = all.add(visit.person().id(), kept);
        AssessmentTable.text(kept, before.orElse(null), visit.person().zone(), visit.texts())
                .forEach(out::println);
        out.println(visit.texts().text("assess.kept"));
    }
}
