package org.pelvi4j.pi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.bus.InputSetup;
import org.pelvi4j.bus.InputSetup.Edges;
import org.pelvi4j.bus.InputSetup.Pull;

/** GPIO inputs against a kernel that is strict about its structures. The real one is met in the emulated Raspberry Pi. */
class GpioInputTest {
    private static final InputSetup BUTTON = new InputSetup(Edges.BOTH, Pull.UP, Duration.ofMillis(10));

    @TempDir
    private Path devices = Path.of(".");

    private final FakeKernel kernel = new FakeKernel();

    private Pi4jPorts ports() {
        return new Pi4jPorts(
                new Machine(devices, "amd64"),
                () -> {
                    throw new AssertionError("an input needs no Pi4J");
                },
                kernel);
    }

    @BeforeEach
    void aChip() throws IOException {
        Files.createFile(devices.resolve("gpiochip4"));
    }

    private static void assertFault(ThrowingCallable opening, Kind kind, String... parts) {
        assertThatThrownBy(opening).isInstanceOfSatisfying(BusException.class, fault -> {
            assertThat(fault.kind()).isEqualTo(kind);
            assertThat(fault.getMessage()).contains(parts).doesNotContain("\n");
        });
    }

    private static List<String> edges(InputPin pin) throws BusException {
        var told = new ArrayList<String>();
        int count = pin.awaitEdges(
                0, (atNanos, sequence, rising) -> told.add(atNanos + (rising ? " up " : " down ") + sequence));
        assertThat(count).isEqualTo(told.size());
        return told;
    }

    @Test
    void theRequestIsWhatTheKernelsHeaderSays() throws BusException {
        try (Pi4jPorts ports = ports()) {
            ports.openInput(17, BUTTON);
            ports.openInput(22, InputSetup.DATA_READY);
            assertThat(kernel.line(17).flags).isEqualTo(4 | 16 | 32 | 256);
            assertThat(kernel.line(17).debounceMicros).as("in microseconds").isEqualTo(10_000);
            assertThat(kernel.line(22).flags).isEqualTo(4 | 32 | 1024);
            assertThat(kernel.line(22).debounceMicros).isZero();
            ports.openInput(4, new InputSetup(Edges.RISING, Pull.DOWN, Duration.ZERO));
            assertThat(kernel.line(4).flags).isEqualTo(4 | 16 | 512);
        }
    }

    @Test
    void edgesComeInOrderWithTheKernelsTimeAndCount() throws BusException {
        InputPin pin = ports().openInput(17, BUTTON);
        assertThat(edges(pin)).isEmpty();
        kernel.line(17).edge(1000, false);
        kernel.line(17).edge(2500, true);
        assertThat(edges(pin)).containsExactly("1000 down 1", "2500 up 2");
        assertThat(pin.isHigh()).isTrue();
        kernel.line(17).edge(3000, false);
        assertThat(pin.isHigh()).isFalse();
        assertThat(edges(pin)).containsExactly("3000 down 3");
    }

    /** RELIABILITY C7: none lost, or the loss counted. */
    @Test
    void moreEdgesThanTheKernelKeepsShowInTheCount() throws BusException {
        InputPin pin = ports().openInput(17, InputSetup.DATA_READY);
        for (int i = 1; i <= 1500; i++) {
            kernel.line(17).edge(i, false);
        }
        List<String> told = edges(pin);
        assertThat(told).hasSize(1024);
        assertThat(told.get(0)).endsWith(" 477");
        assertThat(told.get(1023)).endsWith(" 1500");
    }

    @Test
    void theCountGoesOnWhereTheKernelsWraps() throws BusException {
        InputPin pin = ports().openInput(17, InputSetup.DATA_READY);
        kernel.line(17).count = Integer.MAX_VALUE - 1;
        kernel.line(17).edge(1, false);
        assertThat(edges(pin)).containsExactly("1 down " + Integer.MAX_VALUE);
        kernel.line(17).count = -2;
        kernel.line(17).edge(2, false);
        kernel.line(17).edge(3, false);
        kernel.line(17).edge(4, false);
        assertThat(edges(pin)).containsExactly("2 down 4294967295", "3 down 4294967296", "4 down 4294967297");
    }

    /** RELIABILITY C8. */
    @Test
    void twoHundredOpeningsLeaveNoDescriptor() throws BusException {
        Pi4jPorts ports = ports();
        for (int i = 0; i < 200; i++) {
            InputPin pin = ports.openInput(17, BUTTON);
            pin.close();
            pin.close();
            assertThatThrownBy(pin::isHigh).isInstanceOf(IllegalStateException.class);
        }
        assertThat(kernel.open()).isEmpty();
    }

    @Test
    void closingThePortsClosesTheirInputs() throws BusException {
        Pi4jPorts ports = ports();
        ports.openInput(17, BUTTON);
        ports.close();
        assertThat(kernel.open()).isEmpty();
    }

    @Test
    void everyRefusalHasAKindAndSaysWhatToType() throws IOException {
        Pi4jPorts ports = ports();
        ports.openInput(17, BUTTON);
        assertFault(() -> ports.openInput(17, BUTTON), Kind.BUSY, "GPIO 17", "gpioinfo");
        assertFault(() -> ports.openInput(28, BUTTON), Kind.NOT_FOUND, "GPIO 28", "lines 0 to 27");
        kernel.refusal = 13;
        assertFault(() -> ports.openInput(4, BUTTON), Kind.NO_PERMISSION, "gpiochip4", "usermod -aG gpio");
        kernel.refusal = 25;
        assertFault(() -> ports.openInput(4, BUTTON), Kind.UNSUPPORTED, "Linux 5.10");
        kernel.refusal = 0;
        kernel.label = "gpio-ich";
        assertFault(() -> ports.openInput(4, BUTTON), Kind.NOT_FOUND, "pinctrl-", "gpio-ich");
        Files.delete(devices.resolve("gpiochip4"));
        assertFault(() -> ports.openInput(4, BUTTON), Kind.NOT_FOUND, "gpiochip0");
        assertThat(kernel.open()).as("the one that is open").hasSize(1);
    }

    @Test
    void aLineThatGoesIsDisconnected() throws BusException {
        InputPin pin = ports().openInput(17, BUTTON);
        kernel.gone = true;
        assertFault(pin::isHigh, Kind.DISCONNECTED, "GPIO 17");
        assertFault(() -> edges(pin), Kind.DISCONNECTED, "GPIO 17");
        pin.close();
        assertThat(kernel.open()).isEmpty();
    }

    @Test
    void chipsAreListedByTheirLabel() throws BusException {
        assertThat(ports().gpioChips())
                .containsExactly(new GpioChip(devices.resolve("gpiochip4"), "pinctrl-bcm2711", 28));
        assertThat(kernel.open()).isEmpty();
    }
}
