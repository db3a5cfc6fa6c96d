package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.app.store.Calibrations;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.sensor.Signal;

/** A set-up that cannot be trusted is refused with its reason, and the one before it stays as it was. Source: RELIABILITY E11. */
class ClinicRefusalTest {
    private static final String SENSOR = "sim:healthy?signal=pressure&seed=3";
    /** Accepts what can be accepted, tries to go on where nothing can be, and leaves. */
    private static final String ANSWERS = "\n\nlying\nprobe B\n5 cm\nyes\n\n\nl\n\n\nq\nq\nq\nq\n";

    private static final String FIRST = "\n\nlying\nprobe A\n5 cm\nyes\n\n\nl\n\n\n\n\nPT1\n1234\n";
    /** Where the steps lie in a set-up that nothing holds up: check 20 s, zero 5 s, settling and rest 60 s each. */
    private static final double REST_FROM = 85;

    private static final double REST_UNTIL = 145;
    /** The gentle try and the cough are over. */
    private static final double SQUEEZES_FROM = 168;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private final StringWriter out = new StringWriter();

    private static int calibrate(StringWriter out, String answers, AlteredSensor.Change change, String sensor)
            throws IOException {
        Path file = Files.writeString(folder.resolve("answers"), answers);
        var commands = new picocli.CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> kind) throws Exception {
                return kind == CalibrateCommand.class
                        ? kind.cast(
                                new CalibrateCommand(() -> new Equipment(opened -> new AlteredSensor(opened, change))))
                        : picocli.CommandLine.defaultFactory().create(kind);
            }
        };
        return Main.run(
                commands,
                new PrintWriter(out),
                new PrintWriter(out, true),
                "calibrate",
                "--data",
                folder.resolve("data").toString(),
                "--sensor",
                sensor,
                "--speed",
                "max",
                "--answers",
                file.toString());
    }

    /** All that there is of the calibration that was locked before. */
    private static Map<String, String> kept() throws IOException {
        var all = new TreeMap<String, String>();
        Path data = folder.resolve("data");
        try (var pages = Files.list(data.resolve("calibrations"))) {
            for (Path page : (Iterable<Path>) pages::iterator) {
                all.put(page.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(page)));
            }
        }
        try (Store store = Store.open(data, Instant.now())) {
            List<Calibrations.Kept> rows = store.calibrations().all(1);
            assertThat(rows).allMatch(Calibrations.Kept::intact);
            all.put("rows", rows.toString());
            all.put("latest", store.calibrations().latest(1, Signal.PRESSURE).toString());
            all.put(
                    "settings",
                    store.profiles().setting(1, "probe") + " "
                            + store.profiles().setting(1, "programme"));
        }
        return all;
    }

    @BeforeAll
    static void anEarlierOne() throws IOException {
        var said = new StringWriter();
        assertThat(calibrate(said, FIRST, (seconds, value) -> value, SENSOR))
                .as(said.toString())
                .isZero();
    }

    private void refused(String sensor, String reason, AlteredSensor.Change change) throws IOException {
        Map<String, String> before = kept();
        assertThat(calibrate(out, ANSWERS, change, sensor)).isEqualTo(1);
        assertThat(out.toString()).contains(reason).contains("Nothing is changed; r measures again.");
        assertThat(out.toString()).doesNotContain("step 9 of 10").contains("Left: nothing is changed.");
        assertThat(kept()).isEqualTo(before).containsKey("latest");
        assertThat(before.get("latest")).contains("probe A");
    }

    /** Rest as it is, and no more than that in any try. */
    private static double quiet(double seconds) {
        return 2500 + 8 * Math.sin(seconds * 1.7) + 5 * Math.sin(seconds * 41);
    }

    @Test
    void whoeverNeverContractsIsRefused() throws IOException {
        refused(SENSOR, "nothing rose above rest in any try", (seconds, value) -> quiet(seconds));
    }

    @Test
    void whoeverContractsAllTheTimeIsRefused() throws IOException {
        refused(SENSOR, "nothing rose above rest in any try", (seconds, value) -> 4000 + quiet(seconds));
    }

    @Test
    void whoeverContractsThroughTheRestIsRefused() throws IOException {
        refused(
                SENSOR,
                "the level fell far below rest between the tries",
                (seconds, value) ->
                        seconds > REST_FROM - 5 && seconds < REST_UNTIL + 1 ? 6000 + quiet(seconds) : value);
    }

    @Test
    void aSensorUnpluggedDuringTheRestIsRefused() throws IOException {
        refused(SENSOR + "&fault=off@100s", "the signal was gone for a part of it", (seconds, value) -> value);
    }

    @Test
    void aSensorUnpluggedDuringATryIsRefused() throws IOException {
        refused(SENSOR + "&fault=off@200s", "the signal was gone for a part of it", (seconds, value) -> value);
    }

    @Test
    void valuesThatAreNoNumbersInTheRestAreRefused() throws IOException {
        refused(
                SENSOR,
                "the signal was gone for a part of it",
                (seconds, value) -> seconds > REST_FROM + 20 ? Double.NaN : value);
    }

    @Test
    void valuesThatAreNoNumbersInATryAreRefused() throws IOException {
        refused(
                SENSOR,
                "the signal was gone for a part of it",
                (seconds, value) -> seconds > SQUEEZES_FROM + 12 ? Double.NaN : value);
    }

    /** Nobody is refused for a plug that was put back: the whole minute begins again, and so does the try. */
    @Test
    void whatAShortHoleCutsIsMeasuredAgainFromItsBeginning() throws IOException {
        assertThat(calibrate(out, ANSWERS, (seconds, value) -> value, SENSOR + "&fault=off@100s+15s"))
                .isEqualTo(1);
        // The hole ends at 115 s; then 2 s until the signal is trusted, 3 s of counting in, the minute.
        assertThat(after(out.toString(), "([0-9.]+) set up +rest [0-9.]+ cmH2O"))
                .isBetween(115.0 + 5 + 60, 115.0 + 9 + 60);
        assertThat(out.toString()).contains("step 9 of 10");
    }

    private static double after(String text, String regex) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .findFirst()
                .orElse(Double.NaN);
    }
}
