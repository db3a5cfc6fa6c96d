package org.pelvi4j.sim.port;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.EdgeSink;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.time.Clock;

/**
 * A push button to ground that somebody presses by a timetable: {@code sim+button:17?press=1,20&hold=40}, in seconds since it
 * was opened. A press lasts 150 ms, a hold 2.5 s. Confined to one thread, but for {@link #close()}.
 */
public final class VirtualButton implements InputPin {
    private static final double PRESS_SECONDS = 0.15;
    private static final double HOLD_SECONDS = 2.5;
    private static final long LOOK_NANOS = 10_000_000L;

    private record Edge(long atNanos, boolean rising) {}

    private final Clock clock;
    private final ArrayDeque<Edge> ahead = new ArrayDeque<>();
    private volatile boolean closed;
    private boolean high = true;
    private long sequence;

    private VirtualButton(Clock clock, List<Edge> edges) {
        this.clock = clock;
        ahead.addAll(edges);
    }

    /**
     * Opens a button.
     *
     * @param uri its name and timetable
     * @param clock the time by which it is pressed
     * @return the line, high until the first press
     * @throws IllegalArgumentException naming the part of the URI that is wrong
     */
    public static VirtualButton open(DeviceUri uri, Clock clock) {
        uri.withOnly(Set.of("press", "hold"));
        long start = clock.nowNanos();
        var edges = new ArrayList<Edge>();
        add(edges, start, uri, "press", PRESS_SECONDS);
        add(edges, start, uri, "hold", HOLD_SECONDS);
        edges.sort(Comparator.comparingLong(Edge::atNanos));
        for (int i = 0; i < edges.size(); i++) {
            if (edges.get(i).rising() != (i % 2 == 1)) {
                throw uri.wrong("timetable", "presses one after another", "two at once");
            }
        }
        return new VirtualButton(clock, edges);
    }

    private static void add(List<Edge> edges, long start, DeviceUri uri, String option, double lasts) {
        for (String second : uri.option(option).map(list -> list.split(",", -1)).orElse(new String[0])) {
            if (!second.matches("[0-9]{1,5}(\\.[0-9]{1,3})?")) {
                throw uri.wrong("option '" + option + "'", "seconds with commas such as 1,20.5", second);
            }
            double at = Double.parseDouble(second);
            edges.add(new Edge(start + (long) (at * 1e9), false));
            edges.add(new Edge(start + (long) ((at + lasts) * 1e9), true));
        }
    }

    @Override
    public boolean isHigh() {
        return high;
    }

    @Override
    public int awaitEdges(long timeoutNanos, EdgeSink out) {
        if (closed) {
            throw new IllegalStateException("button: it is closed");
        }
        long until = clock.nowNanos() + timeoutNanos;
        int told = hand(out);
        while (told == 0 && !closed && until - clock.nowNanos() > 0) {
            java.util.concurrent.locks.LockSupport.parkNanos(Math.min(LOOK_NANOS, timeoutNanos));
            told = hand(out);
        }
        return told;
    }

    private int hand(EdgeSink out) {
        int told = 0;
        for (Edge next = ahead.peek(); next != null && clock.nowNanos() - next.atNanos() >= 0; next = ahead.peek()) {
            ahead.remove();
            high = next.rising();
            out.edge(next.atNanos(), ++sequence, high);
            told++;
        }
        return told;
    }

    @Override
    public void close() {
        closed = true;
    }
}
