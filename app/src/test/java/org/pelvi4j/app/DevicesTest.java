package org.pelvi4j.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.sim.run.SimulateOptions;
import org.pelvi4j.sim.run.SimulateRun;

/** Who is at a port: virtual boards behind pseudo-terminals, asked by the real command. */
@Timeout(value = 120, unit = SECONDS)
class DevicesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private List<String> devices(String... words) {
        var out = new StringWriter();
        var all = new ArrayList<String>(List.of("devices"));
        all.addAll(List.of(words));
        assertThat(Main.run(new PrintWriter(out), new PrintWriter(new StringWriter()), all.toArray(String[]::new)))
                .isZero();
        return out.toString().lines().toList();
    }

    private String link(String board) {
        return folder.resolve(board).toString();
    }

    private SimulateRun board(String protocol) throws Exception {
        return SimulateRun.start(SimulateOptions.of("lift3-healthy", protocol, folder.resolve(protocol)), line -> {});
    }

    /** A board that sends by itself is known as soon as it is heard. */
    @Test
    void aBoardThatSendsByItselfIsKnownByItsFrames() throws Exception {
        try (SimulateRun arduino = board("arduino");
                SimulateRun olimex = board("p2");
                SimulateRun spiker = board("spikershield")) {
            List<String> lines = devices("--json", link("arduino"), link("p2"), link("spikershield"));
            assertThat(lines).hasSize(3);
            assertThat(lines.get(0)).contains("\"protocol\":\"arduino\"").contains("\"confidence\":0.5");
            assertThat(lines.get(1)).contains("\"protocol\":\"olimex\"").contains("\"confidence\":0.95");
            assertThat(lines.get(2)).contains("\"protocol\":\"spikershield\"").contains("\"confidence\":0.95");
            arduino.command("quit");
            olimex.command("quit");
            spiker.command("quit");
        }
    }

    /** A board that waits for a command is asked for its name only, and does not begin to send. */
    @Test
    @Tag("ci")
    void aBoardThatWaitsIsAskedForItsName() throws Exception {
        try (SimulateRun bitalino = board("bitalino");
                SimulateRun chords = board("chords-r4");
                SimulateRun cyton = board("cyton")) {
            List<String> lines = devices("--json", link("bitalino"), link("chords-r4"), link("cyton"));
            assertThat(lines.get(0)).contains("\"protocol\":\"bitalino\"").contains("BITalino");
            assertThat(lines.get(1)).contains("\"protocol\":\"chords\"").contains("\"confidence\":0.95");
            // as it must be given to --sensor: the driver's own choice is another board
            assertThat(lines.get(1)).contains("?protocol=chords&board=uno-r4\"");
            assertThat(lines.get(2)).contains("\"protocol\":\"cyton\"");
            bitalino.command("quit");
            chords.command("quit");
            cyton.command("quit");
        }
    }

    @Test
    void aPortThatIsNotThereIsTold() {
        assertThat(devices(link("nobody")))
                .singleElement()
                .asString()
                .contains("nobody")
                .contains("no such");
    }
}
