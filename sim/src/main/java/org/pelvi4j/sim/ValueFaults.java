package org.pelvi4j.sim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sim.draw.Draws;

/** Faults that change values: stuck, garbage, wrong. Confined to one thread. */
final class ValueFaults {
    private final List<Fault> faults;
    private final List<Channel> channels;
    private final double rateHz;
    private final Draws draws;
    private final double[] held;

    ValueFaults(List<Fault> all, Sensing sensing, Draws draws) {
        this.faults = all.stream().filter(f -> f.kind().ofValues()).toList();
        this.channels = sensing.channels();
        this.rateHz = sensing.rateHz();
        this.draws = draws;
        this.held = new double[channels.size()];
        for (Fault fault : faults) {
            Role role = fault.role();
            if (role != null && !sensing.roles().contains(role)) {
                throw new IllegalArgumentException(fault.kind().word() + ": expected a channel of this sensor, "
                        + sensing.roles() + ", but was " + role);
            }
        }
    }

    void apply(long number, double[] values) {
        if (faults.isEmpty()) {
            return;
        }
        double now = number / rateHz;
        for (int i = 0; i < held.length; i++) {
            Fault fault = at(now, channels.get(i).role());
            if (fault == null) {
                held[i] = values[i];
            } else {
                values[i] = spoilt(fault, values[i], i);
            }
        }
    }

    private @Nullable Fault at(double seconds, Role role) {
        for (Fault fault : faults) {
            if (fault.at(seconds) && (fault.role() == null || fault.role() == role)) {
                return fault;
            }
        }
        return null;
    }

    private double spoilt(Fault fault, double value, int channel) {
        return switch (fault.kind()) {
            case STUCK -> held[channel];
            case GARBAGE ->
                draws.uniform(
                        channels.get(channel).minimum(), channels.get(channel).maximum());
            default -> fault.amount() * value;
        };
    }
}
