package org.pelvi4j.sensor;

import org.pelvi4j.link.SteadyLink;
import org.pelvi4j.sensor.SensorState.Kind;

/** Waits for a board that streams without being asked. Confined to one thread. */
final class Listener implements Dialogue {
    /** Boards reset when their port is opened, and wait for their boot loader. Source: DOMAIN.md 3.1, 2 s. */
    private static final long VERDICT_NANOS = 2_700_000_000L;

    private final String expected;
    private long openedNanos;
    private boolean streaming;
    private boolean judged;
    private boolean seeking;
    private int stream;
    private SensorState state = new SensorState(Kind.STARTING, "");

    /** Knows what should come, such as {@code lines of numbers}. */
    Listener(String expected) {
        this.expected = expected;
    }

    @Override
    public void opened(long nowNanos) {
        openedNanos = nowNanos;
        streaming = false;
        judged = false;
        if (!seeking) { // a verdict stands while other speeds are tried
            state = new SensorState(Kind.STARTING, "no data yet: expected " + expected);
        }
        seeking = false;
    }

    /** A frame came that can be used. */
    void frame() {
        if (!streaming) {
            streaming = true;
            judged = true;
            stream++;
            state = SensorState.OK;
        }
    }

    /** What comes next does not count on from what came. */
    @Override
    public void refresh() {
        streaming = false;
    }

    @Override
    public int stream() {
        return stream;
    }

    @Override
    public SensorState state() {
        return state;
    }

    @Override
    public void advance(long nowNanos, SteadyLink link) {
        if (judged || nowNanos - openedNanos < VERDICT_NANOS) {
            return;
        }
        judged = true;
        if (link.lastByteNanos() - openedNanos > 0) {
            wrong(link, "not my sensor: expected " + expected);
        } else {
            state = new SensorState(Kind.SILENT, link.path() + ": no data: the board sends nothing");
        }
    }

    /** What comes is not what was expected; another path or speed is tried, if there is one. */
    void wrong(SteadyLink link, String text) {
        streaming = false;
        state = new SensorState(Kind.WRONG_DEVICE, link.path() + ": " + text);
        if (link.hasOthers()) {
            seeking = true;
            link.drop(0);
        }
    }
}
