package org.pelvi4j.sim;

import java.util.List;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sim.body.Body;
import org.pelvi4j.sim.body.Converter;
import org.pelvi4j.sim.body.Happening;
import org.pelvi4j.sim.body.Mains;
import org.pelvi4j.sim.body.Streams;
import org.pelvi4j.sim.draw.Draws;
import org.pelvi4j.sim.person.Follower;
import org.pelvi4j.sim.person.Person;

/** A person, a body and a sensor, sample by sample. Confined to one thread. */
final class Simulation implements Source {
    /** Middle of what amplifiers have. Source: DOMAIN 2.7. */
    private static final double AMPLIFIER_MICROVOLTS = 0.8;
    /** Middle of what bridges have. Source: DOMAIN 2.7. */
    private static final double BRIDGE_PASCAL = 5;

    private final Setup setup;
    private final Sensing sensing;
    private final Person person;
    private final Body body;
    private final Follower follower;
    private final Chance movements;
    private final Chance coughs;
    private final Converter[] converters;
    private final Mains mains;
    private final Draws[] noise;
    private final Truth truth;
    private final double[] four = new double[4];
    private final double[] before = new double[2];
    private final double[] pascal = new double[2];
    private double pelvicDrive = Double.NaN;
    private double abdominalDrive = Double.NaN;
    private long milliseconds;
    private long number;
    private int nextPlanned;

    Simulation(Setup setup, long startNanos) {
        this.setup = setup;
        sensing = setup.sensing();
        Streams streams = Streams.of(setup.seed());
        body = new Body(setup.particular().of(setup.profile().body(streams.person())), streams, setup.mainsHz());
        person = new Person(setup.particular().of(setup.profile().habits(streams.person())), streams.drive());
        Script script = setup.script();
        follower = new Follower(person, body, script.timetable(), script.squeezeBeforeCoughSeconds());
        movements = new Chance(
                Happening.Kind.MOVE,
                script.movementsPerMinute(),
                streams.events().split());
        coughs = new Chance(
                Happening.Kind.COUGH, script.coughsPerMinute(), streams.events().split());
        int channels = sensing.roles().size();
        converters = new Converter[channels];
        noise = new Draws[channels];
        for (int i = 0; i < channels; i++) {
            converters[i] = sensing.conversion().at(sensing.rateHz());
            noise[i] = streams.sensor().split();
        }
        mains = new Mains(streams.mains(), setup.mainsHz(), sensing.rateHz(), converters[0]::gain);
        truth = new Truth(startNanos);
    }

    @Override
    public SensorInfo info() {
        String name = "simulated person, " + setup.profile().id();
        return new SensorInfo(name, sensing.rateHz(), sensing.channels());
    }

    Person person() {
        return person;
    }

    Follower follower() {
        return follower;
    }

    /** Drives the muscles from outside from now on, whatever the person means; NaN gives them back. */
    void drive(double pelvic, double abdominal) {
        pelvicDrive = pelvic;
        abdominalDrive = abdominal;
    }

    @Override
    public Truth truth() {
        return truth;
    }

    @Override
    public boolean next(double[] values) {
        long until = converters[0].millisecondsFor(number);
        while (milliseconds < until) {
            millisecond();
        }
        if (sensing.emg()) {
            double hum = body.humMicrovolts() * mains.next();
            for (int i = 0; i < noise.length; i++) {
                values[i] = converters[i].sample(number) + hum + AMPLIFIER_MICROVOLTS * noise[i].gaussian();
            }
        } else {
            double sinceMs = number * 1000 / sensing.rateHz() - (milliseconds - 1);
            for (int i = 0; i < noise.length; i++) {
                double now = before[i] + sinceMs * (pascal[i] - before[i]);
                values[i] = now + BRIDGE_PASCAL * noise[i].gaussian();
            }
        }
        number++;
        return true;
    }

    private void millisecond() {
        happen();
        milliseconds++;
        follower.step();
        double meant = person.step(body.fatigue());
        body.step(
                Double.isNaN(pelvicDrive) ? meant : pelvicDrive,
                Double.isNaN(abdominalDrive) ? person.abdominals() : abdominalDrive);
        if (sensing.emg()) {
            body.pelvicEmg(four);
            converters[0].push(four);
            if (converters.length > 1) {
                body.abdominalEmg(four);
                converters[1].push(four);
            }
        } else {
            press();
        }
        truth.step(sensing.emg() ? person.effort() : body.force(), person.contracting());
    }

    private void press() {
        before[0] = pascal[0];
        before[1] = pascal[1];
        pascal[0] = body.midPascal();
        pascal[1] = body.deepPascal();
        if (milliseconds == 1) {
            before[0] = pascal[0];
            before[1] = pascal[1];
        }
    }

    private void happen() {
        List<Script.Planned> planned = setup.script().happenings();
        while (nextPlanned < planned.size() && planned.get(nextPlanned).atSeconds() * 1000 <= milliseconds) {
            Happening happening = planned.get(nextPlanned).happening();
            nextPlanned++;
            truth.happened(happening.kind(), milliseconds, body.happen(happening));
        }
        movements.step(milliseconds, body, truth);
        coughs.step(milliseconds, body, truth);
    }
}
