package org.pelvi4j.app;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.bus.SpiDevice;

/**
 * The wires of the application against a kernel's own simulated devices, in the emulated Raspberry Pi: {@code sim/pi/run}
 * starts it there, {@code sim/pi/guest/devices} says what is there. It prints a line for each thing tried and ends with the
 * number of failures. Not a test of this machine.
 */
final class PiWires {
    private static final Path I2C = Path.of("/sys/kernel/debug/i2c-sim");
    private static final Path SPI = Path.of("/sys/module/spi_loop/parameters/mode");
    private static final Path PLUG = Path.of("/sys/kernel/config/usb_gadget/g/UDC");

    private final Ports ports = new RealPorts();
    private final PiPins pins;
    private final PiConverters converters = new PiConverters(ports);
    private int failures;

    private PiWires(Path lines) {
        this.pins = new PiPins(ports, lines);
    }

    /** Something tried: tells what was seen. */
    interface Attempt {
        String run() throws Exception;
    }

    public static void main(String[] arguments) throws IOException {
        try (var chips = Files.newDirectoryStream(Path.of("/sys/devices/platform/gpio-sim.0"), "gpiochip*")) {
            var wires = new PiWires(chips.iterator().next());
            wires.all();
            System.exit(wires.failures);
        }
    }

    private void all() {
        attempt("I2C: a register is written and read", this::i2c);
        attempt("I2C: nobody there, no such bus", this::i2cRefusals);
        attempt("I2C: not acknowledged once, then again", this::nak);
        attempt("I2C: a slow bus", this::slowBus);
        attempt("SPI: 4096 bytes there and back", this::spiLoop);
        attempt("SPI: an MCP3008", this::spiConverter);
        attempt("SPI: an ADS1292R, DRDY on a line", converters::dataReady);
        attempt("IIO: Linux's driver at an HX711", converters::kernelConverter);
        attempt("IIO: the sensor", converters::kernelSensor);
        attempt("outputs: five lights, read back", pins::outputs);
        attempt("inputs: both edges on 3 x 24 lines", pins::inputs);
        attempt("inputs: dated by the kernel", pins::dated);
        attempt("inputs: debounced by the kernel", pins::bounces);
        attempt("inputs: many edges, nobody reading", pins::burst);
        attempt("inputs: refusals", pins::refusals);
        attempt("inputs: closing ends a wait", pins::closing);
        attempt("200 openings of each", this::openings);
        attempt("serial: unplugged and plugged in again", this::serial);
        attempt("all closed", () -> {
            ports.close();
            ports.close();
            return pins.lights() + " on the lights";
        });
    }

    private void attempt(String what, Attempt attempt) {
        long start = System.nanoTime();
        String said;
        try {
            said = attempt.run();
        } catch (Exception | AssertionError e) {
            failures++;
            said = "FAILED: " + e;
        }
        System.out.printf("%-42s %6d ms  %s%n", what, (System.nanoTime() - start) / 1_000_000, said);
    }

    static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    static BusException refused(Kind kind, Attempt attempt) throws Exception {
        try {
            attempt.run();
        } catch (BusException e) {
            check(e.kind() == kind, "expected " + kind + " but was " + e.kind() + ": " + e.getMessage());
            return e;
        }
        throw new AssertionError("expected " + kind + " but it worked");
    }

