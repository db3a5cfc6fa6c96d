package org.pelvi4j.sim.device;

import java.util.Arrays;
import org.pelvi4j.sim.draw.Draws;
import org.pelvi4j.sim.fault.FaultKind;
import org.pelvi4j.sim.fault.Faults;
import org.pelvi4j.sim.fault.WireFaults;

/** A board's way to the outbox, past the faults of board and wire. Confined to one thread. */
final class Sender implements Outlet {
    private final Faults faults;
    private final WireFaults wireFaults;
    private final Draws draws;
    private final Outbox outbox;
    private byte[] scratch = new byte[64];
    private long number;
    private double seconds;
    private boolean cut;

    Sender(Faults faults, Draws draws, Outbox outbox) {
        this.faults = faults;
        this.wireFaults = new WireFaults(faults, draws.split());
        this.draws = draws.split();
        this.outbox = outbox;
    }

    /** Says which instant the next frame carries. */
    void carrying(long instant, double atSeconds) {
        number = instant;
        seconds = atSeconds;
    }

    /** The next frame stops in its middle: a stall begins. */
    void cutNext() {
        cut = true;
    }

    @Override
    public void text(byte[] bytes) {
        if (!faults.isOn(FaultKind.OFF) && !faults.isOn(FaultKind.FLOOD) && !faults.isOn(FaultKind.STALL)) {
            copy(bytes, bytes.length);
            outbox.add(scratch, wireFaults.spoil(scratch, bytes.length));
        }
    }

    /** Random bytes, as from a plug that makes its first contact. */
    void garbage(int count) {
        outbox.add(wireFaults.garbage(count), count);
    }

    /** Bytes instead of a frame, where no board of ours is at the other end. */
    void flood(int count) {
        copy(new byte[count], count);
        outbox.add(scratch, wireFaults.spoil(scratch, count));
    }

    @Override
    public void frame(int counter, byte[] bytes, int length, double[] carried) {
        copy(bytes, length);
        double missing = faults.amount(FaultKind.INTERMITTENT);
        boolean withheld = faults.isOn(FaultKind.OFF) || (missing > 0 && draws.uniform() < missing);
        int left = withheld ? 0 : stalled(length);
        left = wireFaults.spoil(scratch, left);
        boolean whole = left == length && Arrays.equals(scratch, 0, left, bytes, 0, length);
        Fate fate = withheld ? Fate.WITHHELD : whole ? Fate.SENT : Fate.DAMAGED;
        outbox.add(() -> new Outbox.Pending(number, seconds, counter, carried, fate), scratch, left);
    }

    private int stalled(int length) {
        if (!faults.isOn(FaultKind.STALL)) {
            return length;
        }
        int left = cut ? length / 2 : 0;
        cut = false;
        return left;
    }

    /** An instant for which the board made no frame. */
    void leaveOut(double[] values) {
        outbox.add(() -> new Outbox.Pending(number, seconds, -1, values, Fate.WITHHELD), scratch, 0);
    }

    private void copy(byte[] bytes, int length) {
        if (length > scratch.length) {
            scratch = new byte[length];
        }
        System.arraycopy(bytes, 0, scratch, 0, length);
    }
}
