package org.pelvi4j.sim.port;

import java.util.function.DoubleUnaryOperator;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.Source;

/**
 * A simulated body behind an analog sensor: its first channel is at input 0 and so on, the other inputs are at ground.
 * Confined to one thread.
 */
final class BodyVoltages implements Voltages {
    private final Source source;
    private final DoubleUnaryOperator sensor;
    private final double[] values;
    private final long startNanos;
    private long taken;

    BodyVoltages(Source source, long startNanos) {
        this.source = source;
        this.startNanos = startNanos;
        this.values = new double[source.info().channels().size()];
        Signal signal = source.info().channels().get(0).signal();
        this.sensor = signal == Signal.PRESSURE ? BodyVoltages::mpx5010 : BodyVoltages::emgModule;
    }

    /** At 5 V, behind a divider of 2 to 3 for inputs of 3.3 V. Source: DOMAIN 3.14. */
    private static double mpx5010(double pascal) {
        double volts = 5 * (0.09 * pascal / 1000 + 0.04);
        return Math.max(0.2 * 0.9, Math.min(4.7, volts)) * 2 / 3;
    }

    /** A gain of 1000 around 1.5 V, 0 to 3 V. Source: DOMAIN 3.3, OYMotion. */
    private static double emgModule(double microvolts) {
        return Math.max(0, Math.min(3, 1.5 + microvolts * 1e-3));
    }

    @Override
    public double volts(int input, long atNanos) {
        long wanted = 1 + (long) ((atNanos - startNanos) * 1e-9 * source.info().rateHz());
        while (taken < wanted && source.next(values)) {
            taken++;
        }
        return input < values.length ? sensor.applyAsDouble(values[input]) : 0;
    }
}
