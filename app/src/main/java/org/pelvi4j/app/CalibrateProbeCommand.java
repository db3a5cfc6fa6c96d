package org.pelvi4j.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.sensor.Sensor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code calibrate probe}: a pressure probe at two points, air and a water column. Confined to one thread. */
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures a pressure probe at two points, in air and under a column of water, and keeps zero and scale with the"
                    + " person's probe: every practice, set-up and assessment is corrected by them from then on.",
            "Needed are a measuring tape and water in a vessel, 20 cm or more deep. Do it before the set-up of a person,"
                    + " and again with another probe, sensor or supply."
        },
        footer = {
            "",
            "Each answer is a line: an empty one goes on, q leaves.",
            "Examples:",
            "  pelvi4j calibrate probe --sensor 'i2c:1/0x48?chip=ads1115&sensor=mpx5050'",
            "  pelvi4j calibrate probe --profile anna --probe 'Periform, 50 mm' --sensor 'gpio:5,6?chip=hx711'"
        })
final class CalibrateProbeCommand implements Callable<Integer> {
    private final Supplier<Equipment> shelf;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Whose whose = new Whose();

    @Mixin
    private Sensing sensing = new Sensing();

    @Mixin
    private RecordFolder folder = new RecordFolder();

    @Option(names = "--probe", paramLabel = "TEXT", description = "Which probe; it becomes this person's.")
    private @Nullable String probe;

    @Mixin
    private Answers answers = new Answers();

    CalibrateProbeCommand() {
        this(Equipment::new);
    }

    CalibrateProbeCommand(Supplier<Equipment> shelf) {
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (Equipment equipment = shelf.get().startingAt(sensing.at());
                Store store = folder.open(spec.commandLine().getErr())) {
            Sensor early = sensing.early(equipment);
            var visit = Visit.of(store, whose, own -> own, equipment.clock());
            visit.askWho(out, whose.named() || answers.given());
            String which = probe == null ? visit.setting("probe") : probe;
            ProfileSettings.checkProbe(store, visit.person(), "probe", which);
            try (Sensor sensor = sensing.open(early, equipment, visit.setting("sensor"))) {
                var bath = new WaterBath(
                        sensor, equipment.clock(), new WaterBath.Desk(answers.lines(), visit.texts(), out));
                KnownProbe found = bath.measure(which, visit.site());
                if (found == null) {
                    out.println(visit.texts().text("calibrate.left"));
                    return 1;
                }
                store.profiles().set(visit.person().id(), KnownProbe.SETTING, found.text());
                store.profiles().set(visit.person().id(), "probe", which);
                out.println(
                        visit.texts().text("probe.kept", which, visit.person().name()));
                return 0;
            } finally {
                out.flush();
            }
        }
    }
}
