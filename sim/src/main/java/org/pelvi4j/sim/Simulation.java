package org.pelvi4j.sim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.body.Body;
import org.pelvi4j.sim.body.Converter;
import org.pelvi4j.sim.body.Mains;
import org.pelvi4j.sim.body.Streams;
import org.pelvi4j.sim.draw.Draws;
import org.pelvi4j.sim.person.Follower;
import org.pelvi4j.sim.person.Habits;
import org.pelvi4j.sim.person.Person;
import org.pelvi4j.sim.person.Timetable;

/** A person, a body and a sensor, sample by sample. Confined to one thread. */
final class Simulation implements Source {
    /** Middle of what amplifiers have. Source: DOMAIN 2.7. */
    private static final double AMPLIFIER_MICROVOLTS = 0.8;
    /** Middle of what bridges have. Source: DOMAIN 2.7. */
    private static final double BRIDGE_PASCAL = 5;

    private final Setup setup;
    private final Person person;
    private final Body body;
    private final @Nullable Follower follower;
    private final Converter converter;
    private final Mains mains;
    private final double mainsMicrovolts;
    private final Draws sensorNoise;
    private final Truth truth;
    private final double[] four = new double[4];
    private final boolean emg;
    private double before;
    private double pressure;
    private long milliseconds;
    private long number;

    Simulation(Setup setup, @Nullable Timetable timetable, long startNanos) {
        this.setup = setup;
        emg = setup.signal() == Signal.EMG;
        Streams streams = Streams.of(setup.seed());
        body = new Body(setup.profile().muscle(streams.person()), streams);
        Habits habits = setup.profile().habits(streams.person());
        person = new Person(habits, streams.drive());
        follower = timetable == null ? null : new Follower(person, timetable);
        converter = setup.conversion().at(setup.rateHz());
        mainsMicrovolts = streams.mains().uniform(0.5, 2);
        mains = new Mains(streams.mains(), setup.mainsHz(), setup.rateHz(), converter::gain);
        sensorNoise = streams.sensor();
        truth = new Truth(startNanos);
    }

    @Override
    public SensorInfo info() {
        String name = "simulated person, " + setup.profile().id();
        Channel channel = emg
                ? new Channel(Role.PFM, Signal.EMG, -8192, 8191.75, 0.25)
                : new Channel(Role.PFM, Signal.PRESSURE, -10_000, 50_000, 1);
        return new SensorInfo(name, setup.rateHz(), List.of(channel));
    }

    Person person() {
        return person;
    }

    Truth truth() {
        return truth;
    }

    @Override
    public boolean next(double[] values) {
        long until = converter.millisecondsFor(number);
        while (milliseconds < until) {
            millisecond();
        }
        values[0] = emg
                ? converter.sample(number)
                        + mainsMicrovolts * mains.next()
                        + AMPLIFIER_MICROVOLTS * sensorNoise.gaussian()
                : pressureNow() + BRIDGE_PASCAL * sensorNoise.gaussian();
        number++;
        return true;
    }

    private double pressureNow() {
        double sinceMs = number * 1000 / setup.rateHz() - (milliseconds - 1);
        return before + sinceMs * (pressure - before);
    }

    private void millisecond() {
        milliseconds++;
        if (follower != null) {
            follower.step();
        }
        double drive = person.step(body.fatigue());
        body.step(drive);
        if (emg) {
            body.emg(four);
            converter.push(four);
        } else {
            before = pressure;
            pressure = body.pressurePascal();
            before = milliseconds == 1 ? pressure : before;
        }
        truth.step(emg ? person.effort() : body.force(), person.contracting());
    }
}
