package org.pelvi4j.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.sensor.Sensor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code practice}: a guided exercise. Confined to one thread. */
@Command(
        name = "practice",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Guides an exercise, shows it and keeps the record.",
        footer = {
            "",
            "Keys: space pauses and goes on; q stops; Ctrl-C stops at once. Either way it is saved.",
            "Examples:",
            "  pelvi4j practice --sensor 'sim:healthy?signal=pressure' --speed 8",
            "  pelvi4j practice --programme beginner --sensor 'serial:/dev/ttyUSB0?protocol=cyton&channel=1'"
        })
final class PracticeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--programme",
            paramLabel = "ID",
            defaultValue = "lift-3min",
            description = "A programme's id, or a .yaml file (default: ${DEFAULT-VALUE}).")
    private String programme = "lift-3min";

    @Mixin
    private Sensing sensing = new Sensing();

    @Mixin
    private Screens screens = new Screens();

    @Mixin
    private RecordingTarget recording = new RecordingTarget();

    @Override
    public Integer call() throws Exception {
        Programme exercise = Programmes.named(programme);
        PrintWriter out = spec.commandLine().getOut();
        try (Equipment equipment = new Equipment()) {
            double speed = sensing.speed();
            Sensor sensor = equipment.sensor(sensing.uri(), speed);
            ExerciseResult result = new Guided(equipment, sensor, screens, speed).run(exercise, recording, out);
            out.print(Summary.of(result));
            recording.path().ifPresent(path -> out.println("Recording: " + path));
            out.flush();
            return 0;
        }
    }
}
