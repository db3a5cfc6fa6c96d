package org.pelvi4j.sim.port;

import java.util.function.Consumer;
import org.pelvi4j.bus.EdgeSink;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.time.VirtualClock;

/** An open virtual input: its falls are dated by the chip, counted, and waited for in virtual time. Confined to one thread. */
final class VirtualInput extends VirtualWire implements InputPin {
    private final int line;
    private final LineChip chip;
    private final VirtualClock clock;
    private long lastNanos;
    private long sequence;

    VirtualInput(String name, int line, LineChip chip, VirtualClock clock, Consumer<String> giveBack) {
        super(name, giveBack);
        this.line = line;
        this.chip = chip;
        this.clock = clock;
        lastNanos = clock.nowNanos();
    }

    @Override
    public boolean isHigh() {
        checkOpen();
        return chip.isHigh(line);
    }

    @Override
    public int awaitEdges(long timeoutNanos, EdgeSink out) {
        checkOpen();
        long deadline = clock.nowNanos() + timeoutNanos;
        int told = 0;
        long next;
        while ((next = chip.nextFallNanos(line, lastNanos)) <= (told > 0 ? clock.nowNanos() : deadline)) {
            clock.advanceTo(next);
            lastNanos = next;
            told++;
            out.edge(next, ++sequence, false);
        }
        if (told == 0) {
            clock.advanceTo(deadline);
        }
        return told;
    }

    @Override
    public void close() {
        closeOnce();
    }
}
