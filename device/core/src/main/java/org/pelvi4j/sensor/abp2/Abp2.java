package org.pelvi4j.sensor.abp2;

import java.util.List;
import java.util.Set;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.I2cAddress;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.sensor.Chip;
import org.pelvi4j.sensor.Honeywell24;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Span;
import org.pelvi4j.sensor.Transfer;
import org.pelvi4j.time.Clock;

/** A Honeywell ABP2, the part to choose for pressure. Source: DOMAIN.md 3.13. Confined to one thread. */
public final class Abp2 implements Chip {
    private static final Set<String> OPTIONS = Set.of("chip", "range", "rate", "transfer");

    private static final int LAST_COUNT = 0xFFFFFF;
    private static final int ANSWER_BYTES = 7;
    private static final double USUAL_HZ = 100;
    /** A write, 5 ms, two reads. Source: DOMAIN.md 3.13, 6 to 7 ms at 400 kHz. */
    private static final double MOST_HZ = 140;

    private static final double STUCK_SECONDS = 1;

    private final Honeywell24 part;
    private final Transfer transfer;
    private final SensorInfo info;

    private Abp2(DeviceUri uri) {
        part = new Honeywell24(I2cAddress.of(uri), "ABP2", ANSWER_BYTES);
        Span span = Span.of(uri, "");
        String function = uri.option("transfer").orElse("a");
        // Source: DOMAIN.md 3.13: A from 10 to 90 %, B from 30 to 70 % of 24 bits.
        transfer = switch (function) {
            case "a" -> new Transfer(1_677_722, 15_099_494, LAST_COUNT, span);
            case "b" -> new Transfer(5_033_165, 11_744_051, LAST_COUNT, span);
            default -> throw uri.wrong("option 'transfer'", "a or b, a letter of the order code", function);
        };
        info = new SensorInfo(
                "Honeywell ABP2, " + span.text(),
                uri.number("rate", 10, MOST_HZ).orElse(USUAL_HZ),
                List.of(transfer.channel(0)));
    }

    /**
     * Reads the options {@code range} and {@code transfer} (a or b), of the part's order code, and {@code rate}.
     *
     * @param uri such as {@code i2c:1/0x28?chip=abp2&range=160mbar}
     * @return the chip
     * @throws IllegalArgumentException saying which option is wrong and what was expected
     */
    public static Chip of(DeviceUri uri) {
        return new Abp2(uri.withOnly(OPTIONS));
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public int stuckAfter() {
        return (int) Math.round(STUCK_SECONDS * info.rateHz());
    }

    @Override
    public void open(Ports ports, Clock clock) throws BusException {
        part.open(ports);
    }

    @Override
    public int take(double[] values, int[] flaws) throws BusException {
        int count = part.measure();
        values[0] = transfer.pascal(count);
        flaws[0] |= transfer.flaws(count) | part.flaws();
        return 1;
    }

    @Override
    public void close() {
        part.close();
    }
}
