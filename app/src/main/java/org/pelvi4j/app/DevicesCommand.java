package org.pelvi4j.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.pelvi4j.serial.FoundPort;
import org.pelvi4j.serial.SerialPorts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code devices}: what is connected. Confined to one thread. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists the serial ports that are there, by the name that stays with each adapter.")
final class DevicesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "One JSON object per port.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<FoundPort> ports = SerialPorts.ofThisMachine().list();
        for (FoundPort port : ports) {
            out.println(json ? line(port) : port.stablePath() + "  " + port.description() + " (" + port.path() + ")");
        }
        if (ports.isEmpty() && !json) {
            out.println("No serial port found. Plug the sensor in, or try one without hardware: --sensor sim:healthy");
        }
        return 0;
    }

    private static String line(FoundPort port) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator line = new JsonFactory().createGenerator(text)) {
            line.writeStartObject();
            line.writeStringField("type", "serial");
            line.writeStringField("path", port.path());
            line.writeStringField("stable_path", port.stablePath());
            line.writeStringField("description", port.description());
            line.writeEndObject();
        }
        return text.toString();
    }
}
