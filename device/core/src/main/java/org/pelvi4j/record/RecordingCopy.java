package org.pelvi4j.record;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;

/** Writes a recording again in another format: samples, gaps and events. Confined to one thread. */
public final class RecordingCopy {
    private RecordingCopy() {}

    /**
     * Makes the header of a copy. A recording that tells no range is read to its end for it: open it again to copy it.
     *
     * @param from what is copied
     * @param name the sensor's name, as nothing but EDF keeps it
     * @param zone where it was recorded
     * @param otherwise its start, when the file tells none
     * @return the header; the first channel is the pelvic floor's, those that their labels say are others
     * @throws IOException when it cannot be read
     */
    public static RecordingHeader header(Recording from, String name, ZoneId zone, LocalDateTime otherwise)
            throws IOException {
        var channels = new ArrayList<Channel>();
        for (RecordedChannel channel : limited(from)) {
            channels.add(channel.as(role(channel, channels)));
        }
        LocalDateTime start = from.start();
        return RecordingHeader.of(
                        new SensorInfo(name, from.rateHz(), channels),
                        ZonedDateTime.of(start == null ? otherwise : start, zone))
                .withCode(from.person());
    }

    private static List<RecordedChannel> limited(Recording from) throws IOException {
        List<RecordedChannel> channels = from.channels();
        if (channels.stream().noneMatch(RecordedChannel::isUnlimited)) {
            return channels;
        }
        double[] values = new double[channels.size()];
        double[] low = new double[values.length];
        double[] high = new double[values.length];
        while (from.next(values)) {
            for (int i = 0; i < values.length; i++) {
                low[i] = Double.isNaN(values[i]) ? low[i] : Math.min(low[i], values[i]);
                high[i] = Double.isNaN(values[i]) ? high[i] : Math.max(high[i], values[i]);
            }
        }
        var limited = new ArrayList<RecordedChannel>();
        for (int i = 0; i < values.length; i++) {
            RecordedChannel channel = channels.get(i);
            limited.add(channel.isUnlimited() ? channel.within(low[i], high[i]) : channel);
        }
        return limited;
    }

    private static Role role(RecordedChannel channel, List<Channel> before) {
        String label = channel.label();
        if (before.isEmpty()) {
            return Role.PFM;
        }
        return label.contains("deep") ? Role.DEEP : label.matches(".*(Abd|abd).*") ? Role.ABDOMINAL : Role.PFM;
    }

    /**
     * Copies everything; the recorder is closed by the caller.
     *
     * @param from read to its end
     * @param to what is written
     * @throws IOException when the one cannot be read or the other not written
     */
    public static void copy(Recording from, Recorder to) throws IOException {
        List<Annotation> events = from.annotations();
        double nanosPerSample = 1e9 / from.rateHz();
        double[] values = new double[from.channels().size()];
        int[] flaws = new int[values.length];
        long next = 0;
        int told = 0;
        while (from.next(values)) {
            long number = from.number();
            long atNanos = Math.round(number * nanosPerSample);
            if (number > next) {
                long since = Math.round(next * nanosPerSample);
                to.gap(new Gap(next, number - next, since, atNanos, Gap.Cause.LOST));
            }
            for (int i = 0; i < values.length; i++) {
                flaws[i] = Double.isNaN(values[i]) ? Flaw.OUT_OF_RANGE : 0;
            }
            to.sample(number, atNanos, values, flaws);
            next = number + 1;
            while (told < events.size() && events.get(told).atNanos() <= atNanos) {
                tell(events.get(told++), to);
            }
            to.tick(atNanos);
        }
        while (told < events.size()) {
            tell(events.get(told++), to);
        }
    }

    /** Missing samples are told by the copy itself. */
    private static void tell(Annotation event, Recorder to) {
        boolean own = event.text().matches("(GAP|PAD) [0-9]+|FAULT range [0-9]+");
        if (!own) {
            to.annotate(event);
        }
    }
}
