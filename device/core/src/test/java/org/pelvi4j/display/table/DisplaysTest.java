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

    @Test
    void chipsAreOpenedAtTheirAddressesAndRates() throws BusException {
        open("ssd1306:1/0x3c").close();
        open("hd44780:1/0x27?size=20x4").close();
        open("hc595:0.0?leds=16").close();
        open("ws2812:0.1").close();
        assertThat(ports.opened).contains("i2c 1 3c", "i2c 1 27", "spi 0.0 1000000 mode 0", "spi 0.1 2400000 mode 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ledbar:5,6,13 | 'ledbar:5,6,13': address: expected 5 to 16 lines such as 5,6,13,19,26 but was '3 lines'",
                "ledbar:5,6,x,1,2 | 'ledbar:5,6,x,1,2': address: expected GPIO lines 0 to 27 with commas such as 5,6,13,19,26 but was 'x'",
                "ledbar:5,6,28,1,2 | 'ledbar:5,6,28,1,2': address: expected GPIO lines 0 to 27 with commas such as 5,6,13,19,26 but was '28'",
                "ledbar:5,6,6,1,2 | 'ledbar:5,6,6,1,2': address: expected every GPIO line once but was '6'",
                "oled:1/0x3c | 'oled:1/0x3c': scheme: expected one of terminal, hc595, hd44780, ledbar, ssd1306, ws2812 but was 'oled'",
                "ssd1306:0x3c | 'ssd1306:0x3c': address: expected BUS/0xADDRESS such as 1/0x3c but was '0x3c'",
                "ssd1306:1/0x03 | 'ssd1306:1/0x03': address: expected BUS/0xADDRESS such as 1/0x3c but was '1/0x03'",
                "hd44780:1/0x27?size=8x2 | 'hd44780:1/0x27?size=8x2': option 'size': expected 16x2 or 20x4 but was '8x2'",
                "hc595:0?leds=16 | 'hc595:0?leds=16': address: expected BUS.SELECT such as 0.0 but was '0'",
                "ws2812:0.0?leds=99 | 'ws2812:0.0?leds=99': option 'leds': expected 5 to 16 but was '99'",
                "ledbar:1,2,3,4,5?x=1 | 'ledbar:1,2,3,4,5?x=1': option 'x': expected none but was 'x'"
            })
    void aWrongNameSaysWhichPart(String uri, String message) {
        assertThatThrownBy(() -> open(uri)).hasMessage(message);
    }
}
