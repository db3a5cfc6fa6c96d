package org.pelvi4j.pi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.plugin.mock.platform.MockPlatform;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import com.pi4j.plugin.mock.provider.i2c.MockI2CProvider;
import com.pi4j.plugin.mock.provider.spi.MockSpiProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.bus.OutputPin;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.bus.SpiDevice;

/** Pi4J behind the ports; Pi4J itself is played by its own mock plugin, the device files stand in a folder. */
class Pi4jPortsTest {
    @TempDir
    private Path devices = Path.of(".");

    private int contexts;
    private final FakeKernel kernel = new FakeKernel();
    private final Context mock = Pi4J.newContextBuilder()
            .disableShutdownHook()
            .add(new MockPlatform())
            .add(MockDigitalOutputProvider.newInstance(), MockI2CProvider.newInstance(), MockSpiProvider.newInstance())
            .build();

    @AfterEach
    void shutDown() {
        mock.shutdown();
    }

    private Pi4jPorts ports(String processor) {
        return new Pi4jPorts(
                new Machine(devices, processor),
                () -> {
                    contexts++;
                    return mock;
                },
                kernel);
    }

    private Pi4jPorts pi() throws IOException {
        for (String name : new String[] {"i2c-1", "spidev0.0", "gpiochip0"}) {
            Files.createFile(devices.resolve(name));
        }
        return ports("aarch64");
    }

    private static void assertFault(ThrowingCallable opening, Kind kind, String... parts) {
        Assertions.assertThatThrownBy(opening).isInstanceOfSatisfying(BusException.class, fault -> {
            assertThat(fault.kind()).isEqualTo(kind);
            assertThat(fault.getMessage()).contains(parts).doesNotContain("\n");
        });
    }

    @Test
    void aBusThatIsTurnedOffSaysWhatToType() {
        Pi4jPorts ports = ports("aarch64");
        assertFault(() -> ports.openI2c(1, 0x3C), Kind.NOT_FOUND, "i2c-1", "sudo raspi-config nonint do_i2c 0");
        assertFault(
                () -> ports.openSpi(new SpiAddress(0, 0), 1_000_000, 0),
                Kind.NOT_FOUND,
                "spidev0.0",
                "sudo raspi-config nonint do_spi 0");
        assertFault(() -> ports.openOutput(5), Kind.NOT_FOUND, "gpiochip0");
        assertThat(contexts).isZero();
    }

    /** raspi-config knows the usual bus of each alone. */
    @Test
    void anotherBusThatIsTurnedOffSaysWhatToTypeForThatOne() {
        Pi4jPorts ports = ports("aarch64");
        assertFault(() -> ports.openI2c(3, 0x3C), Kind.NOT_FOUND, "i2c-3", "echo dtoverlay=i2c3 | sudo tee -a");
        assertFault(() -> ports.answers(3), Kind.NOT_FOUND, "i2c-3", "echo dtoverlay=i2c3 | sudo tee -a");
        assertFault(
                () -> ports.openSpi(new SpiAddress(1, 1), 1_000_000, 0),
                Kind.NOT_FOUND,
                "spidev1.1",
                "echo dtoverlay=spi1-2cs | sudo tee -a");
    }

    @Test
    void anotherProcessorIsToldBeforePi4jIsAsked() throws IOException {
        pi();
        Pi4jPorts plain = ports("amd64");
        assertFault(() -> plain.openI2c(1, 0x3C), Kind.UNSUPPORTED, "amd64", "Raspberry Pi");
        assertFault(() -> plain.openOutput(5), Kind.UNSUPPORTED, "amd64");
        assertThat(contexts).isZero();
    }

