package org.pelvi4j.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.sim.device.PseudoTerminal;

/** The real library on real pseudo-terminals: RELIABILITY.md A4, A5, A9, B10. */
@Timeout(60)
class SerialLinkTest {
    @TempDir
    Path folder;

    private PseudoTerminal terminal;
    private String path;

    @BeforeEach
    void plugIn() throws IOException {
        path = folder.resolve("port").toString();
        terminal = PseudoTerminal.at(Path.of(path));
        terminal.plug();
    }

    @AfterEach
    void unplug() {
        terminal.close();
    }

    private static long millis(long sinceNanos) {
        return Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis();
    }

    private BusException refused() {
        return catchThrowableOfType(BusException.class, () -> SerialLink.open(path, 115_200));
    }

    @Test
    void everyByteGoesBothWaysUnchanged() throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }
        try (var link = SerialLink.open(path, 115_200)) {
            terminal.write(all, 0, 256);
            byte[] got = new byte[300];
            int count = 0;
            while (count < 256) {
                byte[] piece = new byte[300];
                int some = link.read(piece);
                System.arraycopy(piece, 0, got, count, some);
                count += some;
            }
            assertThat(got).startsWith(all);
            link.write(all);
            terminal.await(1000, false);
            assertThat(terminal.read(got)).isEqualTo(256);
            assertThat(got).startsWith(all);
        }
    }

    @Test
    void aReadWithoutBytesEndsAfterATenthOfASecond() throws Exception {
        try (var link = SerialLink.open(path, 115_200)) {
            long before = System.nanoTime();
            assertThat(link.read(new byte[8])).isZero();
            assertThat(millis(before)).isBetween(50L, 600L);
        }
    }

    @Test
    void anUnpluggedDeviceIsGone() throws Exception {
        var link = SerialLink.open(path, 115_200);
        terminal.unplug();
        long before = System.nanoTime();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        link.read(new byte[8]);
                    }
                })
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED));
        assertThat(millis(before)).isLessThan(1500);
        assertThatThrownBy(() -> link.write(new byte[8])).isInstanceOf(BusException.class);
        link.close();
        assertThat(refused().kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(refused()).hasMessageContaining(path).hasMessageContaining("plugged in");
    }

    @Test
    void aPortThatAnotherProgramHasLockedIsBusyAndSaysByWhom() throws Exception {
        // flock becomes what it starts, so that the lock ends with this one process
        Process other = new ProcessBuilder(
                        "flock", "--exclusive", "--no-fork", path, "sh", "-c", "echo locked; exec sleep 30")
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("locked");
            long before = System.nanoTime();
            BusException busy = refused();
            assertThat(millis(before)).isLessThan(3000);
            assertThat(busy.kind()).isEqualTo(Kind.BUSY);
            assertThat(busy).hasMessageStartingWith(path + ": in use by '").hasMessageContaining("process");
        } finally {
            other.destroyForcibly().waitFor();
        }
        SerialLink.open(path, 115_200).close();
    }

    @Test
    void aPortThatThisProgramHasOpenIsBusy() throws Exception {
        try (var link = SerialLink.open(path, 115_200)) {
            assertThat(link.read(new byte[1])).isZero();
            assertThat(refused().kind()).isEqualTo(Kind.BUSY);
            assertThat(refused()).hasMessageContaining("this program itself");
        }
    }

    @Test
    void whatIsNoPortIsTold() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "hello");
        for (String wrong : new String[] {file.toString(), folder.toString(), "/dev/null"}) {
            assertThatThrownBy(() -> SerialLink.open(wrong, 9600))
                    .isInstanceOf(BusException.class)
                    .hasMessageStartingWith(wrong + ": ");
        }
        assertThatThrownBy(() -> SerialLink.open("no\0where", 9600)).isInstanceOf(BusException.class);
    }

    @Test
    void everyErrorNumberHasItsKindAndItsRemedy() {
        assertThat(OpenFault.of("/dev/x", 13).kind()).isEqualTo(Kind.NO_PERMISSION);
        assertThat(OpenFault.of("/dev/x", 13)).hasMessageContaining("dialout").hasMessageContaining("log out");
        assertThat(OpenFault.of("/dev/x", 2).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(OpenFault.of("/dev/x", 5).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(OpenFault.of("/dev/x", 16).kind()).isEqualTo(Kind.BUSY);
        assertThat(OpenFault.of("/dev/x", 11).kind()).isEqualTo(Kind.BUSY);
        assertThat(OpenFault.of("/dev/x", 77)).hasMessageContaining("error 77");
    }

    @Test
    void closingEndsAReadThatWaitsAHundredTimes() throws Exception {
        for (int i = 0; i < 100; i++) {
            var link = SerialLink.open(path, 115_200);
            var read = CompletableFuture.supplyAsync(() -> {
                try {
                    while (true) {
                        link.read(new byte[8]);
                    }
                } catch (BusException closed) {
                    return closed.kind();
                }
            });
            long before = System.nanoTime();
            link.close();
            link.close();
            assertThat(millis(before)).isLessThan(1500);
            assertThat(read.get(5, TimeUnit.SECONDS)).isEqualTo(Kind.DISCONNECTED);
        }
        assertThat(terminal.opened()).isFalse();
    }

    @Test
    void aWriteThatNobodyTakesEndsWithinASecond() throws Exception {
        var link = SerialLink.open(path, 115_200);
        long before = System.nanoTime();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        link.write(new byte[4096]);
                    }
                })
                .isInstanceOf(BusException.class)
                .hasMessageContaining("takes no bytes");
        assertThat(millis(before)).isLessThan(4000);
        before = System.nanoTime();
        link.close();
        assertThat(millis(before)).isLessThan(1500);
    }

    @Test
    void openingAndClosingLeaksNothing() throws Exception {
        SerialLink.open(path, 115_200).close();
        long files = count("/proc/self/fd");
        for (int i = 0; i < 100; i++) {
            SerialLink.open(path, 115_200).close();
        }
        assertThat(count("/proc/self/fd")).isEqualTo(files);
    }

    private static long count(String folder) throws IOException {
        try (var all = Files.list(Path.of(folder))) {
            return all.count();
        }
    }
}
