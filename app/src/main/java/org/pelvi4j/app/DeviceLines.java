package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.sensor.SerialProbe;
import org.pelvi4j.serial.FoundPort;

/** What {@code devices} prints: lines for people, or a JSON object each. Confined to one thread. */
final class DeviceLines {
    private final boolean json;
    private final PrintWriter out;
    private int count;

    DeviceLines(boolean json, PrintWriter out) {
        this.json = json;
        this.out = out;
    }

    /** How many were printed. */
    int count() {
        return count;
    }

    private void print(String type, JsonLine.Fields fields, String text) throws IOException {
        count++;
        out.println(json ? JsonLine.of(type, fields) : text);
    }

    void serial(FoundPort port, SerialProbe.Found found) throws IOException {
        String who = found.protocol().isEmpty()
                ? found.said()
                : String.format(
                        Locale.ROOT,
                        "%s at %d baud, %.0f %% sure: %s",
                        found.protocol(),
                        found.baud(),
                        found.confidence() * 100,
                        found.said());
        String uri = found.protocol().isEmpty() ? "" : "serial:" + port.stablePath() + "?" + found.options();
        String called =
                port.description().isEmpty() || port.description().equals(port.path()) ? "" : "  " + port.description();
        print(
                "serial",
                line -> {
                    line.writeStringField("path", port.path());
                    line.writeStringField("stable_path", port.stablePath());
                    line.writeStringField("description", port.description());
                    line.writeStringField("protocol", found.protocol());
                    line.writeNumberField("baud", found.baud());
                    line.writeNumberField("confidence", found.confidence());
                    line.writeStringField("said", found.said());
                    line.writeStringField("uri", uri);
                },
                "serial  " + port.path() + called + (who.isEmpty() ? "" : "  " + who)
                        + (uri.isEmpty() ? "" : System.lineSeparator() + "        " + uri));
    }

    void bus(int bus, String note) throws IOException {
        print(
                "i2c-bus",
                line -> {
                    line.writeNumberField("bus", bus);
                    line.writeStringField("note", note);
                },
                "i2c     bus " + bus + (note.isEmpty() ? "" : "  " + note));
    }

    void i2c(int bus, int address, I2cGuess guess) throws IOException {
        String place = String.format(Locale.ROOT, "%d/0x%02x", bus, address);
        print(
                "i2c",
                line -> {
                    line.writeNumberField("bus", bus);
                    line.writeStringField("address", String.format(Locale.ROOT, "0x%02x", address));
                    line.writeStringField("what", guess.what());
                    line.writeArrayFieldStart("uris");
                    for (String uri : guess.uris()) {
                        line.writeString(uri);
                    }
                    line.writeEndArray();
                },
                "i2c     " + place + "  perhaps: " + guess.what()
                        + String.join(
                                "",
                                guess.uris().stream()
                                        .map(uri -> System.lineSeparator() + "        " + uri)
                                        .toList()));
    }

    void spi(SpiAddress address) throws IOException {
        print(
                "spi",
                line -> {
                    line.writeNumberField("bus", address.bus());
                    line.writeNumberField("chip_select", address.chipSelect());
                },
                "spi     " + address.bus() + "." + address.chipSelect() + "  what is there cannot be asked");
    }

    /** A converter that a driver of the kernel reads; without a URI where there is no driver here for it. */
    void iio(String name, String uri) throws IOException {
        print(
                "iio",
                line -> {
                    line.writeStringField("name", name);
                    line.writeStringField("uri", uri);
                },
                "iio     " + name + "  a driver of the kernel has it"
                        + (uri.isEmpty() ? "" : System.lineSeparator() + "        " + uri));
    }

    void gpio(Path path, String label, int lines, boolean header) throws IOException {
        print(
                "gpio",
                line -> {
                    line.writeStringField("path", path.toString());
                    line.writeStringField("label", label);
                    line.writeNumberField("lines", lines);
                    line.writeBooleanField("header", header);
                },
                "gpio    " + path + "  " + label + ", " + lines + " lines" + (header ? ", the header" : ""));
    }

    void trouble(String type, String message) throws IOException {
        print(type + "-trouble", line -> line.writeStringField("message", message), type + "    " + message);
    }
}
