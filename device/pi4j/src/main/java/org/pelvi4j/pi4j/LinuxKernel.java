package org.pelvi4j.pi4j;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The kernel of this machine, through the C library, on any processor. Thread-safe. */
final class LinuxKernel implements Kernel {
    /** O_RDWR | O_CLOEXEC. Source: Linux, asm-generic/fcntl.h. */
    private static final int READ_WRITE = 2 | 0x80000;

    /** POLLIN. Source: Linux, asm-generic/poll.h. */
    private static final short READABLE = 1;

    private static final int INTERRUPTED = 4;
    private static final int POLL_BYTES = 8;

    /** Loads the C library at the first use only, so that a machine without JNA's native code can say so. */
    private static final class C {
        static {
            Native.register(C.class, NativeLibrary.getInstance("c"));
        }

        private C() {}

        static native int open(String path, int flags) throws LastErrorException;

        static native int ioctl(int descriptor, NativeLong request, Buffer structure) throws LastErrorException;

        static native int ioctl(int descriptor, NativeLong request, NativeLong value) throws LastErrorException;

        static native int poll(Buffer descriptors, NativeLong count, int millis) throws LastErrorException;

        static native NativeLong read(int descriptor, Buffer into, NativeLong count) throws LastErrorException;

        static native int close(int descriptor) throws LastErrorException;
    }

    /** An unsigned long of this processor: on a 32-bit one the number is cut, not refused. */
    private static NativeLong number(long value) {
        return new NativeLong(NativeLong.SIZE == Integer.BYTES ? (int) value : value, true);
    }

    @Override
    public int open(String path) {
        return C.open(path, READ_WRITE);
    }

    @Override
    public void exchange(int descriptor, long request, ByteBuffer structure) {
        int unused = C.ioctl(descriptor, number(request), structure);
    }

    @Override
    public void choose(int descriptor, long request, long value) {
        int unused = C.ioctl(descriptor, number(request), number(value));
    }

    @Override
    public boolean awaitReadable(int descriptor, int millis) {
        ByteBuffer wait = ByteBuffer.allocateDirect(POLL_BYTES).order(ByteOrder.nativeOrder());
        wait.putInt(0, descriptor).putShort(Integer.BYTES, READABLE);
        try {
            return C.poll(wait, number(1), millis) > 0;
        } catch (LastErrorException e) {
            if (e.getErrorCode() == INTERRUPTED) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public int read(int descriptor, ByteBuffer into) {
        return C.read(descriptor, into, number(into.capacity())).intValue();
    }

    @Override
    public void close(int descriptor) {
        int unused = C.close(descriptor);
    }
}
