package org.pelvi4j.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.sim.device.PseudoTerminal;

class SerialPortsTest {
    private static final String DONGLE = "usb-FTDI_FT231X_USB_UART_DM00CN9S-if00-port0";

    @TempDir
    Path devices;

    private Path byId;
    private SerialPorts ports;

    @BeforeEach
    void makeFolders() throws IOException {
        byId = Files.createDirectories(devices.resolve("serial/by-id"));
        ports = SerialPorts.in(devices);
    }

    private PseudoTerminal plug(String name) throws IOException {
        var terminal = PseudoTerminal.at(devices.resolve(name));
        terminal.plug();
        return terminal;
    }

    @Test
    void listsPortsWithTheNameThatStays() throws IOException {
        try (var usb = plug("ttyUSB0");
                var acm = plug("ttyACM3")) {
            Files.createSymbolicLink(byId.resolve(DONGLE), usb.link());
            Files.createFile(devices.resolve("ttyS0"));
            Files.createFile(devices.resolve("null"));
            assertThat(ports.list())
                    .containsExactly(
                            new FoundPort(acm.link().toString(), acm.link().toString(), "ttyACM3"),
                            new FoundPort(
                                    usb.link().toString(),
                                    byId.resolve(DONGLE).toString(),
                                    "FTDI FT231X USB UART DM00CN9S"));
        }
    }

    @Test
    void listsNothingWhereNothingIs() {
        assertThat(SerialPorts.in(devices.resolve("nowhere")).list()).isEmpty();
        assertThat(SerialPorts.ofThisMachine().list()).isNotNull();
    }

    @Test
    void followsAnAdapterThatComesBackUnderAnotherName() throws IOException {
        String path = devices.resolve("ttyUSB0").toString();
        try (var first = plug("ttyUSB0");
                var later = PseudoTerminal.at(devices.resolve("ttyUSB1"))) {
            Files.createSymbolicLink(byId.resolve(DONGLE), first.link());
            ports.open(path, 115_200).close();
            first.unplug();
            assertThatThrownBy(() -> ports.open(path, 115_200))
                    .isInstanceOfSatisfying(
                            BusException.class, e -> assertThat(e.kind()).isEqualTo(BusException.Kind.NOT_FOUND));
            later.plug();
            Files.delete(byId.resolve(DONGLE));
            Files.createSymbolicLink(byId.resolve(DONGLE), later.link());
            try (var link = ports.open(path, 115_200)) {
                assertThat(later.opened()).isTrue();
                assertThat(link.read(new byte[8])).isZero();
            }
        }
    }
}
