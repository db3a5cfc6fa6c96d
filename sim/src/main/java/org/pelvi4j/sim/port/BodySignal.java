package org.pelvi4j.sim.port;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.Conversion;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.Sensing;
import org.pelvi4j.sim.SimulatedBody;
import org.pelvi4j.sim.Source;

/**
 * What a simulated body gives a virtual chip at any time: pascal or microvolt. Who it is stands in the chip's URI:
 * {@code person=healthy&seed=1} follows the pictures, {@code scenario=lift3-healthy} a timetable, {@code water=20,5} is no body
 * but a tube of water. {@code part=0.8,1.1} is a part that tells 0.8 of each pascal, and 1.1 kPa at none: what a data sheet
 * calls spread and offset. Confined to one thread.
 */
final class BodySignal {
    /** What is read here, and by no driver. */
    static final Set<String> OPTIONS = Set.of("person", "seed", "scenario", "water", "part");

    private static final Pattern PART = Pattern.compile("[0-9]{1,2}(\\.[0-9]{1,4})?,-?[0-9]{1,3}(\\.[0-9]{1,4})?");
    private static final double PRESSURE_HZ = 1000;
    private static final double EMG_HZ = 4000;

    private final Source source;
    private final double[] values;
    private final long startNanos;
    private final double factor;
    private final double offset;
    private long taken;

    private BodySignal(Source source, long startNanos, double factor, double offset) {
        this.source = source;
        this.startNanos = startNanos;
        this.factor = factor;
        this.offset = offset;
        this.values = new double[source.info().channels().size()];
    }

    /** The body behind a chip that measures that; the person's eyes are the ports' from then on. */
    static BodySignal of(DeviceUri uri, VirtualPorts ports, Signal signal) {
        String part = uri.option("part").orElse("1,0");
        if (!PART.matcher(part).matches()) {
            throw uri.wrong("option 'part'", "what it tells of a pascal, and kPa at none, such as 0.8,1.1", part);
        }
        String[] two = part.split(",", -1);
        long now = ports.clock().nowNanos();
        Source source = source(uri, ports, signal, now);
        return new BodySignal(
                uri.option("output").isPresent() ? Rectified.of(uri, source) : source,
                now,
                Double.parseDouble(two[0]),
                1000 * Double.parseDouble(two[1]));
    }

    private static Source source(DeviceUri uri, VirtualPorts ports, Signal signal, long now) {
        boolean emg = signal == Signal.EMG;
        boolean two = uri.option("abdominal").isPresent() || uri.option("deep").isPresent();
        if (uri.option("water").isPresent()) {
            return WaterTube.of(uri, emg ? EMG_HZ : PRESSURE_HZ);
        }
        if (uri.option("scenario").isPresent()) {
            List<Role> roles = two ? List.of(Role.PFM, emg ? Role.ABDOMINAL : Role.DEEP) : List.of(Role.PFM);
            var sensing = new Sensing(
                    signal, emg ? EMG_HZ : PRESSURE_HZ, emg ? Conversion.LOW_PASS : Conversion.PLAIN, roles);
            return Scenario.named(uri.option("scenario").orElseThrow()).source(sensing);
        }
        var options = new LinkedHashMap<String, String>();
        options.put("signal", emg ? "emg" : "pressure");
        options.put("rate", String.valueOf(emg ? EMG_HZ : PRESSURE_HZ));
        options.put("channels", two ? "2" : "1");
        uri.option("seed").ifPresent(seed -> options.put("seed", seed));
        var person = new DeviceUri(false, "sim", uri.option("person").orElse("healthy"), options);
        var body = SimulatedBody.open(person, now);
        ports.watch(body.person());
        return body.source();
    }

    /** Its value at a time, not before an earlier question; channels that it has not are 0. */
    double at(int channel, long atNanos) {
        long wanted = 1 + (long) ((atNanos - startNanos) * 1e-9 * source.info().rateHz());
        while (taken < wanted && source.next(values)) {
            taken++;
        }
        return offset + factor * (channel < values.length ? values[channel] : 0);
    }
}
