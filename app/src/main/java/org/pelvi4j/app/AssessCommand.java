package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.sensor.Sensor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assess}: the physiotherapist's measurements, beside the person's own earlier ones. Confined to one thread. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures without grading: five segments (glazer), or endurance, repetitions and fast contractions (perfect).",
            "What comes out is measured by the probe, not palpated; it is compared with this person's own earlier"
                    + " figures and with nobody else's."
        },
        footer = {
            "",
            "Examples:",
            "  pelvi4j assess glazer --sensor 'sim:healthy?signal=emg' --speed 8",
            "  pelvi4j assess glazer --short --profile anna",
            "  pelvi4j assess perfect --power 3+",
            "  pelvi4j assess list"
        })
final class AssessCommand implements Callable<Integer> {
    private final Supplier<Equipment> shelf;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "glazer|perfect|list", description = "Which; list shows the earlier ones.")
    private String kind = "";

    @Option(names = "--short", description = "glazer: flicks with 2 s of rest instead of 10.")
    private boolean brief;

    @Option(names = "--power", paramLabel = "0-5", description = "perfect: what was palpated, such as 4 or 3+.")
    private @Nullable String power;

    @Option(
            names = "--loss",
            paramLabel = "PERCENT",
            defaultValue = "35",
            description = "perfect: the loss of strength that ends a hold, 35 or 50 (default: ${DEFAULT-VALUE}).")
    private int loss = 35;

    @Option(names = "--json", description = "One JSON object per figure at the end, or per figure kept.")
    private boolean json;

    @Mixin
    private Whose whose = new Whose();

    @Mixin
    private Sensing sensing = new Sensing();

    @Mixin
    private Screens screens = new Screens();

    @Mixin
    private RecordFolder folder = new RecordFolder();

    AssessCommand() {
        this(Equipment::new);
    }

    AssessCommand(Supplier<Equipment> shelf) {
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        String palpated = power == null ? "" : power;
        if (!kind.matches("glazer|perfect|list")) {
            throw new ParameterException(spec.commandLine(), "'" + kind + "': expected glazer, perfect or list");
        }
        if (!palpated.matches("([0-5][+-]?)?")) {
            throw new IllegalArgumentException(
                    "--power: expected 0 to 5 with + or - or nothing but was '" + power + "'");
        }
        if (loss != 35 && loss != 50) {
            throw new IllegalArgumentException("--loss: expected 35 or 50 but was " + loss);
        }
        if (kind.equals("list")) {
            return list(out);
        }
        try (Equipment equipment = shelf.get().startingAt(sensing.at())) {
            Sensor early = sensing.early(equipment);
            try (Store store = folder.open(spec.commandLine().getErr())) {
                var visit = Visit.of(store, whose, screens::language, equipment.clock());
                visit.askWho(out, whose.named());
                screens.usually(visit.person().language());
                Sensor sensor = sensing.open(early, equipment, visit.setting("sensor"));
                var notices = new Notices(spec.commandLine()::getErr);
                try (Sensor corrected = visit.corrected(sensor, notices::say)) {
                    var assessing = new Assessing(equipment, corrected, screens, sensing.speed(), visit, notices);
                    boolean whole = kind.equals("glazer")
                            ? assessing.glazer(brief ? "glazer-short" : "glazer-long", out)
                            : assessing.perfect(palpated, loss / 100.0, out);
                    if (whole && json) {
                        AssessmentTable.json(
                                store.assessments().all(visit.person().id()).get(0), out);
                    }
                    out.flush();
                    return whole ? 0 : 1;
                }
            }
        }
    }

    private int list(PrintWriter out) throws IOException {
        try (Store store = folder.openToRead(spec.commandLine().getErr())) {
            var person = whose.in(store);
            var all = store.assessments().all(person.id());
            for (var kept : all) {
                if (json) {
                    AssessmentTable.json(kept, out);
                } else {
                    AssessmentTable.text(kept, null, person.zone(), Texts.in(screens.language(person.language())))
                            .forEach(out::println);
                    out.println();
                }
            }
            if (all.isEmpty() && !json) {
                out.println("no assessment yet");
            }
            out.flush();
            return 0;
        }
    }
}
