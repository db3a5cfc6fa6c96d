package org.pelvi4j.display.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.FakePorts;
import org.pelvi4j.display.Words;

/** Names of displays. */
class DisplaysTest {
    private final FakePorts ports = new FakePorts();

    private Display open(String uri) throws BusException {
        return Displays.open(DeviceUri.parse(uri), ports, Words.english());
    }

    @Test
    void aBarOpensItsLinesInOrder() throws BusException {
        open("ledbar:5,6,13,19,26").close();
        assertThat(ports.opened).containsExactly("line 5", "line 6", "line 13", "line 19", "line 26");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ledbar:5,6,13 | 'ledbar:5,6,13': address: expected 5 to 16 lines such as 5,6,13,19,26 but was '3 lines'",
                "ledbar:5,6,x,1,2 | 'ledbar:5,6,x,1,2': address: expected GPIO lines 0 to 27 with commas such as 5,6,13,19,26 but was 'x'",
                "ledbar:5,6,28,1,2 | 'ledbar:5,6,28,1,2': address: expected GPIO lines 0 to 27 with commas such as 5,6,13,19,26 but was '28'",
                "ledbar:5,6,6,1,2 | 'ledbar:5,6,6,1,2': address: expected every GPIO line once but was '6'",
                "oled:1/0x3c | 'oled:1/0x3c': scheme: expected one of terminal, ledbar but was 'oled'",
                "ledbar:1,2,3,4,5?x=1 | 'ledbar:1,2,3,4,5?x=1': option 'x': expected none but was 'x'"
            })
    void aWrongNameSaysWhichPart(String uri, String message) {
        assertThatThrownBy(() -> open(uri)).hasMessage(message);
    }
}
