package org.pelvi4j.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code monitor}: the level and the phases of a sensor, without a programme. Confined to one thread. */
@Command(
        name = "monitor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows level and phases of a sensor, without a programme, until q or Ctrl-C.",
        footer = {"", "Example:", "  pelvi4j monitor --sensor sim:healthy"})
final class MonitorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Sensing sensing = new Sensing();

    @Mixin
    private Screens screens = new Screens();

    @Option(names = "--json", description = "One JSON object per contraction on stdout instead of a screen.")
    private boolean json;

    @Option(names = "--events", description = "With --json: each phase event too.")
    private boolean events;

    @Option(names = "--seconds", paramLabel = "N", description = "Ends after N seconds of the sensor's time.")
    private double seconds = Double.POSITIVE_INFINITY;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (Equipment equipment = new Equipment()) {
            double speed = sensing.speed();
            Sensor opened = equipment.sensor(sensing.uri(), speed);
            Sensor sensor = Double.isInfinite(seconds)
                    ? opened
                    : new TimedSensor(opened, equipment.clock(), (long) (seconds * 1e9));
            if (json) {
                var lines = new EventLines(
                        out,
                        "",
                        new EventLines.Form(true, events),
                        sensor.info().rateHz());
                var unused = Practice.watching()
                        .run(Session.of(
                                SessionSetup.watching(sensor, equipment.clock()).followedBy(lines)));
            } else {
                var unused = new Guided(equipment, sensor, screens, speed, new Notices(spec.commandLine()::getErr))
                        .run(null, RecordingTarget.none(), out);
            }
            return 0;
        }
    }
}
