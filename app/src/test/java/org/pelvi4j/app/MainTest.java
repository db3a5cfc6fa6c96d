package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as its user sees it: words in, lines and an exit code out. */
class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private int run(String... words) {
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "practice --sensor foo | expected SCHEME:ADDRESS",
                "practice --sensor sim:nobody | expected one of healthy",
                "practice --sensor sim:healthy?colour=red | colour",
                "practice --sensor sim:healthy --programme nix | expected one of beginner",
                "practice --sensor sim:healthy --speed 0 | expected 1 to 10000 or max",
                "practice --sensor serial:/dev/null?protocol=nix | expected one of",
                "monitor --sensor serial:/dev/null?protocol=cyton&channels=16 | channels=16': rateHz: expected 200.0 to",
                "practice --data nowhere | --sensor: expected a URI",
                "practice --sensor sim:healthy --control button:99 | a GPIO line from 0 to 27",
                "practice --sensor sim:healthy --control lever:1 | expected button",
                "practice --sensor sim:healthy --control sim+button:17?press=now | seconds with commas",
                "practice --sensor sim:healthy --no-record --sound drum: | expected bell or buzzer",
                "practice --sensor sim:healthy --no-record --sound bell:loud | nothing behind bell",
                "practice --frobnicate | Unknown option",
                "nix | 'nix': expected a command",
                "practise | 'practise': expected a command such as practice",
                "programme shw | 'shw': expected a command such as show; 'pelvi4j programme --help' lists all",
                "doctor now | 'now': expected nothing more; 'pelvi4j doctor --help' says what it takes",
                "simulate | --device: expected a board such as cyton",
                "simulate --device cyton | --link: expected a path",
                "simulate --plot a.gif | expected a name that ends in .svg or .png but was 'a.gif'",
                "simulate --scenario nix --plot a.svg | scenario: expected one of clock-250-vs-256",
                "simulate --device nix --plot a.svg | device: expected one of cyton",
                "simulate --fault nix --plot a.svg | expected one of off, stuck",
                "simulate --fault unplug --plot a.svg | the others need a board",
                "detect | FILE"
            })
    void aMistakeOnTheCommandLineIsOneLineAndExitCode2(String words, String expected) {
        assertThat(run(words.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1).allMatch(line -> line.startsWith("pelvi4j: "));
        assertThat(err.toString()).contains(expected);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void whatCanBeSimulatedIsListedALineEach() {
        assertThat(run("simulate", "--list")).isZero();
        assertThat(out.toString().lines())
                .contains("People", "Scenarios", "Devices")
                .anyMatch(line -> line.matches(" +flicker +a contraction.*"))
                .anyMatch(line -> line.matches(" +leadoff-midset +The electrode comes off.*"))
                .anyMatch(line -> line.matches(" +cyton +OpenBCI.*"))
                .anyMatch(line -> line.matches(" +byte-loss +the share.*"))
                .allMatch(line -> line.length() <= 120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "png"})
    void aScenarioIsDrawn(String form) throws Exception {
        Path picture = folder.resolve("lift." + form);
        assertThat(run("simulate", "--scenario", "lift3-weak", "--plot", picture.toString()))
                .isZero();
        assertThat(out.toString().lines()).hasSize(1).allMatch(line -> line.contains("12 found, 0 invented"));
        if (form.equals("png")) {
            var image = javax.imageio.ImageIO.read(picture.toFile());
            assertThat(image.getWidth()).isEqualTo(org.pelvi4j.sim.plot.ScenarioPlot.WIDTH);
            assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
        } else {
            var document = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(picture.toFile());
            assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                    .startsWith("lift3-weak: A weak person");
        }
    }

    @Test
    void aPortThatIsNotThereIsOneLineAndExitCode1() {
        String port = folder.resolve("nix").toString();
        assertThat(run("practice", "--sensor", "serial:" + port + "?protocol=cyton&channel=1"))
                .isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(port + ": no such port").contains("--wait");
    }

    @Test
    void aFileThatIsNotThereIsOneLineAndExitCode1() {
        assertThat(run("detect", folder.resolve("nix.edf").toString())).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("nix.edf").contains("no such file");
    }

    @Test
    void aFileOfAnotherFormatIsOneLineAndExitCode1() throws Exception {
        Path picture = folder.resolve("picture.edf");
        Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        assertThat(run("detect", "--format", "edf", picture.toString())).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("picture.edf");
    }

    @Test
    void aBadProgrammeIsToldWithLineAndColumn() throws Exception {
        Path mine = folder.resolve("mine.yaml");
        Files.writeString(mine, "id: mine\ntitle: Mine\nreps: 3\nwork: 900 s\nrest: 10 s\n");
        assertThat(run("practice", "--sensor", "sim:healthy", "--programme", mine.toString()))
                .isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("mine.yaml:4:7").contains("work");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demo", "practice", "monitor", "detect", "simulate", "soak", "devices"})
    void everyCommandExplainsItself(String command) {
        assertThat(run((command + " --help").strip().split(" "))).isZero();
        assertThat(out.toString()).contains("Usage: pelvi4j").contains("--help");
    }

    @Test
    void aPracticeOnASimulatedPersonEndsWithASummaryAndARecording() {
        Path file = folder.resolve("practice.edf");
        assertThat(run(
                        "practice",
                        "--sensor",
                        "sim:healthy?signal=pressure&seed=4",
                        "--programme",
                        "beginner",
                        "--speed",
                        "max",
                        "--lines",
                        "--record",
                        file.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("squeeze")
                .contains("let go in time")
                .contains("Recording: " + file);
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void soundsAreMadeUnlessQuietIsAskedFor() {
        String[] words = {
            "practice",
            "--sensor",
            "sim:healthy?seed=1",
            "--programme",
            "beginner",
            "--speed",
            "max",
            "--lines",
            "--no-record",
            "--sound",
            "sim+buzzer:18"
        };
        assertThat(run(words)).isZero();
        assertThat(out.toString().lines().filter(line -> line.startsWith("buzzer ")))
                .contains("buzzer ####..#########", "buzzer #########..####");
        out.getBuffer().setLength(0);
        String[] quiet = java.util.Arrays.copyOf(words, words.length + 1);
        quiet[words.length] = "--quiet";
        assertThat(run(quiet)).isZero();
        assertThat(out.toString()).doesNotContain("buzzer");
    }

    @Test
    void afterARepetitionByFeelAskAsksFirst() throws IOException {
        Path blind = Files.writeString(folder.resolve("blind.yaml"), """
                id: blind
                title: Blind
                preparation: 10 s
                work: 3 s
                rest: 6 s
                reps: 3
                target: ">= 40 %"
                feedback: blind
                """);
        String[] words = {
            "practice",
            "--sensor",
            "sim:healthy?seed=1",
            "--programme",
            blind.toString(),
            "--speed",
            "max",
            "--lines",
            "--no-record"
        };
        assertThat(run(words)).isZero();
        assertThat(out.toString()).contains("let go 0.").doesNotContain("Got it?");
        out.getBuffer().setLength(0);
        String[] asking = java.util.Arrays.copyOf(words, words.length + 1);
        asking[words.length] = "--ask";
        assertThat(run(asking)).isZero();
        assertThat(out.toString()).containsSubsequence("Got it?", "let go 0.").doesNotContain("guessed");
    }

    @Test
    void aPressOfTheButtonStartsAndHoldingItStops() {
        assertThat(run(
                        "practice",
                        "--sensor",
                        "sim:healthy?seed=1",
                        "--speed",
                        "20",
                        "--lines",
                        "--no-record",
                        "--control",
                        "sim+button:17?press=0.1,2.5,3.2&hold=4"))
                .isZero();
        assertThat(out.toString())
                .contains("ready")
                .contains("paused")
                .contains("Stopped after")
                .doesNotContain("kept");
    }

    @Test
    void whatAPracticeRecordedIsDetectedAgain() {
        Path file = folder.resolve("practice.edf");
        run(
                "practice",
                "--sensor",
                "sim:healthy?signal=emg&seed=4",
                "--speed",
                "max",
                "--lines",
                "--record",
                file.toString());
        assertThat(run("detect", file.toString(), "--column", "1")).isZero();
        assertThat(out.toString()).containsPattern("practice.edf: 1[123] contractions");
    }

    @Test
    void monitorPrintsContractionsAsJsonLines() {
        assertThat(run(
                        "monitor",
                        "--sensor",
                        "sim:healthy?seed=1",
                        "--speed",
                        "max",
                        "--seconds",
                        "20",
                        "--json",
                        "--events"))
                .isZero();
        assertThat(out.toString().lines())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{\"type\":\"") && line.endsWith("}"));
    }

    @Test
    void noWordOfAUserTextClaimsAnEffectOnHealth() {
        for (String command : new String[] {"demo", "practice", "monitor", "detect", "simulate", "soak", "devices"}) {
            run(command, "--help");
        }
        assertThat(out.toString().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("treat", "cure", "prevent", "diagnos", "therap");
    }

    @Test
    void programmesAreListedShownAndTheirFilesChecked() throws Exception {
        assertThat(run("programme", "list")).isZero();
        assertThat(out.toString().lines()).hasSize(13).anyMatch(line -> line.startsWith("strength-8x8        11:46"));
        out.getBuffer().setLength(0);
        assertThat(run("programme", "show", "knack")).isZero();
        assertThat(out.toString()).contains("goal >= 30 %, cough after 1 s", "# squeeze");

        Path right = folder.resolve("mine.yaml");
        out.getBuffer().setLength(0);
        assertThat(run("programme", "show", "mixed", "--yaml")).isZero();
        Files.writeString(right, out.toString());
        assertThat(run("programme", "check", right.toString())).isZero();

        Path off = folder.resolve("off.yaml");
        Files.writeString(off, "id: off\nwork: 600 s\nrest: 10 s\ntarget: 40 %\n");
        assertThat(run("programme", "check", right.toString(), off.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("off.yaml:2:7: work: expected 1 to 60 seconds but was 600");
    }

    @Test
    void doctorTellsWhatItFoundALineEach() {
        run("doctor", "--json", "--data", folder.toString());
        assertThat(out.toString().lines())
                .allMatch(line -> line.startsWith("{\"type\":\"finding\",\"check\":\""))
                .anyMatch(line -> line.contains("\"java\",\"verdict\":\"ok\""))
                .anyMatch(line -> line.contains("\"disk\""));
    }
}