    static void put(Path file, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((text + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    private static byte[] read(I2cDevice chip, int register, int count) throws BusException {
        byte[] into = new byte[count];
        chip.write(new byte[] {(byte) register});
        chip.read(into);
        return into;
    }

    private String i2c() throws Exception {
        try (I2cDevice chip = ports.openI2c(1, 0x48)) {
            chip.write(new byte[] {2, 0x5A, (byte) 0xA5});
            put(I2C, "0x48 0x00 0x12 0x34");
            check(Arrays.equals(read(chip, 2, 2), new byte[] {0x5A, (byte) 0xA5}), "what was written is read");
            check(Arrays.equals(read(chip, 0, 2), new byte[] {0x12, 0x34}), "what was set is read");
            return "16-bit registers";
        }
    }

    private String i2cRefusals() throws Exception {
        try (I2cDevice nobody = ports.openI2c(1, 0x33)) {
            BusException silent = refused(Kind.NO_ANSWER, () -> {
                nobody.read(new byte[1]);
                return "";
            });
            BusException missing = refused(Kind.NOT_FOUND, () -> String.valueOf(ports.openI2c(7, 0x48)));
            return silent.getMessage() + " / " + missing.getMessage();
        }
    }

    private String nak() throws Exception {
        try (I2cDevice chip = ports.openI2c(1, 0x48)) {
            read(chip, 0, 2);
            put(I2C, "nak 1 0x48");
            refused(Kind.NO_ANSWER, () -> Arrays.toString(read(chip, 0, 2)));
            return "then " + Arrays.toString(read(chip, 0, 2));
        }
    }

    private String slowBus() throws Exception {
        try (I2cDevice chip = ports.openI2c(1, 0x48)) {
            put(I2C, "delay 20000");
            long start = System.nanoTime();
            byte[] got = read(chip, 0, 2);
            long took = System.nanoTime() - start;
            check(took >= 40_000_000, "two messages of 20 ms took " + took / 1e6 + " ms");
            return Arrays.toString(got) + " after " + took / 1_000_000 + " ms";
        } finally {
            put(I2C, "delay 0");
        }
    }

    private String spiLoop() throws Exception {
        put(SPI, "0");
        try (SpiDevice spi = ports.openSpi(new SpiAddress(0, 0), 1_000_000, 0)) {
            byte[] out = new byte[4096];
            byte[] in = new byte[4096];
            new Random(1).nextBytes(out);
            spi.transfer(out, in);
            check(Arrays.equals(in, out), "the loop gives back what it takes");
            return "alike";
        }
    }

    private String spiConverter() throws Exception {
        put(SPI, "1");
        try (SpiDevice spi = ports.openSpi(new SpiAddress(0, 0), 1_000_000, 0)) {
            byte[] in = new byte[3];
            spi.transfer(new byte[] {0x1B, 0, 0}, in);
            int raw = ((in[1] & 0x3F) << 8 | (in[2] & 0xFF)) >> 4;
            check(raw == 384, "channel 3 holds 384 but was " + raw);
            return "channel 3 is 384";
        } finally {
            put(SPI, "0");
        }
    }

    private static int descriptors() {
        return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
    }

    private void openAndClose() throws BusException {
        ports.openInput(17, PiPins.PLAIN).close();
        ports.openOutput(18).close();
        ports.openI2c(1, 0x48).close();
        ports.openSpi(new SpiAddress(0, 0), 1_000_000, 0).close();
    }

    private String openings() throws Exception {
        openAndClose();
        int files = descriptors();
        int threads = Thread.activeCount();
        for (int i = 0; i < 200; i++) {
            openAndClose();
        }
        check(descriptors() == files, files + " descriptors before, " + descriptors() + " after");
        check(Thread.activeCount() == threads, threads + " threads before, " + Thread.activeCount() + " after");
        return files + " descriptors and " + threads + " threads before and after";
    }

    private static Optional<String> heard(ByteLink link) throws BusException {
        byte[] into = new byte[64];
        for (int i = 0; i < 20; i++) {
            int count = link.read(into);
            if (count > 0) {
                return Optional.of(new String(into, 0, count, java.nio.charset.StandardCharsets.US_ASCII));
            }
        }
        return Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private String serial() throws Exception {
        ByteLink board = ports.openSerial("/dev/ttyGS0", 115_200);
        ByteLink link = ports.openSerial("/dev/ttyACM0", 115_200);
        board.write(bytes("12.5\n"));
        check(heard(link).orElse("").equals("12.5\n"), "the line arrives");
        link.write(bytes("v"));
        check(heard(board).orElse("").equals("v"), "the command arrives");
        board.close();
        put(PLUG, "");
        long start = System.nanoTime();
        refused(Kind.DISCONNECTED, () -> {
            for (int i = 0; i < 30; i++) {
                link.read(new byte[8]);
            }
            return "";
        });
        long noticed = (System.nanoTime() - start) / 1_000_000;
        link.close();
        refused(Kind.NOT_FOUND, () -> String.valueOf(ports.openSerial("/dev/ttyACM0", 115_200)));
        put(PLUG, "dummy_udc.0");
        for (int i = 0; i < 100 && !Files.exists(Path.of("/dev/ttyACM0")); i++) {
            ports.pause(100_000_000L);
        }
        try (ByteLink again = ports.openSerial("/dev/ttyACM0", 115_200);
                ByteLink same = ports.openSerial("/dev/ttyGS0", 115_200)) {
            same.write(bytes("13.5\n"));
            check(heard(again).orElse("").equals("13.5\n"), "the line arrives again");
        }
        return "noticed after " + noticed + " ms, works again";
    }
}
