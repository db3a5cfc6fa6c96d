package org.pelvi4j.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sim.SimulatedSensor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demo}: a simulated person practises on the terminal. Confined to one thread. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "A simulated person does a three-minute exercise, eight times faster than real; no hardware needed.")
final class DemoCommand implements Callable<Integer> {
    private static final String PROGRAMME = "lift-3min";
    private static final DeviceUri PERSON = DeviceUri.parse("sim:healthy?seed=1&signal=emg&rate=1000");
    private static final double SPEED = 8;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Screens screens = new Screens();

    @Override
    public Integer call() throws Exception {
        Programme exercise = Programmes.named(PROGRAMME);
        PrintWriter out = spec.commandLine().getOut();
        Path file = Folders.recordings().resolve("demo.edf");
        boolean unused = Files.deleteIfExists(file);
        try (Equipment equipment = new Equipment()) {
            Sensor sensor = equipment.sensor(PERSON, SPEED);
            var found = new TruthCheck();
            ExerciseResult result = new Guided(
                            equipment, sensor, screens, SPEED, new Notices(spec.commandLine()::getErr))
                    .run(exercise, RecordingTarget.into(file), out, found);
            SimulatedSensor person = equipment.simulated();
            out.println("A simulated person did " + exercise.title() + ", "
                    + (result == null ? 0 : result.reps().size())
                    + " repetitions paced, eight times faster than real.");
            out.print(Summary.of(result, false, Texts.in("en")));
            if (person != null) {
                out.println(found.against(person.truth()));
            }
            out.println("Recording: " + file);
            out.println("Next: pelvi4j practice --help");
            out.flush();
            return 0;
        }
    }
}
