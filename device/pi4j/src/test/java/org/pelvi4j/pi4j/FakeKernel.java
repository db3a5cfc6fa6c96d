package org.pelvi4j.pi4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.LastErrorException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kernel with one GPIO chip of 28 lines, written from linux/gpio.h and not from our side: it refuses what the kernel
 * refuses, and keeps count of descriptors. Confined to one thread.
 */
final class FakeKernel implements Kernel {
    private static final int EINVAL = 22;
    private static final int EBUSY = 16;
    private static final int EBADF = 9;
    private static final long FLAGS_KNOWN = (1 << 12) - 1;

    /** One line that was requested. */
    static final class Line {
        final int offset;
        final long flags;
        final long debounceMicros;
        final int kept;
        final ArrayDeque<long[]> edges = new ArrayDeque<>();
        int count;
        boolean high;

        Line(int offset, long flags, long debounceMicros, int kept) {
            this.offset = offset;
            this.flags = flags;
            this.debounceMicros = debounceMicros;
            this.kept = kept;
        }

        /** An edge: it is counted whether or not there is room for it. */
        void edge(long atNanos, boolean rising) {
            count++;
            high = rising;
            if (edges.size() == kept) {
                edges.removeFirst();
            }
            edges.addLast(new long[] {atNanos, rising ? 1 : 2, count});
        }
    }

    String label = "pinctrl-bcm2711";
    int refusal;
    boolean gone;
    private final Map<Integer, String> chips = new HashMap<>();
    private final Map<Integer, Line> lines = new HashMap<>();
    final Set<Integer> i2c = new HashSet<>();
    final Set<Integer> kernels = new HashSet<>();
    final List<Integer> asked = new ArrayList<>();
    boolean hanging;
    private int chosen;
    private int next = 10;

    Set<Integer> open() {
        var open = new HashSet<>(chips.keySet());
        open.addAll(lines.keySet());
        return open;
    }

    Line line(int offset) {
        return lines.values().stream()
                .filter(line -> line.offset == offset)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public int open(String path) {
        if (refusal != 0) {
            throw new LastErrorException(refusal);
        }
        chips.put(next, path);
        return next++;
    }

    @Override
    public void exchange(int descriptor, long request, ByteBuffer structure) {
        if (request == 0x8044B401L) {
            assertThat(chips).containsKey(descriptor);
            assertThat(structure.capacity()).isEqualTo(68);
            structure.put(32, label.getBytes(StandardCharsets.UTF_8)).putInt(64, 28);
        } else if (request == 0xC250B407L) {
            assertThat(chips).containsKey(descriptor);
            assertThat(structure.capacity()).isEqualTo(592);
            structure.putInt(588, take(structure));
        } else if (request == 0xC010B40EL) {
            structure.putLong(0, structure.getLong(8) & (known(descriptor).high ? 1 : 0));
        } else {
            throw new LastErrorException(25);
        }
    }

    @Override
    public void choose(int descriptor, long request, long value) {
        assertThat(chips).containsKey(descriptor);
        if (request != 0x0703 || value < 0 || value > 0x7F) {
            throw new LastErrorException(EINVAL);
        }
        if (kernels.contains((int) value)) {
            throw new LastErrorException(EBUSY);
        }
        chosen = (int) value;
    }

    private int answer(ByteBuffer into) {
        asked.add(chosen);
        if (hanging) {
            throw new LastErrorException(110);
        }
        if (!i2c.contains(chosen)) {
            throw new LastErrorException(6);
        }
        return into.capacity();
    }

    private int take(ByteBuffer request) {
        int offset = request.getInt(0);
        long flags = request.getLong(288);
        int attributes = request.getInt(296);
        boolean pulls = Long.bitCount(flags & (256 | 512 | 1024)) > 1;
        if (request.getInt(560) != 1 || offset >= 28 || (flags & ~FLAGS_KNOWN) != 0 || (flags & 4) == 0 || pulls) {
            throw new LastErrorException(EINVAL);
        }
        assertThat(request.get(256)).as("a consumer's name").isNotZero();
        long debounce = 0;
        for (int i = 0; i < attributes; i++) {
            int at = 320 + 24 * i;
            assertThat(request.getInt(at)).as("the attribute's id: debounce").isEqualTo(3);
            assertThat(request.getLong(at + 16)).as("the lines that it is for").isEqualTo(1);
            debounce = Integer.toUnsignedLong(request.getInt(at + 8));
        }
        if (lines.values().stream().anyMatch(line -> line.offset == offset)) {
            throw new LastErrorException(EBUSY);
        }
        lines.put(next, new Line(offset, flags, debounce, Math.min(1024, request.getInt(564))));
        return next++;
    }

    private Line known(int descriptor) {
        Line line = lines.get(descriptor);
        if (line == null) {
            throw new LastErrorException(EBADF);
        }
        if (gone) {
            throw new LastErrorException(19);
        }
        return line;
    }

    @Override
    public boolean awaitReadable(int descriptor, int millis) {
        assertThat(millis).isBetween(0, 100);
        Line line = lines.get(descriptor);
        if (line == null) {
            throw new LastErrorException(EBADF);
        }
        return gone || !line.edges.isEmpty();
    }

    @Override
    public int read(int descriptor, ByteBuffer into) {
        if (chips.containsKey(descriptor)) {
            return answer(into);
        }
        Line line = known(descriptor);
        int at = 0;
        while (!line.edges.isEmpty() && at + 48 <= into.capacity()) {
            long[] edge = line.edges.removeFirst();
            into.putLong(at, edge[0]).putInt(at + 8, (int) edge[1]).putInt(at + 12, line.offset);
            into.putInt(at + 16, (int) edge[2]).putInt(at + 20, (int) edge[2]);
            at += 48;
        }
        return at;
    }

    @Override
    public void close(int descriptor) {
        if (chips.remove(descriptor) == null && lines.remove(descriptor) == null) {
            throw new LastErrorException(EBADF);
        }
    }
}
