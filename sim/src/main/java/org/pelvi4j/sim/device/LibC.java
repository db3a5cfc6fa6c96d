package org.pelvi4j.sim.device;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/** The calls of the C library that a pseudo-terminal needs; errno is read by {@code Native.getLastError}. Thread-safe. */
@SuppressWarnings("checkstyle:all")
interface LibC extends Library {
    /** The library of this process. */
    LibC C = Native.load("c", LibC.class);

    /** Source: fcntl.h, the same on x86 and ARM. */
    int O_RDWR = 0x2;

    /** As above: the terminal must not become the program's own. */
    int O_NOCTTY = 0x100;

    /** As above. */
    int O_NONBLOCK = 0x800;

    /** As above: children must not keep the terminal alive. */
    int O_CLOEXEC = 0x80000;

    /** Source: poll.h. */
    short POLLIN = 0x1;

    /** Source: poll.h. */
    short POLLOUT = 0x4;

    /** Source: poll.h; on a master: nobody has the terminal open. */
    short POLLHUP = 0x10;

    /** Source: errno.h: the buffer is full, or empty. */
    int EAGAIN = 11;

    /** Source: errno.h: on a master, nobody has the terminal open. */
    int EIO = 5;

    /** Source: errno.h. */
    int EINTR = 4;

    /** Source: termios.h: both directions. */
    int TCIOFLUSH = 2;

    /** Room for struct termios. Source: 60 bytes in Linux; doubled. */
    int TERMIOS_BYTES = 120;

    int posix_openpt(int flags);

    int grantpt(int fd);

    int unlockpt(int fd);

    int ptsname_r(int fd, byte[] name, NativeLong length);

    int open(String path, int flags);

    int close(int fd);

    NativeLong read(int fd, Pointer into, NativeLong count);

    NativeLong write(int fd, Pointer from, NativeLong count);

    int poll(Pointer fds, NativeLong count, int timeoutMillis);

    int tcgetattr(int fd, Pointer termios);

    int tcsetattr(int fd, int when, Pointer termios);

    void cfmakeraw(Pointer termios);

    int tcflush(int fd, int queue);
}
