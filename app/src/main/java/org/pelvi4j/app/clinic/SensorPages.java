package org.pelvi4j.app.clinic;

import static org.pelvi4j.app.clinic.Pages.fact;
import static org.pelvi4j.app.clinic.Pages.literal;
import static org.pelvi4j.app.clinic.Pages.percent;
import static org.pelvi4j.app.clinic.Pages.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.SetupPage.Fact;
import org.pelvi4j.feedback.Verdict;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Quality;

/**
 * The pages of a set-up that judge the sensor and the probe, with the limits they are judged by: whether it sends, whether it
 * is on, whether it has settled. Source: SCREENS 11. Immutable.
 */
public final class SensorPages {
    /** Noise of an open input that is worth a look. Source: SCREENS 11. */
    private static final double MOST_NOISE_MICROVOLTS = 3.0;
    /** The rate may be off by so much. Source: ours; a crystal is off by 0.02 %, a wrong setting by 2 % and more. */
    private static final double RATE_LOOK = 0.01;

    private static final double RATE_STOP = 0.10;
    /** Samples lost on the way. Source: as the signal stage, which judges no repetition above 5 % and none at all above 20 %. */
    private static final double LOST_LOOK = 0.05;

    private static final double LOST_STOP = 0.20;
    /** A pressure that moves by more than this in 20 s has not settled. Source: DOMAIN 1.16, step 4. */
    private static final double MOST_DRIFT_PASCAL = 0.5 * 98.0665;
    /** The same for EMG, as a share of the level. Source: DOMAIN 1.14, the drift warning. */
    private static final double MOST_DRIFT_SHARE = 0.15;
    /** Pressure in air. Source: ours; a balloon at room pressure reads what its own offset is. */
    private static final double MOST_ZERO_PASCAL = 5 * 98.0665;
    /** A quality that lasts for more of a check than this is told. */
    private static final double SOME = 0.02;

    private final SensorInfo sensor;
    private final Signal signal;

    /**
     * Pages of a sensor.
     *
     * @param sensor what it is
     */
    public SensorPages(SensorInfo sensor) {
        this.sensor = sensor;
        this.signal = sensor.channels().get(0).signal();
    }

    /**
     * What the sensor's check found.
     *
     * @param check the sensor as it comes
     * @param course the first channel's signal
     * @param seconds how long it was looked at
     * @return its rows
     */
    public List<SetupPage.Line> sensor(SensorCheck check, Course course, int seconds) {
        var lines = new ArrayList<SetupPage.Line>();
        if (check.samples() < 2) {
            lines.add(new Fact(say("setup.port"), literal(sensor.name()), Verdict.STOP, say("setup.nothing.remedy")));
            return lines;
        }
        lines.add(fact("setup.port", literal(sensor.name()), Verdict.OK));
        lines.add(rate(check, seconds));
        if (signal == Signal.EMG) {
            double noise = course.median();
            lines.add(new Fact(
                    say("setup.noise"),
                    say("setup.noise.text", Amount.text(signal, noise), Amount.decimal(MOST_NOISE_MICROVOLTS, 1)),
                    noise <= MOST_NOISE_MICROVOLTS ? Verdict.OK : Verdict.LOOK,
                    noise <= MOST_NOISE_MICROVOLTS ? Message.NONE : say("setup.noise.remedy")));
        }
        double hum = check.humShare();
        if (!Double.isNaN(hum)) {
            boolean much = hum > SensorCheck.MOST_HUM;
            lines.add(new Fact(
                    say("setup.mains", Integer.toString(check.mainsHertz())),
                    say("setup.mains.text", percent(hum), percent(SensorCheck.MOST_HUM)),
                    much ? Verdict.LOOK : Verdict.OK,
                    much ? say("setup.mains.remedy") : Message.NONE));
        }
        lines.add(room(check));
        lines.addAll(quality(course));
        return lines;
    }

    /** Between what it can tell, with the probe's own zero and scale, and whether that is enough now. Source: DOMAIN 3.12. */
    private Fact room(SensorCheck check) {
        Channel channel = sensor.channels().get(0);
        return new Fact(
                say("setup.room"),
                say(
                        check.railed() ? "setup.room.railed" : "setup.room.text",
                        Amount.decimal(Amount.shown(signal, channel.minimum()), 0),
                        Amount.decimal(Amount.shown(signal, channel.maximum()), 0),
                        Amount.unit(signal)),
                check.railed() ? Verdict.LOOK : Verdict.OK);
    }

    private Fact rate(SensorCheck check, int seconds) {
        double off = Math.abs(check.measuredHz() / sensor.rateHz() - 1);
        double lost = check.lostShare();
        Verdict verdict = !(off <= RATE_STOP) || lost > LOST_STOP
                ? Verdict.STOP
                : off > RATE_LOOK || lost > LOST_LOOK ? Verdict.LOOK : Verdict.OK;
        return fact(
                "setup.rate",
                say(
                        check.gaps() == 0 ? "setup.rate.text" : "setup.rate.gaps",
                        Amount.decimal(check.measuredHz(), 1),
                        Amount.decimal(sensor.rateHz(), 0),
                        Integer.toString(seconds),
                        Long.toString(check.gaps())),
                verdict);
    }

    /** Whether there is a signal of a body at all. */
    private List<Fact> quality(Course course) {
        for (Quality bad :
                List.of(Quality.LEAD_OFF, Quality.STUCK, Quality.GARBAGE, Quality.SATURATED, Quality.MISSING)) {
            double share = course.share(bad);
            if (share > SOME) {
                String name = bad.name().toLowerCase(Locale.ROOT).replace('_', '-');
                return List.of(new Fact(
                        say("setup.contact"),
                        say("setup.quality." + name, percent(share)),
                        share > 0.5 ? Verdict.STOP : Verdict.LOOK,
                        say("setup.quality.remedy")));
            }
        }
        // Pressure has no pads.
        return signal.isElectric() ? List.of(fact("setup.contact", say("setup.contact.good"), Verdict.OK)) : List.of();
    }

    /**
     * What lies on the probe in air, or whether the leads are on.
     *
     * @param course the signal
     * @return its rows
     */
    public List<SetupPage.Line> zero(Course course) {
        if (signal.isElectric()) {
            return List.copyOf(quality(course));
        }
        boolean far = !(Math.abs(course.median()) <= MOST_ZERO_PASCAL);
        return List.of(new Fact(
                say("setup.zero"),
                say("setup.zero.text", Amount.text(signal, course.median())),
                far ? Verdict.LOOK : Verdict.OK,
                far ? say("setup.zero.remedy") : Message.NONE));
    }

    /**
     * Whether the probe has settled.
     *
     * @param course the signal while it did
     * @return its rows
     */
    public List<SetupPage.Line> settled(Course course) {
        double drift = Math.abs(course.drift(20));
        double limit = signal.isElectric() ? MOST_DRIFT_SHARE * course.median() : MOST_DRIFT_PASCAL;
        boolean moves = !(drift <= limit);
        return List.of(
                Pages.strip(signal, course),
                new Fact(
                        say("setup.drift"),
                        say("setup.drift.text", Amount.text(signal, drift), Amount.number(signal, limit)),
                        moves ? Verdict.LOOK : Verdict.OK,
                        moves ? say("setup.drift.remedy") : Message.NONE));
    }
}
