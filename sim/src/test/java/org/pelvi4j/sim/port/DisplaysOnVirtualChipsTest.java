package org.pelvi4j.sim.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.table.Displays;
import org.pelvi4j.feedback.Goal;
import org.pelvi4j.feedback.Mark;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.Plan;
import org.pelvi4j.feedback.Progress;
import org.pelvi4j.feedback.State;
import org.pelvi4j.feedback.Word;
import org.pelvi4j.time.VirtualClock;

/** Core's display drivers on the virtual chips: what they send is what such chips understand. */
class DisplaysOnVirtualChipsTest {
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);

    private static Picture holding(double level) {
        return holding(level, 0);
    }

    private static Picture holding(double level, long atNanos) {
        List<Mark> marks = Collections.nCopies(12, Mark.TO_COME);
        return new Picture(
                atNanos,
                State.HOLD,
                Word.HOLD,
                true,
                false,
                3,
                level,
                new Goal(40, Double.POSITIVE_INFINITY),
                0.5,
                new Progress(new Plan("Lift, 3 minutes", 12, 5, 10, 1, 3), 3, marks, marks, 0, null),
                Message.NONE,
                List.of());
    }

    private VirtualChip show(String uri, Picture... pictures) throws IOException {
        VirtualPorts ports = VirtualPorts.of(DeviceUri.parse(uri), clock);
        Display display = Displays.open(DeviceUri.parse(uri), ports, Words.english());
        for (Picture picture : pictures) {
            display.show(picture, picture.atNanos());
        }
        return ports.chips().get(0);
    }

    @Test
    void aLedBarIsLitUpToTheLevel() throws IOException {
        assertThat(show("sim+ledbar:5,6,13,19,26", holding(62)).text()).isEqualTo("###..");
    }

    @Test
    void shiftRegistersAreLitUpToTheLevel() throws IOException {
        assertThat(show("sim+hc595:0.0?leds=16", holding(62)).text()).isEqualTo("##########......");
    }

    @Test
    void aStripShowsTheLevelInWhite() throws IOException {
        assertThat(show("sim+ws2812:0.0?leds=8", holding(62)).text())
                .startsWith("121212 ")
                .endsWith(" ...... ...... ......");
    }

    @Test
    void aPanelIsDrawnAndRedrawn() throws IOException {
        var panel = (VirtualSsd1306) show("sim+ssd1306:1/0x3c", holding(62));
        assertThat(panel.shines()).isTrue();
        assertThat(panel.text()).contains("####");
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(folder.resolve("ssd1306-hold.png"), panel.png());
        var again = (VirtualSsd1306) show("sim+ssd1306:1/0x3c", holding(10), holding(62));
        assertThat(again.text()).isEqualTo(panel.text());
    }

    @Test
    void aCharacterDisplaySaysTheWord() throws IOException {
        var glass = (VirtualHd44780) show("sim+hd44780:1/0x27?size=16x2", holding(62));
        assertThat(glass.backlight()).isTrue();
        assertThat(glass.text()).contains("Hold").contains("3");
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(folder.resolve("hd44780-hold.png"), glass.png());
        assertThat(glass.lit(2, 3)).as("the square is solid").isTrue();
        var large = (VirtualHd44780) show("sim+hd44780:1/0x27?size=20x4", holding(62));
        assertThat(large.text().lines().toList()).hasSize(4);
    }

    static Stream<String> displays() {
        return Displays.wirings().stream().map(wiring -> "sim+" + wiring.usual());
    }

    @ParameterizedTest
    @MethodSource("displays")
    void anotherLevelLooksDifferent(String uri) throws IOException {
        String low = show(uri, holding(10)).text();
        assertThat(show(uri, holding(62)).text()).isNotEqualTo(low);
        // A bar does not turn round at once: nothing flashes.
        assertThat(show(uri, holding(62), holding(10, 1_000_000_000)).text()).isEqualTo(low);
    }

    @ParameterizedTest
    @MethodSource("displays")
    void isOpenedAndClosedTwoHundredTimes(String uri) throws IOException {
        DeviceUri name = DeviceUri.parse(uri);
        var ports = new FaultyPorts(VirtualPorts.of(name, clock), clock);
        for (int i = 0; i < 200; i++) {
            Display display = Displays.open(name, ports, Words.english());
            display.show(holding(62), clock.nowNanos());
            assertThat(ports.open).isPositive();
            display.close();
            assertThat(ports.open).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("displays")
    void aWireThatDoesNotOpenIsToldAndLeavesNoneOpen(String uri) {
        DeviceUri name = DeviceUri.parse(uri);
        var ports = new FaultyPorts(VirtualPorts.of(name, clock), clock);
        ports.refusal = new BusException(BusException.Kind.BUSY, "who has it");
        assertThatThrownBy(() -> Displays.open(name, ports, Words.english())).isSameAs(ports.refusal);
        assertThat(ports.open).isZero();
    }
}
