package org.pelvi4j.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.bus.InputSetup;
import org.pelvi4j.bus.InputSetup.Edges;
import org.pelvi4j.bus.InputSetup.Pull;
import org.pelvi4j.bus.OutputPin;
import org.pelvi4j.bus.Ports;

/**
 * The GPIO lines of {@link PiWires}: the five lights that are driven and read back, the edges that the kernel tells. Not a
 * test of this machine.
 */
final class PiPins {
    static final InputSetup PLAIN = new InputSetup(Edges.BOTH, Pull.NONE, Duration.ZERO);
    private static final int[] LEDS = {5, 6, 13, 19, 26};

    private final Ports ports;
    private final Path lines;

    PiPins(Ports ports, Path lines) {
        this.ports = ports;
        this.lines = lines;
    }

    List<String> lights() {
        return Arrays.stream(LEDS).mapToObj(this::level).toList();
    }

    String outputs() throws Exception {
        var pins = new ArrayList<OutputPin>();
        var seen = new StringBuilder();
        for (int led : LEDS) {
            pins.add(ports.openOutput(led));
        }
        for (int pattern : new int[] {0b00000, 0b00001, 0b11111, 0b10101, 0b01010, 0}) {
            for (int i = 0; i < LEDS.length; i++) {
                pins.get(i).set((pattern >> i & 1) != 0);
                PiWires.check(level(LEDS[i]).equals(String.valueOf(pattern >> i & 1)), "light " + i + " of " + pattern);
            }
            seen.append(' ').append(Integer.toBinaryString(pattern));
        }
        PiWires.refused(Kind.BUSY, () -> String.valueOf(ports.openOutput(LEDS[0])));
        pins.get(0).set(true);
        pins.forEach(OutputPin::close);
        PiWires.check(level(LEDS[0]).equals("0"), "a closed light is dark");
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

    String inputs() throws Exception {
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
        PiWires.check(good == 72, good + " of 72");
        return good + " of 72";
    }

    String dated() throws Exception {
        try (InputPin pin = ports.openInput(17, PLAIN)) {
            long before = System.nanoTime();
            pull(17, true);
            long after = System.nanoTime();
            long[] when = new long[1];
            pin.awaitEdges(100_000_000L, (at, sequence, rising) -> when[0] = at);
            PiWires.check(
                    when[0] - before >= 0 && after - when[0] >= 0, "between before and after on the clock of nanoTime");
            pull(17, false);
            return (when[0] - before) / 1000 + " us after the pull, of " + (after - before) / 1000;
        }
    }

    String bounces() throws Exception {
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
            PiWires.check(told.equals(List.of("up 1")), "21 bounces gave " + told);
            long after = (when[0] - last) / 1_000_000;
            PiWires.check(after >= 990, "a second after the last bounce, but for a tick, not " + after + " ms");
            return "21 bounces gave " + told + " after " + after + " ms";
        }
    }

    String burst() throws Exception {
        try (InputPin pin = ports.openInput(17, PLAIN)) {
            for (int i = 0; i < 2000; i++) {
                pull(17, i % 2 == 0);
                ports.pause(1000);
            }
            List<String> told = edges(pin, 1024);
            int first = number(told.get(0));
            int last = number(told.get(told.size() - 1));
            // The simulated interrupt joins edges that come too fast; those that it made are kept or counted.
            PiWires.check(told.size() == Math.min(last, 1024), told.size() + " told, " + last + " counted");
            PiWires.check(last - first + 1 == told.size(), "from " + first + " to " + last + " none is missing");
            return told.size() + " told, first " + first + ", last " + last + " of 2000 pulls";
        }
    }

    private static int number(String edge) {
        return Integer.parseInt(edge.substring(edge.indexOf(' ') + 1));
    }

    String refusals() throws Exception {
        try (InputPin pin = ports.openInput(3, PLAIN)) {
            BusException busy = PiWires.refused(Kind.BUSY, () -> String.valueOf(ports.openInput(3, PLAIN)));
            BusException none = PiWires.refused(Kind.NOT_FOUND, () -> String.valueOf(ports.openInput(99, PLAIN)));
            PiWires.check(!pin.isHigh(), "the first still works");
            return busy.getMessage() + " / " + none.getMessage();
        }
    }

    String closing() throws Exception {
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
        PiWires.check(waiting.await(5, TimeUnit.SECONDS), "it waits");
        long start = System.nanoTime();
        pin.close();
        PiWires.check(ended.await(5, TimeUnit.SECONDS), "the wait ends");
        return "after " + (System.nanoTime() - start) / 1_000_000 + " ms";
    }

    private void pull(int line, boolean up) throws IOException {
        PiWires.put(lines.resolve("sim_gpio" + line + "/pull"), up ? "pull-up" : "pull-down");
    }

    private String level(int line) {
        try {
            return Files.readString(lines.resolve("sim_gpio" + line + "/value")).strip();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
