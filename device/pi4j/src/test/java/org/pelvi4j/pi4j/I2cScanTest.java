package org.pelvi4j.pi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.bus.BusException;

/** Which addresses answer, against a bus that is strict about what is asked of it. */
class I2cScanTest {
    @TempDir
    private Path devices = Path.of(".");

    private final FakeKernel kernel = new FakeKernel();

    private Pi4jPorts ports() throws IOException {
        if (!Files.exists(devices.resolve("i2c-1"))) {
            Files.createFile(devices.resolve("i2c-1"));
        }
        return new Pi4jPorts(
                new Machine(devices, "amd64"),
                () -> {
                    throw new AssertionError("looking needs no Pi4J");
                },
                kernel);
    }

    @Test
    void whatAnswersIsListedAndWhatTheKernelHasIsNotAsked() throws IOException {
        kernel.i2c.addAll(List.of(0x28, 0x3C));
        kernel.kernels.add(0x68);
        assertThat(ports().answers(1))
                .containsExactly(new I2cAnswer(0x28, false), new I2cAnswer(0x3C, false), new I2cAnswer(0x68, true));
        assertThat(kernel.asked).hasSize(0x77 - 0x08 + 1 - 1).doesNotContain(0x68, 0x07, 0x78);
        assertThat(kernel.open()).isEmpty();
    }

    @Test
    void aBusThatHangsOrIsMissingIsTold() throws IOException {
        kernel.hanging = true;
        Pi4jPorts ports = ports();
        assertThatThrownBy(() -> ports.answers(1))
                .isInstanceOf(BusException.class)
                .hasMessageContaining("hangs");
        assertThatThrownBy(() -> ports.answers(3))
                .isInstanceOf(BusException.class)
                .hasMessageContaining("dtoverlay=i2c3");
        assertThat(kernel.open()).isEmpty();
    }

    @Test
    void busesAndSelectLinesAreListedByTheirNumbers() throws IOException {
        for (String name : new String[] {"i2c-20", "i2c-1", "spidev0.1", "spidev0.0", "spidev10.0"}) {
            Files.createFile(devices.resolve(name));
        }
        assertThat(ports().i2cBuses()).containsExactly(1, 20);
        assertThat(ports().spiDevices())
                .extracting(Object::toString)
                .containsExactly(
                        "SpiAddress[bus=0, chipSelect=0]",
                        "SpiAddress[bus=0, chipSelect=1]",
                        "SpiAddress[bus=10, chipSelect=0]");
    }
}