    /** RELIABILITY C9, on whatever machine the tests run. */
    @Test
    void onThisMachineAnOpeningEndsWithinASecondAndSaysWhatIsMissing() {
        if (Machine.here().processor().equals("aarch64")) {
            return; // a Raspberry Pi may well have it
        }
        try (Pi4jPorts ports = Pi4jPorts.ofThisMachine()) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> ports.openOutput(5)).isInstanceOf(BusException.class);
            assertThatThrownBy(() -> ports.openI2c(1, 0x3C)).isInstanceOf(BusException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void theContextIsMadeOnceAndAtTheFirstOpening() throws IOException {
        Pi4jPorts ports = pi();
        assertThat(contexts).isZero();
        ports.openOutput(5);
        ports.openOutput(6);
        ports.openI2c(1, 0x3C);
        assertThat(contexts).isEqualTo(1);
    }

    @Test
    void anOutputStartsLowIsDrivenAndEndsLow() throws IOException {
        OutputPin pin = pi().openOutput(18);
        DigitalOutput output = mock.getIO("GPIO-18-", DigitalOutput.class);
        assertThat(output.isLow()).isTrue();
        pin.set(true);
        assertThat(output.isHigh()).isTrue();
        pin.close();
        pin.close();
        assertThat(output.isLow()).isTrue();
        assertThatThrownBy(() -> pin.set(true)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLineInUseIsBusyAndAClosedOneIsLentAgain() throws IOException {
        Pi4jPorts ports = pi();
        OutputPin pin = ports.openOutput(18);
        assertFault(() -> ports.openOutput(18), Kind.BUSY, "GPIO 18");
        pin.close();
        OutputPin again = ports.openOutput(18);
        again.set(true);
        assertThat(mock.registry().all()).hasSize(1);
    }

    /** RELIABILITY C8. */
    @Test
    void twoHundredOpeningsLeaveOneOfEach() throws IOException {
        Pi4jPorts ports = pi();
        int threads = Thread.activeCount();
        for (int i = 0; i < 200; i++) {
            ports.openOutput(5).close();
            ports.openI2c(1, 0x27).close();
            ports.openSpi(new SpiAddress(0, 0), 1_000_000, 0).close();
        }
        assertThat(mock.registry().all()).hasSize(3);
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 1);
        assertThat(contexts).isEqualTo(1);
    }

    @Test
    void i2cWritesAndReadsWholeTransfers() throws IOException {
        I2cDevice device = pi().openI2c(1, 0x48);
        device.write(new byte[] {1, 2, 3});
        byte[] back = new byte[3];
        device.read(back);
        assertThat(back).containsExactly(1, 2, 3);
        assertFault(() -> device.read(new byte[8]), Kind.NO_ANSWER, "i2c 1/0x48");
    }

    @Test
    void aTransferThatFailsSaysWhatToTypeForItsBus() throws IOException {
        var failed = new IllegalStateException("Remote I/O error");
        Path bus = Files.createFile(devices.resolve("i2c-3"));
        BusException nobody = Refusal.ofTransfer("i2c 3/0x28", bus, failed);
        assertThat(nobody.kind()).isEqualTo(Kind.NO_ANSWER);
        assertThat(nobody)
                .hasMessage("i2c 3/0x28: no answer; check the wiring and the address with: i2cdetect -y 3")
                .hasCause(failed);
        Path select = Files.createFile(devices.resolve("spidev0.1"));
        assertThat(Refusal.ofTransfer("spi 0.1", select, failed)).hasMessage("spi 0.1: no answer; check the wiring");
        Files.delete(bus);
        assertThat(Refusal.ofTransfer("i2c 3/0x28", bus, failed).kind()).isEqualTo(Kind.DISCONNECTED);
    }

    @Test
    void spiExchangesAndAnotherRateOpensItAnew() throws IOException {
        Pi4jPorts ports = pi();
        SpiDevice slow = ports.openSpi(new SpiAddress(0, 0), 1_000_000, 0);
        slow.transfer(new byte[] {1, 2}, new byte[2]);
        assertThatThrownBy(() -> slow.transfer(new byte[4097], new byte[4097]))
                .isInstanceOf(IllegalArgumentException.class);
        slow.close();
        ports.openSpi(new SpiAddress(0, 0), 2_400_000, 0).close();
        assertThat(mock.registry().all()).containsOnlyKeys("spi-0.0-2400000-0");
    }

    @Test
    void closingTwiceIsFineAndClosesPi4j() throws IOException {
        Pi4jPorts ports = pi();
        ports.openOutput(5);
        ports.close();
        ports.close();
        assertThat(mock.registry().all()).isEmpty();
    }

    @Test
    void aRefusalOfPi4jHasAKindAndKeepsItsCause() throws IOException {
        pi();
        var refusing = new Pi4jPorts(
                new Machine(devices, "aarch64"),
                () -> {
                    throw new IllegalStateException("Device or resource busy");
                },
                kernel);
        assertFault(() -> refusing.openOutput(5), Kind.BUSY, "gpioinfo");
        assertFault(() -> refusing.openI2c(1, 0x3C), Kind.BUSY, "sudo lsof /dev/i2c-*");
        var failing = new Pi4jPorts(
                new Machine(devices, "aarch64"),
                () -> {
                    throw new UnsatisfiedLinkError("libpi4j-gpiod.so");
                },
                kernel);
        assertFault(() -> failing.openOutput(5), Kind.UNSUPPORTED, "native code");
    }
}
