package org.pelvi4j.sim.device;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.sim.draw.Draws;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.fault.FaultKind;
import org.pelvi4j.sim.fault.Faults;
import org.pelvi4j.sim.fault.SampleFaults;

/** One instant after the other: from the source, past the faults of the sensor, into the board. Confined to one thread. */
final class Measurement {
    private final Board board;
    private final SourceRun source;
    private final Faults faults;
    private final SampleFaults sampleFaults;
    private @Nullable Witness witness;
    private int slowed;

    Measurement(Board board, SourceRun source, Faults faults, Draws draws) {
        this.board = board;
        this.source = source;
        this.faults = faults;
        this.sampleFaults =
                new SampleFaults(faults, draws, source.info().channels().size());
    }

    /** Has somebody told what the body does. */
    void tell(Witness told) {
        witness = told;
    }

    /** Refuses a fault that this device cannot have. */
    void check(Fault fault) {
        int channels = source.info().channels().size();
        if (fault.channel() > channels) {
            throw new IllegalArgumentException("fault '" + fault + "': expected a channel of 1 to " + channels);
        }
        if (fault.kind() == FaultKind.COUNTER_JUMP && !board.skip(0)) {
            throw new IllegalArgumentException("fault '" + fault + "': a board '" + board.name() + "' has no counter");
        }
    }

    /** Measures the next instant; false when there is none. */
    boolean next(Sender sender) {
        long number = source.number();
        if (!source.next()) {
            return false;
        }
        if (witness != null) {
            source.tell(witness);
        }
        sender.carrying(number, number / board.rateHz());
        sampleFaults.spoil(source.values());
        double slow = faults.amount(FaultKind.SLOW);
        if (slow > 0 && slowed++ % (int) slow != 0) {
            sender.leaveOut(source.values());
        } else {
            board.measure(source.values(), sender);
        }
        return true;
    }
}
