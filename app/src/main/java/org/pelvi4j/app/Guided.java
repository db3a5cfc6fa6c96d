package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.display.Display;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.session.Follower;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;

/** Joins sensor, screens and recording into one session and runs it, for the commands that do. Confined to one thread. */
final class Guided {
    private final Equipment equipment;
    private final Sensor sensor;
    private final Screens screens;
    private final double speed;
    private final Notices notices;
    private int group;
    private int groups;
    private @Nullable Calibration known;
    private Sounding sounding = new Sounding();
    private @Nullable Controls controls;
    private @Nullable Calibration abdomen;
    private boolean asking;

    Guided(Equipment equipment, Sensor sensor, Screens screens, double speed, Notices notices) {
        this.equipment = equipment;
        this.sensor = sensor;
        this.screens = screens;
        this.speed = speed;
        this.notices = notices;
    }

    /** Tells which group of the day it is; 0 of 0 when nobody counts. */
    Guided asGroup(int which, int of) {
        group = which;
        groups = of;
        return this;
    }

    /** Uses a calibration instead of learning one. */
    Guided scaledBy(@Nullable Calibration calibration) {
        known = calibration;
        return this;
    }

    /** Makes sounds too, and heeds a button. */
    Guided with(Sounding sounds, Controls button) {
        sounding = sounds;
        controls = button;
        return this;
    }

    /** Asks whether a repetition by feel was got. */
    Guided asking(boolean first) {
        asking = first;
        return this;
    }

    /** Uses what is known of the abdomen. */
    Guided besides(@Nullable Calibration belly) {
        abdomen = belly;
        return this;
    }

    /**
     * Runs it to its end.
     *
     * @param programme the exercise, or null to watch
     * @param recording where the record goes
     * @param out where lines go when there is no live screen
     * @param followers who else hears of events
     * @return how the exercise went, or null without one
     */
    @Nullable
    ExerciseResult run(@Nullable Programme programme, RecordingTarget recording, PrintWriter out, Follower... followers)
            throws IOException {
        var practice = programme == null ? Practice.watching() : new Practice(sounding::toggle);
        practice.otherKeys(screens::key);
        if (controls != null) {
            controls.direct(practice);
        }
        KeptPractice kept = recording.kept();
        boolean live = screens.live();
        if (live) {
            notices.hold();
        }
        try (Console console = live ? Console.open(practice::key) : null) {
            List<Display> displays = screens.open(equipment, out, console, programme != null);
            SessionSetup setup = SessionSetup.watching(sensor, equipment.clock())
                    .shownOn(displays, Double.isInfinite(speed) ? 1 : speed)
                    .recordedBy(recording.start(sensor, equipment.clock()))
                    .scaledBy(known)
                    .heardBy(sounding.open(equipment, out, console))
                    .besides(abdomen)
                    .followedBy(with(kept, followers));
            Display person = equipment.person();
            if (person != null) {
                setup = setup.watchedBy(person);
            }
            if (programme != null) {
                setup = setup.guiding(programme);
            }
            Session session = Session.of(setup).group(group, groups).lingering(screens.lingering(console));
            if (asking) {
                session.asking();
            }
            return practice.run(session, kept);
        } finally {
            notices.release();
        }
    }

    private Follower[] with(@Nullable KeptPractice kept, Follower... followers) {
        var all = new ArrayList<Follower>(List.of(followers));
        if (kept != null) {
            all.add(kept);
        }
        all.add(new Warnings(notices, Texts.in(screens.language("en"))));
        all.add(new Follower() {
            @Override
            public void trouble(String message) {
                notices.say(message);
            }

            /** What mends a sensor: a small display has no room for it. */
            @Override
            public void sensor(SensorState state) {
                switch (state.kind()) {
                    case ABSENT, BUSY, NO_PERMISSION, SILENT, WRONG_DEVICE -> notices.say(state.text());
                    case OK, STARTING, ENDED -> {}
                }
            }
        });
        return all.toArray(Follower[]::new);
    }
}
