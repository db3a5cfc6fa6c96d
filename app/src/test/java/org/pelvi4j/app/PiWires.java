package org.pelvi4j.app;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.bus.InputSetup;
import org.pelvi4j.bus.InputSetup.Edges;
import org.pelvi4j.bus.InputSetup.Pull;
import org.pelvi4j.bus.OutputPin;
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
    private static final int[] LEDS = {5, 6, 13, 19, 26};
    private static final InputSetup PLAIN = new InputSetup(Edges.BOTH, Pull.NONE, Duration.ZERO);

    private final Ports ports = new RealPorts();
    private final Path lines;
    private int failures;

    private PiWires(Path lines) {
        this.lines = lines;
    }

    private interface Attempt {
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
        attempt("outputs: five lights, read back", this::outputs);
        attempt("inputs: both edges on 3 x 24 lines", this::inputs);
        attempt("inputs: dated by the kernel", this::dated);
        attempt("inputs: debounced by the kernel", this::bounces);
        attempt("inputs: many edges, nobody reading", this::burst);
        attempt("inputs: refusals", this::inputRefusals);
        attempt("inputs: closing ends a wait", this::closing);
        attempt("200 openings of each", this::openings);
        attempt("serial: unplugged and plugged in again", this::serial);
        attempt("all closed", () -> {
            ports.close();
            ports.close();
            return Arrays.stream(LEDS).mapToObj(this::level).toList() + " on the lights";
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

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    private static BusException refused(Kind kind, Attempt attempt) throws Exception {
        try {
            attempt.run();
        } catch (BusException e) {
            check(e.kind() == kind, "expected " + kind + " but was " + e.kind() + ": " + e.getMessage());
            return e;
        }
        throw new AssertionError("expected " + kind + " but it worked");
    }

    private static void put(Path file, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((text + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    private void pull(int line, boolean up) throws IOException {
        put(lines.resolve("sim_gpio" + line + "/pull"), up ? "pull-up" : "pull-down");
    }

    private String level(int line) {
        try {
            return Files.readString(lines.resolve("sim_gpio" + line + "/value")).strip();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
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

    private String outputs() throws Exception {
        var pins = new ArrayList<OutputPin>();
        var seen = new StringBuilder();
        for (int led : LEDS) {
            pins.add(ports.openOutput(led));
        }
        for (int pattern : new int[] {0b00000, 0b00001, 0b11111, 0b10101, 0b01010, 0}) {
            for (int i = 0; i < LEDS.length; i++) {
                pins.get(i).set((pattern >> i & 1) != 0);
                check(level(LEDS[i]).equals(String.valueOf(pattern >> i & 1)), "light " + i + " of " + pattern);
            }
            seen.append(' ').append(Integer.toBinaryString(pattern));
        }
        refused(Kind.BUSY, () -> String.valueOf(ports.openOutput(LEDS[0])));
        pins.get(0).set(true);
        pins.forEach(OutputPin::close);
        check(level(LEDS[0]).equals("0"), "a closed light is dark");
        return "the kernel sees" + seen;
    }

    private static List<String> edges(InputPin pin, int wanted) throws BusException {
        var told = new ArrayList<String>();
        long start = System.nanoTime();
        while (told.size() < wanted && System.nanoTime() - start < 1_000_000_000L) {
            pin.awaitEdges(100_000_000L, (at, sequence, rising) -> told.add((rising ? "up " : "down ") + sequence));
        }
        return told;
    }

    private String inputs() throws Exception {
        int good = 0;
        for (int round = 0; round < 3; round++) {
            for (int line = 0; line < 24; line++) {
                pull(line, false);
                if (Arrays.stream(LEDS).anyMatch(Integer.valueOf(line)::equals)) {
                    good++; // Pi4J keeps a line that it has driven
                    continue;
                }
                try (InputPin pin = ports.openInput(line, PLAIN)) {
                    pull(line, true);
                    boolean rose = edges(pin, 1).equals(List.of("up 1")) && pin.isHigh();
                    pull(line, false);
                    good += rose && edges(pin, 1).equals(List.of("down 2")) ? 1 : 0;
                }
            }
        }
        check(good == 72, good + " of 72");
        return good + " of 72";
    }

    private String dated() throws Exception {
        try (InputPin pin = ports.openInput(17, PLAIN)) {
            long before = System.nanoTime();
            pull(17, true);
            long after = System.nanoTime();
            long[] when = new long[1];
            pin.awaitEdges(100_000_000L, (at, sequence, rising) -> when[0] = at);
            check(when[0] - before >= 0 && after - when[0] >= 0, "between before and after on the clock of nanoTime");
            pull(17, false);
            return (when[0] - before) / 1000 + " us after the pull, of " + (after - before) / 1000;
        }
    }

    private String bounces() throws Exception {
        // A second, because an emulated machine may take 10 ms for one pull, and more when its host is busy.
        try (InputPin pin = ports.openInput(16, new InputSetup(Edges.BOTH, Pull.NONE, Duration.ofSeconds(1)))) {
            long last = 0;
            for (int i = 0; i < 21; i++) {
                last = System.nanoTime();
                pull(16, i % 2 == 0);
            }
            var told = new ArrayList<String>();
            long[] when = new long[1];
            while (System.nanoTime() - last < 3_000_000_000L) {
                pin.awaitEdges(100_000_000L, (at, sequence, rising) -> {
                    told.add((rising ? "up " : "down ") + sequence);
                    when[0] = at;
                });
            }
            check(told.equals(List.of("up 1")), "21 bounces gave " + told);
            long after = (when[0] - last) / 1_000_000;
            check(after >= 990, "a second after the last bounce, but for a tick, not " + after + " ms");
            return "21 bounces gave " + told + " after " + after + " ms";
        }
    }

    private String burst() throws Exception {
        try (InputPin pin = ports.openInput(17, PLAIN)) {
            for (int i = 0; i < 2000; i++) {
                pull(17, i % 2 == 0);
                ports.pause(1000);
            }
            List<String> told = edges(pin, 1024);
            int first = number(told.get(0));
            int last = number(told.get(told.size() - 1));
            // The simulated interrupt joins edges that come too fast; those that it made are kept or counted.
            check(told.size() == Math.min(last, 1024), told.size() + " told, " + last + " counted");
            check(last - first + 1 == told.size(), "from " + first + " to " + last + " none is missing");
            return told.size() + " told, first " + first + ", last " + last + " of 2000 pulls";
        }
    }

    private static int number(String edge) {
        return Integer.parseInt(edge.substring(edge.indexOf(' ') + 1));
    }

    private String inputRefusals() throws Exception {
        try (InputPin pin = ports.openInput(3, PLAIN)) {
            BusException busy = refused(Kind.BUSY, () -> String.valueOf(ports.openInput(3, PLAIN)));
            BusException none = refused(Kind.NOT_FOUND, () -> String.valueOf(ports.openInput(99, PLAIN)));
            check(!pin.isHigh(), "the first still works");
            return busy.getMessage() + " / " + none.getMessage();
        }
    }

    private String closing() throws Exception {
        InputPin pin = ports.openInput(3, PLAIN);
        var waiting = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var thread = new Thread(() -> {
            try {
                while (true) {
                    waiting.countDown();
                    pin.awaitEdges(100_000_000L, (at, sequence, rising) -> {});
                }
            } catch (IllegalStateException | BusException closed) {
                ended.countDown();
            }
        });
        thread.start();
        check(waiting.await(5, TimeUnit.SECONDS), "it waits");
        long start = System.nanoTime();
        pin.close();
        check(ended.await(5, TimeUnit.SECONDS), "the wait ends");
        return "after " + (System.nanoTime() - start) / 1_000_000 + " ms";
    }

    private static int descriptors() {
        return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
    }

    private void openAndClose() throws BusException {
        ports.openInput(17, PLAIN).close();
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
