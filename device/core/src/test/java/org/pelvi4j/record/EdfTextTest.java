package org.pelvi4j.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.sensor.SensorInfo;

/** The header's texts: ASCII, eight characters a number, dates that two digits can tell. */
class EdfTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "0.5, 0.5",
        "-187500.0223, -187500",
        "12345.678, 12345.68",
        "-12345.678, -12345.7",
        "0.000123456, 0.000123",
        "99999999, 99999999",
        "1e-9, 0",
    })
    void aNumberKeepsAsManyDecimalsAsFit(double value, String expected) {
        assertThat(EdfText.number(value, RoundingMode.HALF_EVEN)).isEqualTo(expected);
    }

    @Test
    void aRangeIsRoundedOutwards() {
        assertThat(EdfText.number(-187500.02, RoundingMode.FLOOR)).isEqualTo("-187501");
        assertThat(EdfText.number(1234.56789, RoundingMode.CEILING)).isEqualTo("1234.568");
    }

    @Test
    void aNumberThatCannotFitIsRefused() {
        assertThatThrownBy(() -> EdfText.number(1e9, RoundingMode.HALF_EVEN))
                .hasMessage("number: expected one that fits into 8 characters but was 1.0E9");
    }

    @Test
    void anAccentGoesAndWhatIsNotAsciiBecomesALine() {
        assertThat(EdfText.patient("Müller Łódź 7")).isEqualTo("Muller__odz_7 X X X");
        assertThat(EdfText.patient("")).isEqualTo("X X X X");
        assertThat(EdfText.patient("a\u0000\u0014\u00a0")).isEqualTo("a___ X X X");
    }

    @ParameterizedTest
    @CsvSource({
        "1985, 03.02.85, 03-FEB-1985",
        "1999, 03.02.99, 03-FEB-1999",
        "2000, 03.02.00, 03-FEB-2000",
        "2084, 03.02.84, 03-FEB-2084",
        "1970, 01.01.85, X",
        "2085, 01.01.85, X",
    })
    void aYearThatTwoDigitsCannotTellIsUnknown(int year, String date, String startDate) {
        var start = ZonedDateTime.of(year, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC);
        assertThat(EdfText.date(start)).isEqualTo(date);
        assertThat(EdfText.time(start)).isEqualTo("04.05.06");
        assertThat(EdfText.recording(start, "a b")).isEqualTo("Startdate " + startDate + " X X Pelvi4J:a_b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "de", "tr", "th-TH-u-ca-buddhist-nu-thai", "fa"})
    void theSameBytesAreWrittenInEveryLocale(String tag) throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            byte[] expected = recorded();
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(recorded()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static byte[] recorded() throws IOException {
        var disk = new MemoryFile();
        SensorInfo sensor = Tracks.both(250);
        var recorder = Tracks.recorder(disk, false, sensor);
        Tracks.feed(recorder, sensor, 0, 300);
        recorder.annotate(new Annotation(Tracks.nanos(123, 250), 1_500_000_000, "REP 1 score=0.88"));
        recorder.close();
        StrictEdf.read(disk.bytes());
        return disk.bytes();
    }
}
