package org.pelvi4j.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text files of OpenSignals and of the OpenBCI GUI, by DOMAIN 4.4, 4.5 and 3.5. */
class DeviceTextTest {
    private static final String SIGNALS = """
            # OpenSignals Text File Format
            # {"00:07:80:3B:46:61": {"sensor": ["EMG", "ECG"], "device name": "x", "column": ["nSeq","DI","CH1","CH2"], \
            "sync interval": 2, "time": "10:39:48.5", "comments": "", "device connection": "y", "channels": [1, 2], \
            "date": "2017-01-27", "mode": 0, "digital IO": [0], "firmware version": 773, "device": "%s", \
            "position": 0, "sampling rate": 1000, "label": ["CH1","CH2"], "resolution": [%s], "special": [{}, {}]}}
            # EndOfHeader
            """;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("a.txt"), text);
    }

    private static List<String> lines(Recording recording) throws IOException {
        var lines = new ArrayList<String>();
        double[] values = new double[recording.channels().size()];
        while (recording.next(values)) {
            lines.add(recording.number() + " " + Math.round(values[0] * 1000) / 1000.0);
        }
        return lines;
    }

    @Test
    void plainCountsOfABiosignalspluxAreMicrovolts() throws IOException {
        Path file = file(
                SIGNALS.formatted("biosignalsplux", "16, 16") + "0\t0\t32768\t5\t\n1\t0\t32912\t5\t\n2\t0\t0\t5\t\n");
        try (Recording recording = Recordings.open(file, null, ReadOptions.NONE)) {
            assertThat(recording.rateHz()).isEqualTo(1000);
            assertThat(recording.start()).isEqualTo(LocalDateTime.of(2017, 1, 27, 10, 39, 48, 500_000_000));
            assertThat(recording.channels()).extracting(RecordedChannel::label).containsExactly("CH1");
            assertThat(lines(recording)).containsExactly("0 0.0", "1 6.592", "2 -1500.0");
        }
    }

    @Test
    void countsOfABitalinoAreMicrovoltsAndItsLostFramesAreMissing() throws IOException {
        String header = SIGNALS.formatted("bitalino_rev", "4, 1, 10, 10");
        Path file = file(header + "14\t0\t512\t5\t\n15\t0\t513\t5\t\n0\t0\t511\t5\t\n3\t0\t0\t5\t\n");
        try (Recording recording = Recordings.open(file, Format.OPENSIGNALS, ReadOptions.NONE)) {
            double[] values = new double[1];
            recording.next(values);
            assertThat(values[0]).isZero();
            recording.next(values);
            assertThat(values[0]).isCloseTo(3.3 / 1.009 / 1024 * 1000, within(1e-9));
            recording.next(values);
            assertThat(recording.number()).isEqualTo(2);
            recording.next(values);
            assertThat(recording.number()).isEqualTo(5);
            assertThat(values[0]).isCloseTo(-1635.28, within(0.01));
        }
    }

    @Test
    void anotherChannelIsReadWhenItIsAskedFor() throws IOException {
        Path file = file(SIGNALS.formatted("biosignalsplux", "16, 16") + "0\t0\t1\t32768\t\n");
        try (Recording recording = Recordings.open(file, null, ReadOptions.NONE.withColumn(2))) {
            assertThat(recording.channels()).extracting(RecordedChannel::label).containsExactly("CH2");
            assertThat(lines(recording)).containsExactly("0 0.0");
        }
    }

    @Test
    void aHeaderThatIsNoneIsRefused() throws IOException {
        for (String header : List.of(
                "# OpenSignals Text File Format\n",
                "# OpenSignals Text File Format\n# {\"a\": \n# EndOfHeader\n",
                "# OpenSignals Text File Format\n# {}\n# EndOfHeader\n",
                "# OpenSignals Text File Format\n# " + "{\"a\":".repeat(5000) + "\n# EndOfHeader\n",
                SIGNALS.formatted("toaster", "16, 16"),
                SIGNALS.formatted("biosignalsplux", "99, 99"),
                SIGNALS.formatted("biosignalsplux", ""))) {
            Path file = file(header + "0\t0\t1\t2\t\n");
            assertThatThrownBy(() -> Recordings.open(file, null, ReadOptions.NONE))
                    .as(header.substring(0, Math.min(80, header.length())))
                    .isInstanceOf(RecordingException.class)
                    .hasMessageMatching("[ -~]{1,400}");
        }
    }

    private static final String BCI = """
            %OpenBCI Raw EXG Data
            %Number of channels = 2
            %Sample Rate = 250 Hz
            %Board = OpenBCI_GUI$BoardCytonSerial
            """;

    @Test
    void columnsOfTheOpenBciGuiAreFoundByTheirNames() throws IOException {
        Path file = file(BCI
                + "Sample Index, Other, EXG Channel 0, EXG Channel 1, Accel Channel 0, Timestamp, Timestamp (Formatted)\n"
                + "254.0, 0, 12.5, -3, 0.1, 1.5e9, 2026-01-01 00:00:00.000\n"
                + "255.0, 0, 13.5, -4, 0.1, 1.5e9, 2026-01-01 00:00:00.004\n"
                + "2.0, 0, 14.5, -5, 0.1, 1.5e9, 2026-01-01 00:00:00.016\n");
        try (Recording recording = Recordings.open(file, null, ReadOptions.NONE)) {
            assertThat(recording.channels()).extracting(RecordedChannel::label).containsExactly("EXG 0", "EXG 1");
            assertThat(lines(recording)).containsExactly("0 12.5", "1 13.5", "4 14.5");
        }
        try (Recording recording = Recordings.open(file, null, ReadOptions.NONE.withColumn(2))) {
            assertThat(lines(recording)).containsExactly("0 -3.0", "1 -4.0", "4 -5.0");
        }
    }

    @Test
    void anOlderFileWithoutNamesHasItsChannelsAfterTheNumber() throws IOException {
        Path file = file(BCI.replace("BoardCytonSerial", "BoardOther") + "0, 1.5, 2.5, 9\n1, 3.5, 4.5, 9\n");
        try (Recording recording = Recordings.open(file, null, ReadOptions.NONE)) {
            assertThat(lines(recording)).containsExactly("0 1.5", "1 3.5");
        }
    }

    @Test
    void aLineWithoutAnEndFillsNoMemory() throws IOException {
        Path file = file("emg_uV\n" + "1".repeat(1_000_000));
        assertThatThrownBy(() -> {
                    try (Recording recording = Recordings.open(file, null, ReadOptions.NONE.withRate(100))) {
                        lines(recording);
                    }
                })
                .hasMessage(file + ": line 2: expected at most 65536 bytes in a line");
    }
}
