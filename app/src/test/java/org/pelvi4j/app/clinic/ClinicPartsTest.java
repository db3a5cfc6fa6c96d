package org.pelvi4j.app.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;

class ClinicPartsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void fivePinsThatDoNotFitShutTheRightOneOutForTenMinutes() throws IOException {
        Locks locks = Locks.in(folder);
        locks.add("PT1", "1234");
        assertThat(locks.check("PT1", "1234", NOW)).isEqualTo(Locks.Answer.RIGHT);
        for (int i = 0; i < 5; i++) {
            assertThat(locks.check("PT1", "0000", NOW)).isEqualTo(Locks.Answer.WRONG);
        }
        assertThat(locks.check("PT1", "1234", NOW)).isEqualTo(Locks.Answer.WAIT);
        assertThat(Locks.in(folder).check("PT1", "1234", NOW.plus(Duration.ofMinutes(9))))
                .as("also after a restart")
                .isEqualTo(Locks.Answer.WAIT);
        assertThat(locks.check("PT1", "1234", NOW.plus(Duration.ofMinutes(11)))).isEqualTo(Locks.Answer.RIGHT);
        assertThat(locks.check("PT2", "1234", NOW)).isEqualTo(Locks.Answer.WRONG);
    }

    @Test
    void aCalendarThatIsSetBackNeitherShortensNorStretchesTheWait() throws IOException {
        Locks locks = Locks.in(folder);
        locks.add("PT1", "1234");
        for (int i = 0; i < 5; i++) {
            assertThat(locks.check("PT1", "0000", NOW)).isEqualTo(Locks.Answer.WRONG);
        }
        Instant back = NOW.minus(Duration.ofDays(365));
        for (int minute = 0; minute < 10; minute++) {
            assertThat(locks.check("PT1", "1234", back.plus(Duration.ofMinutes(minute))))
                    .as("minute %d after it was set back", minute)
                    .isEqualTo(Locks.Answer.WAIT);
        }
        assertThat(locks.check("PT1", "1234", back.plus(Duration.ofMinutes(10))))
                .isEqualTo(Locks.Answer.RIGHT);
    }

    @Test
    void theSamePinOfTwoPeopleIsHashedDifferently() throws IOException {
        Locks locks = Locks.in(folder);
        locks.add("A", "1234");
        locks.add("B", "1234");
        List<String> hashes = Files.readAllLines(folder.resolve("locks.properties")).stream()
                .filter(line -> line.contains(".hash="))
                .map(line -> line.substring(line.indexOf('=')))
                .toList();
        assertThat(hashes).hasSize(2).doesNotHaveDuplicates();
        assertThatThrownBy(() -> locks.add("C", "12")).hasMessageContaining("4 to 12 digits");
        assertThatThrownBy(() -> locks.add("Anna Meier", "1234")).hasMessageContaining("letters, digits or hyphens");
    }

    @Test
    void thePagesChecksumIsThatOfSha256sum() throws IOException {
        Path page = folder.resolve("page.txt");
        assertThat(CalibrationFile.write(page, Map.of("rest", "2.1 uV")))
                // printf 'rest: 2.1 uV\n' | sha256sum
                .isEqualTo("c744b43215288ef169d7f5e042c71c69093b35ddf1fbafd4687ddc5ed09a9575");
        assertThat(CalibrationFile.intact(page)).isTrue();
    }

    private static SensorCheck check(double rateHz, double humMicrovolts, int missingEach) {
        var check = SensorCheck.of(
                new SensorInfo("sensor", rateHz, List.of(new Channel(Role.PFM, Signal.EMG, -1000, 1000, 0.1))));
        var chance = new java.util.Random(1);
        for (int i = 0; i < 10 * rateHz; i++) {
            if (missingEach == 0 || i % missingEach != 0) {
                double value = 5 * chance.nextGaussian() + humMicrovolts * Math.sin(2 * Math.PI * 60 * i / rateHz);
                check.sample(i, Math.round(i * 1e9 / rateHz), new double[] {value}, new int[1]);
            }
        }
        return check;
    }

    @Test
    void mainsOf60HertzIsNamedAndMeasured() {
        SensorCheck hum = check(1000, 5, 0);
        assertThat(hum.mainsHertz()).isEqualTo(60);
        // 5 / sqrt 2 of hum beside 5 of noise: 3.54 / 6.12
        assertThat(hum.humShare()).isBetween(0.56, 0.60);
        assertThat(check(1000, 0, 0).humShare()).isLessThan(0.1);
    }

    @Test
    void rateGapsAndLossAreTheSensorsOwn() {
        SensorCheck whole = check(250, 0, 0);
        assertThat(whole.measuredHz()).isBetween(249.99, 250.01);
        assertThat(whole.gaps()).isZero();
        SensorCheck lossy = check(250, 0, 10);
        assertThat(lossy.lostShare()).isBetween(0.09, 0.11);
        assertThat(lossy.gaps()).isBetween(240L, 250L);
        assertThat(lossy.measuredHz()).isBetween(249.9, 250.1);
    }

    @Test
    void theTemplateFollowsWhatWasFound() {
        var plain = new TemplateAdvice.Found(false, false);
        assertThat(TemplateAdvice.of(plain, 4.5, 5, 0.7).programme()).isEqualTo("lift-3min");
        assertThat(TemplateAdvice.of(plain, 9.5, 10, 0.7).programme()).isEqualTo("long-10-10");
        assertThat(TemplateAdvice.of(plain, 2, 5, 0.7).programme()).isEqualTo("beginner");
        assertThat(TemplateAdvice.of(plain, 9.5, 10, 2.1).programme()).isEqualTo("downtrain");
        assertThat(TemplateAdvice.of(new TemplateAdvice.Found(true, false), 4.5, 5, 0.7)
                        .programme())
                .isEqualTo("beginner");
        assertThat(TemplateAdvice.of(new TemplateAdvice.Found(false, true), 9.5, 10, 2.1)
                        .reason())
                .isEqualTo("setup.advice.push");
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Machine.Finding found(String check) {
        return new Machine(folder, "ada")
                .findings(17, folder, NOW).stream()
                        .filter(finding -> finding.check().equals(check))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void aPiThatIsSlowedDownIsTold() throws IOException {
        file("sys/devices/platform/soc/soc:firmware/get_throttled", "50005\n");
        assertThat(found("throttling").verdict()).isEqualTo(Machine.Verdict.STOP);
        assertThat(found("throttling").text()).contains("too little voltage");
        file("sys/devices/platform/soc/soc:firmware/get_throttled", "50000\n");
        assertThat(found("throttling").verdict()).isEqualTo(Machine.Verdict.LOOK);
        file("sys/devices/platform/soc/soc:firmware/get_throttled", "0\n");
        assertThat(found("throttling").verdict()).isEqualTo(Machine.Verdict.OK);
    }

    @Test
    void aPiWithoutBusesIsToldHowToSwitchThemOn() throws IOException {
        assertThat(found("i2c").verdict()).isEqualTo(Machine.Verdict.ABSENT);
        file("proc/device-tree/model", "Raspberry Pi 4 Model B\0");
        assertThat(found("i2c").remedy()).isEqualTo("sudo raspi-config nonint do_i2c 0");
        assertThat(found("spi").remedy()).isEqualTo("sudo raspi-config nonint do_spi 0");
    }

    @Test
    void aClockThatNobodyHasSetAndAnOldJavaStop() {
        var machine = new Machine(folder, "ada");
        List<Machine.Finding> all = machine.findings(11, folder, Instant.EPOCH);
        assertThat(all)
                .filteredOn(f -> f.verdict() == Machine.Verdict.STOP)
                .extracting(Machine.Finding::check)
                .contains("java", "clock");
        assertThat(all)
                .filteredOn(f -> f.verdict() == Machine.Verdict.STOP)
                .allMatch(f -> !f.remedy().isEmpty());
    }

    @Test
    void aPortThatOnlyItsGroupMayUseNamesTheGroup() throws IOException {
        file("dev/ttyUSB0", "");
        Files.setPosixFilePermissions(
                folder.resolve("dev/ttyUSB0"), java.nio.file.attribute.PosixFilePermissions.fromString("rw-rw----"));
        Machine.Finding port = found("serial");
        // root reads everything, so that it is enough that a port that can be used is told to be so.
        assertThat(port.text()).contains("/dev/ttyUSB0");
        assertThat(port.verdict()).isEqualTo(Machine.Verdict.OK);
    }
}
