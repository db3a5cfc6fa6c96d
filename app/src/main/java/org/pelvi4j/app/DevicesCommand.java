package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.pi4j.GpioChip;
import org.pelvi4j.pi4j.I2cAnswer;
import org.pelvi4j.pi4j.IioFiles;
import org.pelvi4j.pi4j.Pi4jPorts;
import org.pelvi4j.sensor.SerialProbe;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.serial.FoundPort;
import org.pelvi4j.serial.SerialPorts;
import org.pelvi4j.time.SystemClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code devices}: what is connected. Confined to one thread. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lists what is connected: serial ports and which board is there, I2C addresses that answer, SPI and GPIO.",
            "It asks only what does no harm; opening a port restarts most Arduino boards."
        },
        footer = {
            "",
            "A line's URI goes behind --sensor or --display, in quotes, with what the part's label tells instead of dots;"
                    + " 'pelvi4j practice --help' has examples."
        })
final class DevicesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "PORT",
            description = "Serial ports to ask, instead of all that are found.")
    private List<Path> ports = List.of();

    @Option(names = "--json", description = "One JSON object per line.")
    private boolean json;

    @Option(names = "--no-probe", description = "List only: open no serial port, ask no I2C address.")
    private boolean untouched;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var lines = new DeviceLines(json, out);
        serial(lines);
        if (ports.isEmpty()) {
            try (Pi4jPorts pins = Pi4jPorts.ofThisMachine()) {
                i2c(pins, lines);
                for (SpiAddress address : pins.spiDevices()) {
                    lines.spi(address);
                }
                iio(lines);
                gpio(pins, lines);
            }
        }
        if (lines.count() == 0 && !json) {
            out.println("Nothing found. Plug the sensor in, or try one without hardware: --sensor sim:healthy");
        }
        out.flush();
        return 0;
    }

    private void serial(DeviceLines lines) throws IOException {
        List<FoundPort> found = ports.isEmpty()
                ? SerialPorts.ofThisMachine().list()
                : ports.stream()
                        .map(port -> new FoundPort(port.toString(), port.toString(), ""))
                        .toList();
        if (found.isEmpty()) {
            return;
        }
        if (untouched) {
            for (FoundPort port : found) {
                lines.serial(port, new SerialProbe.Found("", 0, 0, ""));
            }
            return;
        }
        spec.commandLine().getErr().println("Asking who is there: up to 20 s ...");
        spec.commandLine().getErr().flush();
        var threads = Executors.newFixedThreadPool(found.size());
        try (RealPorts wires = new RealPorts()) {
            var asked = new ArrayList<Future<SerialProbe.Found>>();
            for (FoundPort port : found) {
                asked.add(threads.submit(() -> ask(wires, port)));
            }
            for (int i = 0; i < found.size(); i++) {
                lines.serial(found.get(i), asked.get(i).get());
            }
        } catch (ExecutionException e) {
            throw new Failure("devices: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }

    /** The system's own console is left alone: what is asked there would be typed at its log-in. */
    private static SerialProbe.Found ask(RealPorts wires, FoundPort port) throws IOException {
        Path consoles = Path.of("/sys/class/tty/console/active");
        String name = String.valueOf(Path.of(port.path()).getFileName());
        if (Files.isReadable(consoles)
                && List.of(Files.readString(consoles).strip().split(" ")).contains(name)) {
            return new SerialProbe.Found("", 0, 0, "the system's console, not asked");
        }
        return SerialProbe.at(wires, new SystemClock(), port.path());
    }

    private void i2c(Pi4jPorts pins, DeviceLines lines) throws IOException {
        for (int bus : pins.i2cBuses()) {
            List<I2cAnswer> answers = List.of();
            String trouble = "";
            try {
                answers = untouched ? answers : pins.answers(bus);
            } catch (BusException e) {
                trouble = String.valueOf(e.getMessage());
            }
            lines.bus(
                    bus, untouched ? "not asked" : trouble.isEmpty() && answers.isEmpty() ? "nobody answers" : trouble);
            for (I2cAnswer answer : answers) {
                lines.i2c(
                        bus,
                        answer.address(),
                        answer.kernels()
                                ? new I2cGuess("a driver of the kernel has it", List.of())
                                : I2cGuess.at(bus, answer.address()));
            }
        }
    }

    private static void iio(DeviceLines lines) throws IOException {
        for (String name : IioFiles.ofThisMachine().names()) {
            String uri = "iio:" + name;
            boolean driven = SensorDrivers.wirings().stream()
                    .anyMatch(wiring -> wiring.usual().toString().equals(uri));
            lines.iio(name, driven ? uri : "");
        }
    }

    private static void gpio(Pi4jPorts pins, DeviceLines lines) throws IOException {
        try {
            for (GpioChip chip : pins.gpioChips()) {
                lines.gpio(chip.path(), chip.label(), chip.lines(), chip.isHeader());
            }
        } catch (BusException e) {
            lines.trouble("gpio", String.valueOf(e.getMessage()));
        }
    }
}
