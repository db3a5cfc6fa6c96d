package org.pelvi4j.app.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One process at a time. The file tells who has it, and afterwards whether that process ended in order. Closing any
 * channel on the file would drop the lock of the whole process, so this process remembers what it has locked. Confined
 * to one thread.
 */
final class FolderLock implements AutoCloseable {
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();
    private static final String IN_ORDER = "closed in order";

    private final Path file;
    private final FileChannel channel;
    private final boolean lastEndedInOrder;

    private FolderLock(Path file, FileChannel channel, boolean lastEndedInOrder) {
        this.file = file;
        this.channel = channel;
        this.lastEndedInOrder = lastEndedInOrder;
    }

    static FolderLock take(DataFolder folder) throws StoreException {
        Path file = folder.lock().toAbsolutePath().normalize();
        if (!HELD.add(file)) {
            throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
        }
        FolderLock lock = null;
        try {
            String before = Files.exists(file) ? Files.readString(file) : IN_ORDER;
            DataFolder.ownerOnly(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            FileLock taken = channel.tryLock();
            if (taken == null) {
                channel.close();
                throw inUse(folder, before.strip());
            }
            lock = new FolderLock(file, channel, before.startsWith(IN_ORDER));
            lock.write(Long.toString(ProcessHandle.current().pid()));
            return lock;
        } catch (FileSystemException e) {
            throw folder.notWritable(e);
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.FAILED, file + ": " + e.getMessage(), e);
        } finally {
            if (lock == null) {
                HELD.remove(file);
            }
        }
    }

    /** Whether there is a record and nobody has it, or was killed with it. */
    static boolean endedInOrder(DataFolder folder) {
        try {
            return Files.exists(folder.database())
                    && Files.readString(folder.lock()).startsWith(IN_ORDER);
        } catch (IOException noLock) {
            return false;
        }
    }

    private static StoreException inUse(DataFolder folder, String pid) {
        return new StoreException(
                StoreException.Kind.IN_USE, folder.root() + ": in use by process " + pid + ": end that one first");
    }

    /** False when the process before was killed or lost its power. */
    boolean lastEndedInOrder() {
        return lastEndedInOrder;
    }

    private void write(String text) throws IOException {
        channel.truncate(0);
        ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try (channel) {
                write(IN_ORDER);
            } finally {
                HELD.remove(file);
            }
        }
    }
}
