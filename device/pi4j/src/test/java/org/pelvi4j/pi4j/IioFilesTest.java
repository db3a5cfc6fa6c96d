package org.pelvi4j.pi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.IioDevice;

/** The kernel's files, as a folder has them. */
class IioFilesTest {
    @TempDir
    Path folder;

    private Path device;

    @BeforeEach
    void kernel() throws IOException {
        device = Files.createDirectories(folder.resolve("iio:device0"));
        Files.writeString(device.resolve("name"), "hx711\n");
        Files.writeString(device.resolve("in_voltage0_raw"), "8388709\n");
        Files.writeString(device.resolve("in_voltage0_scale"), "0.000002328\n");
    }

    @Test
    void aConversionIsReadAnewEachTime() throws IOException {
        try (IioDevice hx711 = new IioFiles(folder).open("hx711", "voltage0")) {
            assertThat(hx711.raw()).isEqualTo(8_388_709);
            Files.writeString(device.resolve("in_voltage0_raw"), "-12\n");
            assertThat(hx711.raw()).isEqualTo(-12);
            assertThat(hx711.millivoltsPerStep()).isEqualTo(2.328e-6);
        }
    }

    @Test
    void theKernelsConvertersAreNamed() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("iio:device1")).resolve("name"), "ads1015\n");
        assertThat(new IioFiles(folder).names()).containsExactly("ads1015", "hx711");
        assertThat(new IioFiles(folder.resolve("none")).names()).isEmpty();
    }

    /** RELIABILITY C8, on files that are real. */
    @Test
    void twoHundredOpeningsLeaveNoDescriptor() throws IOException {
        String conversions = folder.toRealPath().toString();
        for (int i = 0; i < 200; i++) {
            IioDevice hx711 = new IioFiles(folder).open("hx711", "voltage0");
            assertThat(openFiles(conversions)).isEqualTo(1);
            hx711.close();
            hx711.close();
        }
        assertThat(openFiles(conversions)).isZero();
    }

    private static long openFiles(String under) throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .filter(descriptor -> {
                        try {
                            return Files.readSymbolicLink(descriptor).startsWith(under);
                        } catch (IOException closedMeanwhile) {
                            return false;
                        }
                    })
                    .count();
        }
    }

    @Test
    void itsFolderNamesItToo() throws IOException {
        try (IioDevice hx711 = new IioFiles(folder).open("iio:device0", "voltage0")) {
            assertThat(hx711.raw()).isEqualTo(8_388_709);
        }
    }

    @Test
    void whatIsNotThereIsTold() {
        assertThatThrownBy(() -> new IioFiles(folder).open("hx712", "voltage0"))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.kind()).isEqualTo(BusException.Kind.NOT_FOUND))
                .hasMessageContaining("no such converter, there are [hx711]; how the kernel is told of an HX711");
        assertThatThrownBy(() -> new IioFiles(folder).open("hx711", "voltage7"))
                .hasMessage("iio:hx711: it has no channel voltage7");
        assertThatThrownBy(() -> new IioFiles(folder.resolve("none")).open("hx711", "voltage0"))
                .hasMessageContaining("this kernel has no converters");
    }

    @Test
    void nonsenseAndSilenceAreFaults() throws IOException {
        try (IioDevice hx711 = new IioFiles(folder).open("hx711", "voltage0")) {
            Files.writeString(device.resolve("in_voltage0_raw"), "");
            assertThatThrownBy(hx711::raw).hasMessage("iio:hx711: the kernel tells nothing");
            Files.writeString(device.resolve("in_voltage0_raw"), "x\n");
            assertThatThrownBy(hx711::raw).hasMessageContaining("expected a number");
        }
    }
}
