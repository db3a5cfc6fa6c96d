package org.pelvi4j.sim.port;

import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.IioDevice;
import org.pelvi4j.time.VirtualClock;

/**
 * An HX711 with a pressure bridge behind the kernel's driver, in virtual time: a read waits for the next conversion and
 * tells it in offset binary. Source: DOMAIN 3.12. Confined to one thread.
 */
final class VirtualHx711Iio implements IioDevice {
    private final Pressures millivolts;
    private final double step;
    private final long periodNanos;
    private final VirtualClock clock;
    private boolean closed;

    private VirtualHx711Iio(Pressures millivolts, double step, long periodNanos, VirtualClock clock) {
        this.millivolts = millivolts;
        this.step = step;
        this.periodNanos = periodNanos;
        this.clock = clock;
    }

    static void connect(DeviceUri uri, VirtualPorts ports) {
        if (!(ports.clock() instanceof VirtualClock time)) {
            throw uri.wrong("clock", "virtual time for a simulated HX711", "real time");
        }
        double supply = uri.number("supply", 2.6, 5.5).orElse(5.0);
        int gain = uri.integer("gain", 32, 128).orElse(128);
        double step = supply * 1000 / gain / (1 << VirtualHx711.BITS);
        long period = Math.round(1e9 / uri.number("rate", 10, 100).orElse(10.0));
        Pressures bridge = VirtualHx711.bridge(uri, ports);
        ports.connectIio(uri.address(), () -> new VirtualHx711Iio(bridge, step, period, time));
    }

    @Override
    public long raw() throws BusException {
        if (closed) {
            throw new BusException(Kind.DISCONNECTED, "iio: it was closed");
        }
        long next = Math.floorDiv(clock.nowNanos(), periodNanos) + 1;
        clock.advanceTo(next * periodNanos);
        double exact = Math.rint(millivolts.pascal(clock.nowNanos()) / step);
        return (long) Math.max(-0x800000, Math.min(0x7FFFFF, exact)) + 0x800000;
    }

    @Override
    public double millivoltsPerStep() {
        return step;
    }

    @Override
    public void close() {
        closed = true;
    }
}
