package org.pelvi4j.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.Speaker;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.time.Clock;

/**
 * What a session is made of. Immutable; the parts belong to the session, which closes them.
 *
 * @param sensor where the samples come from
 * @param clock the sensor's clock: the system's, or the virtual one that the sensor advances
 * @param programme the exercise, or null to watch without one
 * @param calibration this person's rest and maximum, or null to learn them from the first repetitions
 * @param abdomen the abdomen's own rest and maximum, where the second channel is abdominal EMG; null when unknown
 * @param displays what people look at
 * @param watchers displays that see every picture in line in virtual time, such as a simulated person
 * @param recorders what keeps the record
 * @param followers what else wants to hear of events
 * @param speakers what people hear
 * @param speed how much faster than real time a virtual clock is meant to run, so that people's displays are drawn at
 *     their own rate; 1 or more
 */
public record SessionSetup(
        Sensor sensor,
        Clock clock,
        @Nullable Programme programme,
        @Nullable Calibration calibration,
        @Nullable Calibration abdomen,
        List<Display> displays,
        List<Display> watchers,
        List<Recorder> recorders,
        List<Follower> followers,
        List<Speaker> speakers,
        double speed) {
    /** Copies the lists. */
    public SessionSetup {
        displays = List.copyOf(displays);
        watchers = List.copyOf(watchers);
        recorders = List.copyOf(recorders);
        followers = List.copyOf(followers);
        speakers = List.copyOf(speakers);
        if (!(speed >= 1)) {
            throw new IllegalArgumentException("speed: expected 1 or more but was " + speed);
        }
    }

    /**
     * A session that only watches a sensor.
     *
     * @param sensor where the samples come from
     * @param clock the sensor's clock
     * @return a setup without programme, calibration, abdomen, displays and recorders
     */
    public static SessionSetup watching(Sensor sensor, Clock clock) {
        return new SessionSetup(
                sensor, clock, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), 1);
    }

    /**
     * The same with a programme.
     *
     * @param exercise the programme to guide through
     * @return a new setup
     */
    public SessionSetup guiding(Programme exercise) {
        return new SessionSetup(
                sensor,
                clock,
                exercise,
                calibration,
                abdomen,
                displays,
                watchers,
                recorders,
                followers,
                speakers,
                speed);
    }

    /**
     * The same with a calibration.
     *
     * @param known rest and maximum, or null to learn them
     * @return a new setup
     */
    public SessionSetup scaledBy(@Nullable Calibration known) {
        return new SessionSetup(
                sensor, clock, programme, known, abdomen, displays, watchers, recorders, followers, speakers, speed);
    }

    /**
     * The same with what is known of the abdomen.
     *
     * @param known the abdomen's rest and maximum, or null
     * @return a new setup
     */
    public SessionSetup besides(@Nullable Calibration known) {
        return new SessionSetup(
                sensor,
                clock,
                programme,
                calibration,
                known,
                displays,
                watchers,
                recorders,
                followers,
                speakers,
                speed);
    }

    /**
     * The same with displays.
     *
     * @param shown what people look at
     * @param fasterThanReal how much faster than real time the clock is meant to run
     * @return a new setup
     */
    public SessionSetup shownOn(List<Display> shown, double fasterThanReal) {
        return new SessionSetup(
                sensor,
                clock,
                programme,
                calibration,
                abdomen,
                shown,
                watchers,
                recorders,
                followers,
                speakers,
                fasterThanReal);
    }

    /**
     * The same with watchers.
     *
     * @param seeing displays that see every picture
     * @return a new setup
     */
    public SessionSetup watchedBy(Display... seeing) {
        return new SessionSetup(
                sensor,
                clock,
                programme,
                calibration,
                abdomen,
                displays,
                List.of(seeing),
                recorders,
                followers,
                speakers,
                speed);
    }

    /**
     * The same with recorders.
     *
     * @param keeping what keeps the record
     * @return a new setup
     */
    public SessionSetup recordedBy(List<Recorder> keeping) {
        return new SessionSetup(
                sensor,
                clock,
                programme,
                calibration,
                abdomen,
                displays,
                watchers,
                keeping,
                followers,
                speakers,
                speed);
    }

    /**
     * The same with followers.
     *
     * @param hearing who wants to hear of events
     * @return a new setup
     */
    public SessionSetup followedBy(Follower... hearing) {
        return new SessionSetup(
                sensor,
                clock,
                programme,
                calibration,
                abdomen,
                displays,
                watchers,
                recorders,
                List.of(hearing),
                speakers,
                speed);
    }

    /**
     * The same with speakers.
     *
     * @param sounding what people hear
     * @return a new setup
     */
    public SessionSetup heardBy(List<Speaker> sounding) {
        return new SessionSetup(
                sensor,
                clock,
                programme,
                calibration,
                abdomen,
                displays,
                watchers,
                recorders,
                followers,
                sounding,
                speed);
    }
}
