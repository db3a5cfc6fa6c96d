package org.pelvi4j.pi4j;

import com.sun.jna.LastErrorException;
import java.nio.ByteBuffer;

/**
 * The calls into the kernel that the GPIO character device needs; the numbers are Linux's. Thread-safe. Every failure is a
 * {@link LastErrorException} with the {@code errno}.
 */
interface Kernel {
    /** Opens a device file for reading and writing; tells the descriptor. */
    int open(String path);

    /** Exchanges a structure with the driver behind a descriptor. */
    void exchange(int descriptor, long request, ByteBuffer structure);

    /** Tells the driver behind a descriptor a number. */
    void choose(int descriptor, long request, long value);

    /** Waits until there is something to read, at most so long; tells whether there is, or the device has gone. */
    boolean awaitReadable(int descriptor, int millis);

    /** Reads what is there; tells how many bytes. */
    int read(int descriptor, ByteBuffer into);

    /** Closes a descriptor. */
    void close(int descriptor);
}
