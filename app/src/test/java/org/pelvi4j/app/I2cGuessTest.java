package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.table.SensorDrivers;

/** What {@code devices} says of an address that answers. */
class I2cGuessTest {
    @ParameterizedTest
    @CsvSource({
        "0x18, MPR, i2c:1/0x18?chip=mpr",
        "0x27, HD44780, hd44780:1/0x27?size=...",
        "0x3c, SSD1306, ssd1306:1/0x3c",
        "0x3d, SSD1306, ssd1306:1/0x3d",
        "0x3f, HD44780, hd44780:1/0x3f?size=...",
        "0x6d, XGZP, i2c:1/0x6d?chip=xgzp&range=...",
    })
    void aPartIsNamedAndItsUriTold(int address, String what, String uri) {
        assertThat(I2cGuess.at(1, address)).isEqualTo(new I2cGuess(what, List.of(uri)));
    }

    @Test
    void partsShareAddresses() {
        assertThat(I2cGuess.at(1, 0x28))
                .isEqualTo(new I2cGuess(
                        "ABP or ABP2", List.of("i2c:1/0x28?chip=abp&range=...", "i2c:1/0x28?chip=abp2&range=...")));
        for (int address = 0x48; address <= 0x4B; address++) {
            assertThat(I2cGuess.at(3, address).uris())
                    .containsExactly(
                            "i2c:3/0x" + Integer.toHexString(address) + "?chip=ads1015&sensor=...",
                            "i2c:3/0x" + Integer.toHexString(address) + "?chip=ads1115&sensor=...");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x58, 'an XGZP68xxD to data sheet 3.x, which is not supported'",
        "0x77, 'a BMP280 barometer, which is not supported'",
        "0x50, unknown part",
    })
    void whatHasNoDriverHasNoUri(int address, String what) {
        assertThat(I2cGuess.at(1, address)).isEqualTo(new I2cGuess(what, List.of()));
    }

    /** A range that was only an example would scale every pressure wrong. */
    @Test
    void whatOnlyTheLabelTellsIsAskedForWhenTheUriIsTakenAsItIs() {
        assertThatThrownBy(() -> SensorDrivers.chip(DeviceUri.parse("i2c:1/0x28?chip=abp2&range=...")))
                .hasMessageContaining("option 'range': expected the range of the part's order code")
                .hasMessageEndingWith("but was '...'");
        assertThatThrownBy(() -> SensorDrivers.chip(DeviceUri.parse("i2c:1/0x48?chip=ads1115&sensor=...")))
                .hasMessageContaining("option 'sensor': expected mpx5010");
    }
}
