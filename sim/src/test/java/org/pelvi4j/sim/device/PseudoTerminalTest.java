package org.pelvi4j.sim.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudoTerminalTest {
    @TempDir
    Path folder;

    @Test
    void bytesGoBothWaysUnchanged() throws IOException {
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }
        try (var terminal = PseudoTerminal.at(folder.resolve("port"))) {
            terminal.plug();
            try (var reader = new RandomAccessFile(terminal.link().toFile(), "rw")) {
                assertThat(terminal.write(all, 0, 256)).isEqualTo(256);
                byte[] got = new byte[256];
                reader.readFully(got);
                assertThat(got).isEqualTo(all);
                reader.write(all);
                byte[] back = new byte[300];
                terminal.await(1000, false);
                assertThat(terminal.read(back)).isEqualTo(256);
                assertThat(java.util.Arrays.copyOf(back, 256)).isEqualTo(all);
            }
        }
    }

    @Test
    void aFullBufferIsNoticedAndTheWriterIsNotHeldUp() throws IOException {
        try (var terminal = PseudoTerminal.at(folder.resolve("port"))) {
            terminal.plug();
            try (var reader = new RandomAccessFile(terminal.link().toFile(), "rw")) {
                assertThat(terminal.opened()).isTrue();
                int taken = 0;
                for (int i = 0; i < 100; i++) {
                    taken += terminal.write(new byte[1000], 0, 1000);
                }
                assertThat(taken).isBetween(4000, 70_000);
                assertThat(reader.read()).isZero();
            }
        }
    }

    @Test
    void whetherSomebodyHasItOpenIsSeen() throws IOException {
        try (var terminal = PseudoTerminal.at(folder.resolve("port"))) {
            terminal.plug();
            assertThat(terminal.opened()).isFalse();
            try (var reader = new RandomAccessFile(terminal.link().toFile(), "rw")) {
                assertThat(terminal.opened()).isTrue();
                assertThat(reader.getFD().valid()).isTrue();
            }
            assertThat(terminal.opened()).isFalse();
        }
    }

    @Test
    void aLateReaderGetsNothingOldOnceItIsDiscarded() throws IOException {
        try (var terminal = PseudoTerminal.at(folder.resolve("port"))) {
            terminal.plug();
            terminal.write("old".getBytes(StandardCharsets.US_ASCII), 0, 3);
            terminal.discard();
            try (var reader = new RandomAccessFile(terminal.link().toFile(), "rw")) {
                terminal.write("new".getBytes(StandardCharsets.US_ASCII), 0, 3);
                byte[] got = new byte[3];
                reader.readFully(got);
                assertThat(new String(got, StandardCharsets.US_ASCII)).isEqualTo("new");
            }
        }
    }

    @Test
    void unpluggingTakesTheLinkAwayAndPluggingBringsAnotherTerminal() throws IOException {
        try (var terminal = PseudoTerminal.at(folder.resolve("port"))) {
            terminal.plug();
            try (var reader = new RandomAccessFile(terminal.link().toFile(), "rw")) {
                terminal.unplug();
                assertThat(Files.exists(terminal.link(), LinkOption.NOFOLLOW_LINKS))
                        .isFalse();
                assertThat(reader.read()).isEqualTo(-1);
            }
            terminal.plug();
            assertThat(Files.readSymbolicLink(terminal.link())).hasToString(terminal.name());
        }
        assertThat(Files.exists(folder.resolve("port"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void itComesBackUnderAnotherName() throws IOException {
        try (var terminal = PseudoTerminal.at(folder.resolve("ttyUSB0"))) {
            terminal.plug();
            terminal.unplug();
            terminal.rename(folder.resolve("ttyUSB1"));
            terminal.plug();
            assertThat(folder.toFile().list()).containsExactly("ttyUSB1");
        }
    }

    @Test
    void manyReplugsLeakNoFileDescriptor() throws IOException {
        try (var terminal = PseudoTerminal.at(folder.resolve("port"))) {
            terminal.plug();
            terminal.unplug();
            int before = openFiles();
            for (int i = 0; i < 200; i++) {
                terminal.plug();
                terminal.unplug();
            }
            assertThat(openFiles()).isEqualTo(before);
        }
    }

    private static int openFiles() {
        String[] open = new File("/proc/self/fd").list();
        return open == null ? 0 : open.length;
    }

    @Test
    void somebodyElsesFileIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("notes"), "mine");
        assertThatThrownBy(() -> PseudoTerminal.at(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("notes: there is already something else here");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aLinkLeftByAKilledRunIsReplaced() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("port"), Path.of("/dev/pts/4711"));
        try (var terminal = PseudoTerminal.at(link)) {
            terminal.plug();
            assertThat(Files.readSymbolicLink(link)).hasToString(terminal.name());
        }
    }
}
