package org.pelvi4j.record;

import java.math.RoundingMode;
import java.util.ArrayList;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;

/** Decides how a sensor's channels stand in a file: labels, ranges, samples per record. Source: DOMAIN 4.1. */
final class EdfLayout {
    /** What stands as transducer where a board has rectified: EDF has no other place for it. */
    static final String ENVELOPE = "envelope of surface EMG, rectified by the board, uV";

    /** How long a record should last. Source: DESIGN 4. */
    private static final double RECORD_SECONDS = 0.5;
    /** A record never lasts longer, or too much would be lost with it. */
    private static final double LONGEST_RECORD_SECONDS = 1.0;
    /**
     * Room for annotations in each record: time-keeping and three more, even in both 2 and 3 bytes a sample; what does
     * not fit waits for the next.
     */
    static final int ANNOTATION_BYTES = 150;
    /** The most that a record may have. Source: DOMAIN 4.1. */
    private static final int LONGEST_RECORD_BYTES = 61_440;

    /** Range of 16-bit EMG whose converter is finer. Source: DOMAIN 4.1, channel layout. */
    private static final double EMG_MICROVOLTS = 1000;
    /** Range of 16-bit pressure whose converter is finer: -50 to 650 cmH2O. Source: DOMAIN 4.1, channel layout. */
    private static final double LOWEST_PASCALS = -50 * 98.0665;

    private static final double HIGHEST_PASCALS = 650 * 98.0665;

    private final boolean bdf;
    private final RecordingHeader about;
    private final int samplesPerRecord;
    private final long durationMicros;

    private EdfLayout(boolean bdf, RecordingHeader about) {
        this.bdf = bdf;
        this.about = about;
        double rateHz = about.sensor().rateHz();
        this.samplesPerRecord = samplesPerRecord(rateHz);
        this.durationMicros = Math.round(samplesPerRecord * 1e6 / rateHz);
    }

    static EdfHeader header(boolean bdf, RecordingHeader about) {
        return new EdfLayout(bdf, about).header();
    }

    /** Whether 16 bits are too few for a channel: its converter is finer than the file would be. */
    static boolean needs24Bits(SensorInfo sensor) {
        return sensor.channels().stream().anyMatch(channel -> codes(channel) > 65_534);
    }

    private static double codes(Channel channel) {
        return (channel.maximum() - channel.minimum()) / channel.resolution();
    }

    /** As near to half a second as a whole number of samples can be whose duration six decimals can tell exactly. */
    private static int samplesPerRecord(double rateHz) {
        int least = Math.max(1, (int) Math.ceil(rateHz * RECORD_SECONDS));
        for (int n = least; n <= rateHz * LONGEST_RECORD_SECONDS; n++) {
            double micros = n * 1e6 / rateHz;
            if (Math.abs(micros - Math.rint(micros)) < 1e-6) {
                return n;
            }
        }
        return least;
    }

    private EdfHeader header() {
        var signals = new ArrayList<EdfSignal>();
        for (Channel channel : about.sensor().channels()) {
            signals.add(signal(channel));
        }
        signals.add(annotations());
        var header = new EdfHeader(
                bdf,
                EdfText.patient(about.code()),
                EdfText.recording(about.start(), about.sensor().name()),
                EdfText.date(about.start()),
                EdfText.time(about.start()),
                bdf ? "BDF+C" : "EDF+C",
                1,
                durationMicros,
                signals);
        if (header.recordLength() > LONGEST_RECORD_BYTES) {
            throw new IllegalArgumentException("sensor: expected at most " + LONGEST_RECORD_BYTES
                    + " bytes in a record but was " + header.recordLength());
        }
        return header;
    }

    private EdfSignal signal(Channel channel) {
        double low = Math.max(channel.minimum(), lowest(channel));
        double high = Math.min(channel.maximum(), highest(channel));
        if (!(high > low)) {
            low = channel.minimum();
            high = channel.maximum();
        }
        int least = bdf ? -8_388_608 : -32_768;
        int greatest = bdf ? 8_388_607 : 32_767;
        double spare = (high - low) / (greatest - least - 1.0);
        return new EdfSignal(
                label(channel),
                transducer(channel),
                channel.signal().unit(),
                Double.parseDouble(EdfText.number(low - spare, RoundingMode.FLOOR)),
                Double.parseDouble(EdfText.number(high, RoundingMode.CEILING)),
                least,
                greatest,
                "",
                samplesPerRecord);
    }

    private double lowest(Channel channel) {
        if (bdf || codes(channel) <= 65_534) {
            return Double.NEGATIVE_INFINITY;
        }
        return channel.signal().isElectric() ? -EMG_MICROVOLTS : LOWEST_PASCALS;
    }

    private double highest(Channel channel) {
        if (bdf || codes(channel) <= 65_534) {
            return Double.POSITIVE_INFINITY;
        }
        return channel.signal().isElectric() ? EMG_MICROVOLTS : HIGHEST_PASCALS;
    }

    private String label(Channel channel) {
        if (channel.signal().isElectric()) {
            return channel.role() == Role.ABDOMINAL ? "EMG Abd" : channel.role() == Role.DEEP ? "EMG deep" : "EMG PFM";
        }
        if (channel.role() != Role.PFM) {
            return channel.role() == Role.DEEP ? "Press deep" : "Press abd";
        }
        return switch (about.site()) {
            case VAGINAL -> "Press vag";
            case ANAL -> "Press anal";
            case UNSAID -> "Press PFM";
        };
    }

    private static String transducer(Channel channel) {
        return switch (channel.signal()) {
            case EMG -> "surface electrode, uV";
            case ENVELOPE -> ENVELOPE;
            case PRESSURE -> "gauge pressure, Pa; 1 cmH2O = 98.0665 Pa";
        };
    }

    private EdfSignal annotations() {
        int least = bdf ? -8_388_608 : -32_768;
        int greatest = bdf ? 8_388_607 : 32_767;
        String label = bdf ? EdfSignal.BDF_ANNOTATIONS : EdfSignal.EDF_ANNOTATIONS;
        return new EdfSignal(label, "", "", -1, 1, least, greatest, "", ANNOTATION_BYTES / (bdf ? 3 : 2));
    }
}
