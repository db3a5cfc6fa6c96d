package org.pelvi4j.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that a recorder writes: the five things it does with a disk, so that a test can make each of them fail. */
interface RecordFile extends AutoCloseable {
    /** Writes all of the bytes at a place. */
    void write(ByteBuffer bytes, long at) throws IOException;

    /** Returns when everything written is on the disk. */
    void force() throws IOException;

    /** Cuts the file. */
    void truncate(long length) throws IOException;

    @Override
    void close() throws IOException;

    /** Makes a new file that only its owner may read; fails when there is one. */
    static RecordFile create(Path path) throws IOException {
        FileChannel channel = OwnerOnly.create(path);
        try {
            forceFolder(path);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new Disk(channel);
    }

    /** Opens a file that is there, to mend it. */
    static RecordFile open(Path path) throws IOException {
        return new Disk(FileChannel.open(path, StandardOpenOption.WRITE));
    }

    /** A new file is only there after a power cut when its folder was forced too. */
    private static void forceFolder(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
            entry.force(true);
        }
    }

    /** The real one. Confined to one thread. */
    record Disk(FileChannel channel) implements RecordFile {
        @Override
        public void write(ByteBuffer bytes, long at) throws IOException {
            long place = at;
            while (bytes.hasRemaining()) {
                place += channel.write(bytes, place);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void truncate(long length) throws IOException {
            channel.truncate(length);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
