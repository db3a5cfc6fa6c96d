package org.pelvi4j.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A disk in memory that tells every step, and that can fail at any of them. */
final class MemoryFile implements RecordFile {
    /** What was done, in order, such as {@code write 512+300}. */
    final List<String> steps = new ArrayList<>();
    /** What the file held after each step. */
    final List<byte[]> states = new ArrayList<>();
    /** What the disk had for sure after each step. */
    final List<byte[]> forced = new ArrayList<>();

    private byte[] bytes = new byte[0];
    private byte[] safe = new byte[0];
    private int failAt = Integer.MAX_VALUE;
    private boolean failsForEver;
    private boolean keepStates = true;
    boolean closed;

    /** From the k-th step on every step fails, or this one only. */
    MemoryFile failingAt(int step, boolean forEver) {
        failAt = step;
        failsForEver = forEver;
        return this;
    }

    MemoryFile withoutStates() {
        keepStates = false;
        return this;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public void write(ByteBuffer from, long at) throws IOException {
        step("write " + at + "+" + from.remaining());
        int end = (int) at + from.remaining();
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, end);
        }
        from.get(bytes, (int) at, from.remaining());
        keep();
    }

    @Override
    public void force() throws IOException {
        step("force");
        safe = bytes.clone();
        keep();
    }

    @Override
    public void truncate(long length) throws IOException {
        step("truncate " + length);
        bytes = Arrays.copyOf(bytes, (int) Math.min(bytes.length, length));
        keep();
    }

    @Override
    public void close() {
        closed = true;
    }

    private void step(String what) throws IOException {
        int step = steps.size();
        steps.add(what);
        if (step == failAt || (step > failAt && failsForEver)) {
            throw new IOException("No space left on device");
        }
    }

    private void keep() {
        if (keepStates) {
            states.add(bytes.clone());
            forced.add(safe);
        }
    }
}
