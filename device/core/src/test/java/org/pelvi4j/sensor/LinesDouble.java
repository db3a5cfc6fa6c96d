package org.pelvi4j.sensor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.time.VirtualClock;

/** Lines of text that come at their times in virtual time; it takes no command. */
final class LinesDouble implements ByteLink {
    private final VirtualClock clock;
    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private final ArrayDeque<Long> times = new ArrayDeque<>();
    boolean gone;

    LinesDouble(VirtualClock clock) {
        this.clock = clock;
    }

    void at(double seconds, String line) {
        times.add(Math.round(seconds * 1e9));
        lines.add(line);
    }

    @Override
    public int read(byte[] into) throws BusException {
        if (gone) {
            throw new BusException(BusException.Kind.DISCONNECTED, "gone");
        }
        long deadline = clock.nowNanos() + 100_000_000;
        clock.advanceTo(times.isEmpty() ? deadline : Math.min(deadline, times.peek()));
        if (times.isEmpty() || times.peek() > clock.nowNanos()) {
            return 0;
        }
        times.remove();
        byte[] bytes = lines.remove().getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, into, 0, bytes.length);
        return bytes.length;
    }

    @Override
    public void write(byte[] bytes) {
        throw new AssertionError("the board takes no commands");
    }

    @Override
    public void close() {}
}
