package org.pelvi4j.sim.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.record.CsvRecorder;
import org.pelvi4j.record.EdfRecorder;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.record.Recording;
import org.pelvi4j.record.RecordingHeader;
import org.pelvi4j.record.Recordings;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.time.VirtualClock;

/** A MyoWare whose board rectifies: a person practises with it, and the recording says what it is. */
class EnvelopePracticeTest {
    private final VirtualClock clock = VirtualClock.startingAt(Instant.parse("2026-11-25T08:00:00Z"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static Programme beginner() throws IOException {
        var in = EnvelopePracticeTest.class.getResourceAsStream("/programmes/beginner.yaml");
        try (Reader reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
            return Programme.read("beginner.yaml", reader);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i2c:1/0x48?chip=ads1115&sensor=myoware&output=env",
                "i2c:1/0x48?chip=ads1015&sensor=myoware&output=env&pot=100",
                "spi:0.0?chip=mcp3208&sensor=myoware&output=env&rate=50",
                "i2c:1/0x48?chip=ads1115&sensor=myoware&output=rect&rate=700",
            })
    void whatABoardHasRectifiedIsDetectedByItsRiseAboveRest(String uri) throws Exception {
        DeviceUri named = DeviceUri.parse("sim+" + uri + "&seed=5");
        VirtualPorts ports = VirtualPorts.of(named, clock);
        Sensor sensor = SensorDrivers.open(VirtualPorts.forDriver(named), ports, clock);
        assertThat(sensor.info().channels().get(0).signal()).isEqualTo(Signal.ENVELOPE);

        Path edf = folder.resolve("practice.edf");
        Path csv = folder.resolve("practice.csv");
        var about = RecordingHeader.of(sensor.info(), clock.wallNow().atZone(ZoneOffset.UTC));
        ExerciseResult result;
        try (Recorder one = EdfRecorder.create(edf, about);
                Recorder other = CsvRecorder.create(csv, about)) {
            result = Session.of(SessionSetup.watching(sensor, clock)
                            .guiding(beginner())
                            .recordedBy(List.of(one, other))
                            .watchedBy(Objects.requireNonNull(ports.person())))
                    .run();
        }
        assertThat(Objects.requireNonNull(result).held()).isGreaterThanOrEqualTo(7);
        assertThat(result.letGo()).isGreaterThanOrEqualTo(7);

        for (Path file : List.of(edf, csv)) {
            try (Recording read = Recordings.open(file, null, ReadOptions.NONE)) {
                assertThat(read.channels().get(0).signal()).isEqualTo(Signal.ENVELOPE);
            }
        }
    }
}
