package org.pelvi4j.sim.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.OutputPin;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.time.SystemClock;
import org.pelvi4j.time.VirtualClock;

class VirtualPortsTest {
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);

    private VirtualPorts ports(String uri) {
        return VirtualPorts.of(DeviceUri.parse(uri), clock);
    }

    @Test
    void aBarShowsTheLevelsOfItsLines() throws BusException {
        VirtualPorts ports = ports("sim+ledbar:5,6,13,19,26");
        VirtualChip bar = ports.chips().get(0);
        assertThat(bar.text()).isEqualTo(".....");
        ports.openOutput(5).set(true);
        OutputPin middle = ports.openOutput(13);
        middle.set(true);
        assertThat(bar.text()).isEqualTo("#.#..");
        middle.close();
        assertThat(bar.text()).isEqualTo("#....");
        ports.close();
        assertThat(bar.text()).isEqualTo(".....");
    }

    @Test
    void aLineThatIsOpenIsBusyUntilItIsGivenBack() throws BusException {
        Ports ports = ports("sim+ledbar:5,6");
        OutputPin pin = ports.openOutput(5);
        assertKind(Kind.BUSY, () -> ports.openOutput(5));
        pin.close();
        pin.close();
        ports.openOutput(5).close();
    }

    @Test
    void whatIsNotConnectedIsNotThere() throws BusException {
        Ports ports = ports("sim+ledbar:5,6");
        assertKind(Kind.NOT_FOUND, () -> ports.openOutput(7));
        assertKind(Kind.NOT_FOUND, () -> ports.openSerial("/dev/ttyUSB0", 115_200));
        assertKind(Kind.NOT_FOUND, () -> ports.openSpi(new SpiAddress(0, 0), 1_000_000, 0));
        var nobody = ports.openI2c(1, 0x48);
        assertKind(Kind.NO_ANSWER, () -> nobody.write(new byte[] {1}));
        assertKind(Kind.NO_ANSWER, () -> nobody.read(new byte[2]));
    }

    private static void assertKind(Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void aClosedLineIsNotDriven() throws BusException {
        OutputPin pin = ports("sim+ledbar:5").openOutput(5);
        pin.close();
        assertThatThrownBy(() -> pin.set(true)).hasMessage("gpio:5: expected an open wire but it was closed");
    }

    @Test
    void aPauseAdvancesVirtualTime() {
        ports("sim+ledbar:5").pause(50_000_000);
        assertThat(clock.nowNanos()).isEqualTo(50_000_000);
    }

    @ParameterizedTest
    @CsvSource({
        "'sim+oled:1/0x3c', 'scheme: expected one of buzzer, gpio'",
        "'sim+ledbar:5,x', 'address: expected GPIO lines with commas such as 5,6,13,19,26 but was ''x'''",
        "sim+serial:lift3-healthy?protocol=citon, device: expected one of cyton",
        "sim+serial:nobody?protocol=cyton, scenario: expected one of",
        "sim+serial:lift3-healthy?protocol=cyton&signal=pressure, measures no pressure",
    })
    void aWrongNameIsExplained(String uri, String message) {
        assertThatThrownBy(() -> ports(uri)).hasMessageContaining(message);
    }

    @Test
    void aSerialBoardNeedsVirtualTime() {
        assertThatThrownBy(() ->
                        VirtualPorts.of(DeviceUri.parse("sim+serial:lift3-healthy?protocol=cyton"), new SystemClock()))
                .hasMessageContaining("clock: expected virtual time");
    }

    @Test
    void theDriverIsNotAskedAboutFaults() {
        DeviceUri uri = DeviceUri.parse("sim+serial:lift3-healthy?protocol=cyton&channel=1&fault=off@20s+1s");
        assertThat(VirtualPorts.forDriver(uri)).hasToString("sim+serial:lift3-healthy?protocol=cyton&channel=1");
    }

    @Test
    void abarOfThirtyThreeIsRefused() {
        assertThatThrownBy(() -> new VirtualLedBar(List.of())).hasMessage("lines: expected 1 to 32 but was 0");
    }
}
