package org.pelvi4j.link;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.time.Clock;

/**
 * A serial wire that is opened again by itself when it is lost, so that its reader never sees an error: only bytes, no
 * bytes, and a number that tells how often it was opened. Several paths or speeds are tried in turn; a symbolic link
 * such as {@code /dev/serial/by-id/...} is followed anew at each opening. Confined to one thread, but for
 * {@link #close()}.
 */
public final class SteadyLink implements AutoCloseable {
    /** A missing port is looked for so often. Source: RELIABILITY.md A1, streaming again within 1 s. */
    private static final long LOOK_NANOS = 100_000_000L;
    /** Least and longest wait for a port that is busy or forbidden. Source: RELIABILITY.md A4. */
    private static final long LEAST_BACKOFF_NANOS = 500_000_000L;

    private static final long MOST_BACKOFF_NANOS = 5_000_000_000L;

    private final Ports ports;
    private final Clock clock;
    private final List<String> paths;
    private final List<Integer> bauds;
    /** Which pair of path and speed comes next. */
    private int candidate;

    private volatile @Nullable ByteLink wire;
    private volatile boolean closed;
    private @Nullable BusException trouble;
    private long backoffNanos = LEAST_BACKOFF_NANOS;
    private long notBeforeNanos;
    private long lastByteNanos;
    private int openings;
    private boolean drained = true;

    /**
     * Prepares a wire; it is opened by the first {@link #read}.
     *
     * @param ports what opens it
     * @param clock paces the attempts
     * @param paths where it may be, the likeliest first
     * @param bauds at what speeds, the likeliest first
     */
    public SteadyLink(Ports ports, Clock clock, List<String> paths, List<Integer> bauds) {
        if (paths.isEmpty() || bauds.isEmpty()) {
            throw new IllegalArgumentException(
                    "paths and bauds: expected at least one of each but were " + paths + " and " + bauds);
        }
        this.ports = ports;
        this.clock = clock;
        this.paths = List.copyOf(paths);
        this.bauds = List.copyOf(bauds);
        this.notBeforeNanos = clock.nowNanos();
        this.lastByteNanos = notBeforeNanos;
    }

    /**
     * Waits for bytes, at most 100 ms, or tries to open the wire.
     *
     * @param into where to put them, from index 0
     * @return how many came; 0 when none came in time or the wire is not open
     */
    public int read(byte[] into) {
        ByteLink open = wire;
        if (closed) {
            return 0;
        }
        if (open == null) {
            reopen();
            return 0;
        }
        try {
            int count = open.read(into);
            drained = count < into.length;
            if (count > 0) {
                lastByteNanos = clock.nowNanos();
            }
            return count;
        } catch (BusException gone) {
            lose(gone, LOOK_NANOS);
            return 0;
        }
    }

    private void reopen() {
        long now = clock.nowNanos();
        long wait = notBeforeNanos - now;
        if (wait > 0) {
            ports.pause(Math.min(wait, LOOK_NANOS));
            return;
        }
        BusException worst = null;
        for (int i = 0; i < paths.size() * bauds.size() && !closed; i++) {
            try {
                open();
                return;
            } catch (BusException failed) {
                worst = worst == null || failed.kind() != BusException.Kind.NOT_FOUND ? failed : worst;
                candidate++;
            }
        }
        if (worst != null) {
            failed(worst);
        }
    }

    private void open() throws BusException {
        int pair = candidate % (paths.size() * bauds.size());
        ByteLink opened = ports.openSerial(paths.get(pair % paths.size()), bauds.get(pair / paths.size()));
        wire = opened;
        if (closed) {
            opened.close();
            wire = null;
            return;
        }
        openings++;
        trouble = null;
        drained = true;
        backoffNanos = LEAST_BACKOFF_NANOS;
        lastByteNanos = clock.nowNanos();
    }

    private void failed(BusException worst) {
        trouble = worst;
        boolean patient = worst.kind() == BusException.Kind.BUSY || worst.kind() == BusException.Kind.NO_PERMISSION;
        notBeforeNanos = clock.nowNanos() + (patient ? backoffNanos : LOOK_NANOS);
        backoffNanos = patient ? Math.min(2 * backoffNanos, MOST_BACKOFF_NANOS) : LEAST_BACKOFF_NANOS;
    }

    private void lose(@Nullable BusException why, long waitNanos) {
        ByteLink lost = wire;
        wire = null;
        if (lost != null) {
            lost.close();
        }
        trouble = why;
        notBeforeNanos = clock.nowNanos() + waitNanos;
    }

    /**
     * Sends bytes.
     *
     * @param bytes what to send
     * @return false when the wire is not open, or was lost by this
     */
    public boolean write(byte[] bytes) {
        ByteLink open = wire;
        if (open == null) {
            return false;
        }
        try {
            open.write(bytes);
            return true;
        } catch (BusException gone) {
            lose(gone, LOOK_NANOS);
            return false;
        }
    }

    /**
     * Gives up what is at the other end: closes the wire, and later opens the next path or speed.
     *
     * @param waitNanos how long to wait before
     */
    public void drop(long waitNanos) {
        candidate++;
        lose(null, waitNanos);
    }

    /**
     * Tells whether there is another path or speed to try.
     *
     * @return true when {@link #drop} leads elsewhere
     */
    public boolean hasOthers() {
        return paths.size() * bauds.size() > 1;
    }

    /**
     * Tells how often the wire was opened: another number means that another device may be there.
     *
     * @return the number, 0 before the first time
     */
    public int openings() {
        return openings;
    }

    /**
     * Tells whether the wire is open, as far as is known.
     *
     * @return true when it can be read
     */
    public boolean isOpen() {
        return wire != null;
    }

    /**
     * Tells whether the last read left nothing behind: what the next one brings came after it.
     *
     * @return true when the wire was empty then
     */
    public boolean isDrained() {
        return drained;
    }

    /**
     * Tells since when nothing has come.
     *
     * @return when the last byte came or the wire was opened
     */
    public long lastByteNanos() {
        return lastByteNanos;
    }

    /**
     * Tells why the wire is not open.
     *
     * @return the last fault, null when it is open or was never tried
     */
    public @Nullable BusException trouble() {
        return trouble;
    }

    /**
     * Names where the wire is or is looked for.
     *
     * @return the path
     */
    public String path() {
        return paths.get(candidate % (paths.size() * bauds.size()) % paths.size());
    }

    /** Closes the wire for good, within 500 ms; may be called twice and from any thread, and ends a read that waits. */
    @Override
    public void close() {
        closed = true;
        ByteLink open = wire;
        wire = null;
        if (open != null) {
            open.close();
        }
    }
}
