package org.pelvi4j.sim.device;

import static org.pelvi4j.sim.device.LibC.C;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A serial port that a program can open, whose far end is ours: a raw pseudo-terminal behind a link at a chosen path. It
 * can be unplugged and plugged in again, as another terminal behind the same link. A pseudo-terminal is no UART: it
 * holds what nobody reads and then takes nothing more, so the writer must pace itself and drop. Confined to one thread.
 */
public final class PseudoTerminal implements AutoCloseable {
    private static final int NONE = -1;
    private static final int BUFFER_BYTES = 65_536;
    private static final String TERMINALS = "/dev/pts/";

    private final Memory buffer = new Memory(BUFFER_BYTES);
    private final Memory polled = new Memory(8);
    private Path link;
    private String name = "";
    private int master = NONE;

    private PseudoTerminal(Path link) {
        this.link = link;
    }

    /**
     * Chooses the path; nothing is there before {@link #plug()}.
     *
     * @param link where programs find the port
     * @return the terminal, unplugged
     * @throws IOException when something else is there
     */
    public static PseudoTerminal at(Path link) throws IOException {
        checkFree(link);
        return new PseudoTerminal(link);
    }

    private static void checkFree(Path link) throws IOException {
        if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).startsWith(TERMINALS)) {
            throw new IOException(link + ": there is already something else here; choose another --link");
        }
    }

    /**
     * Moves the link, as when a device comes back under another name. Only while unplugged.
     *
     * @param other the new path
     * @throws IOException when something else is there
     */
    public void rename(Path other) throws IOException {
        if (plugged()) {
            throw new IllegalStateException("link: expected an unplugged terminal but was plugged in");
        }
        checkFree(other);
        link = other;
    }

    /**
     * Makes a new terminal, raw, and points the link to it; nothing happens when it is plugged in.
     *
     * @throws IOException when the system gives no terminal or the link cannot be made
     */
    public void plug() throws IOException {
        if (plugged()) {
            return;
        }
        master =
                checked(C.posix_openpt(LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_NONBLOCK | LibC.O_CLOEXEC), "posix_openpt");
        try {
            checked(C.grantpt(master), "grantpt");
            checked(C.unlockpt(master), "unlockpt");
            byte[] text = new byte[64];
            checked(-C.ptsname_r(master, text, new NativeLong(text.length)), "ptsname_r");
            name = Native.toString(text, StandardCharsets.US_ASCII);
            makeRaw();
            discard();
            publish();
        } catch (IOException failed) {
            closeMaster();
            throw failed;
        }
    }

    private void makeRaw() throws IOException {
        var termios = new Memory(LibC.TERMIOS_BYTES);
        checked(C.tcgetattr(master, termios), "tcgetattr");
        C.cfmakeraw(termios);
        checked(C.tcsetattr(master, 0, termios), "tcsetattr");
    }

    private void publish() throws IOException {
        Path folder = link.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(link + ": there is no folder " + folder);
        }
        Path fresh = folder.resolve(
                link.getFileName() + ".new" + ProcessHandle.current().pid());
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, Path.of(name));
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Hangs up on whoever has it open and takes the link away; nothing happens when it is unplugged. */
    public void unplug() {
        if (!plugged()) {
            return;
        }
        try {
            if (Files.isSymbolicLink(link)
                    && Files.readSymbolicLink(link).toString().equals(name)) {
                Files.delete(link);
            }
        } catch (IOException stays) {
            // Somebody else changed the link in the meantime: then it is theirs.
        }
        closeMaster();
    }

    private void closeMaster() {
        C.close(master);
        master = NONE;
        name = "";
    }

    /**
     * Tells whether it is there.
     *
     * @return true between {@link #plug()} and {@link #unplug()}
     */
    public boolean plugged() {
        return master != NONE;
    }

    /**
     * Names the terminal behind the link.
     *
     * @return such as {@code /dev/pts/3}; empty while unplugged
     */
    public String name() {
        return name;
    }

    /**
     * Tells where programs find it.
     *
     * @return the link
     */
    public Path link() {
        return link;
    }

    /**
     * Tells whether any program has it open.
     *
     * @return false while unplugged, too
     */
    public boolean opened() {
        return plugged() && (poll(0, 0) & LibC.POLLHUP) == 0;
    }

    /**
     * Waits for bytes from the reader, or for room for more. When nobody has it open it returns at once.
     *
     * @param millis how long at most
     * @param forRoom whether room to write ends the wait as well
     */
    public void await(int millis, boolean forRoom) {
        if (plugged()) {
            poll(forRoom ? LibC.POLLIN | LibC.POLLOUT : LibC.POLLIN, millis);
        }
    }

    private int poll(int events, int millis) {
        polled.setInt(0, master);
        polled.setShort(4, (short) events);
        polled.setShort(6, (short) 0);
        C.poll(polled, new NativeLong(1), millis);
        return polled.getShort(6);
    }

    /**
     * Takes what the reader has written, without waiting.
     *
     * @param into where to put it, from index 0
     * @return how many bytes; 0 when there are none
     * @throws IOException when the terminal fails
     */
    public int read(byte[] into) throws IOException {
        if (!plugged()) {
            return 0;
        }
        int count = taken(C.read(master, buffer, new NativeLong(Math.min(into.length, BUFFER_BYTES))), "read");
        buffer.read(0, into, 0, count);
        return count;
    }

    /**
     * Writes what there is room for, without waiting.
     *
     * @param bytes the buffer
     * @param offset the first byte
     * @param length how many
     * @return how many were taken; fewer when the reader is slow
     * @throws IOException when the terminal fails
     */
    public int write(byte[] bytes, int offset, int length) throws IOException {
        if (!plugged() || length == 0) {
            return 0;
        }
        int count = Math.min(length, BUFFER_BYTES);
        buffer.write(0, bytes, offset, count);
        return taken(C.write(master, buffer, new NativeLong(count)), "write");
    }

    private static int taken(NativeLong result, String call) throws IOException {
        if (result.longValue() >= 0) {
            return result.intValue();
        }
        int error = Native.getLastError();
        if (error == LibC.EAGAIN || error == LibC.EINTR || error == LibC.EIO) {
            return 0;
        }
        throw failed(call, error);
    }

    /**
     * Throws away what is still unread, as a serial port does when nobody has it open: a late reader gets nothing old.
     *
     * @throws IOException when the terminal fails
     */
    public void discard() throws IOException {
        int slave =
                checked(C.open(name, LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_NONBLOCK | LibC.O_CLOEXEC), "open " + name);
        C.tcflush(slave, LibC.TCIOFLUSH);
        C.close(slave);
    }

    private static int checked(int result, String call) throws IOException {
        if (result < 0) {
            throw failed(call, Native.getLastError());
        }
        return result;
    }

    private static IOException failed(String call, int error) {
        return new IOException("pseudo-terminal: " + call + " failed with error " + error);
    }

    @Override
    public void close() {
        unplug();
    }
}
