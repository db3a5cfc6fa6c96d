package org.pelvi4j.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.display.Display;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.time.Clock;
import org.pelvi4j.time.SystemClock;

/**
 * One practice, or one look at a sensor: the flow from the sensor to displays and record. {@link #run()} makes the calling
 * thread the acquisition thread; {@link #pause()}, {@link #resume()} and {@link #stop()} may be called from any.
 *
 * <p>In live time each display, speaker and recorder has a thread of its own, and one timer thread stands in when the
 * acquisition thread hangs. In virtual time everything happens on the calling thread and nothing is dropped.
 */
public final class Session {
    /** A picture is made this often. Source: DESIGN 7. */
    private static final long PICTURE_NANOS = 10_000_000L;

    private final Sensor sensor;
    private final Clock clock;
    private final Requests requests = new Requests();
    private final Turn turn = new Turn();
    private final List<RecorderPort> recorders = new ArrayList<>();
    private final List<Screen> screens = new ArrayList<>();
    private final Ending ending = new Ending();
    private final Speakers speakers;
    private final List<Follower> followers;
    private final Flow flow;
    private long lingerNanos;
    private boolean asking;
    private volatile int heldPercent;
    private SensorState told = SensorState.OK;
    private volatile long tickedNanos;
    private volatile long picturedNanos;

    private Session(SessionSetup setup) {
        sensor = setup.sensor();
        clock = setup.clock();
        followers = new ArrayList<>(List.of(new Journal(setup.programme(), recorders), ending));
        Consumer<String> trouble = message -> followers.forEach(follower -> follower.trouble(message));
        setup.followers().forEach(follower -> followers.add(guarded(follower, trouble)));
        SampleSink record = record(setup, trouble);
        speakers = Speakers.of(setup, trouble);
        flow = new Flow(setup, record, speakers, followers);
        show(setup, trouble);
    }

    /**
     * Builds a session; it reads nothing yet.
     *
     * @param setup its parts, which belong to it from now on
     * @return the session
     */
    public static Session of(SessionSetup setup) {
        return new Session(setup);
    }

    /** In virtual time a follower is a test's, which its own failure must end. */
    private Follower guarded(Follower follower, Consumer<String> trouble) {
        return clock.passesByItself() ? new GuardedFollower(follower, trouble) : follower;
    }

    private SampleSink record(SessionSetup setup, Consumer<String> trouble) {
        int channels = sensor.info().channels().size();
        for (Recorder recorder : setup.recorders()) {
            recorders.add(
                    clock.passesByItself()
                            ? new RecorderThread(recorder, channels, clock, trouble)
                            : new RecorderInline(recorder, new SystemClock(), trouble));
        }
        return new SampleSink() {
            @Override
            public void sample(long number, long atNanos, double[] values, int[] flaws) {
                for (RecorderPort recorder : recorders) {
                    recorder.sample(number, atNanos, values, flaws);
                }
            }

            @Override
            public void gap(Gap gap) {
                recorders.forEach(recorder -> recorder.gap(gap));
            }
        };
    }

    private void show(SessionSetup setup, Consumer<String> trouble) {
        for (Display display : setup.displays()) {
            screens.add(
                    clock.passesByItself()
                            ? new DisplayThread(display, clock, trouble)
                            : new DisplayInline(display, setup.speed(), trouble));
        }
        for (Display watcher : setup.watchers()) {
            screens.add(new DisplayInline(watcher, 1, trouble));
        }
    }

    /**
     * Tells which group of the day this is, before {@link #run()}.
     *
     * @param group from 1, or 0 when nobody counts
     * @param groups how many a day has
     * @return this
     */
    public Session group(int group, int groups) {
        flow.group(group, groups);
        return this;
    }

    /**
     * Asks after each repetition by feel whether it was got, before its result is shown; before {@link #run()}.
     *
     * @return this
     */
    public Session asking() {
        asking = true;
        flow.ask();
        return this;
    }

    /**
     * Leaves the summary on the displays after the end, in live time, until somebody presses something; before {@link
     * #run()}. Sensor and record are closed by then. Source: SCREENS 3, DONE: 2 min.
     *
     * @param longest how long at most; zero to leave at once
     * @return this
     */
    public Session lingering(Duration longest) {
        lingerNanos = longest.toNanos();
        return this;
    }

    /**
     * Runs to the end of the programme, of the samples, or until {@link #stop()}; then closes everything.
     *
     * @return how the exercise went; null without a programme
     */
    public @Nullable ExerciseResult run() {
        tickedNanos = clock.nowNanos();
        picturedNanos = tickedNanos - PICTURE_NANOS;
        Timer timer = clock.passesByItself() ? new Timer(this::standIn) : null;
        try {
            turn.take();
            flow.start(tickedNanos);
            turn.give();
            SampleSink samples = turn.taking(flow);
            boolean more = true;
            while (more) {
                more = sensor.read(samples) && !over();
                step(more);
            }
        } finally {
            turn.give();
            if (timer != null) {
                timer.close();
            }
            close();
        }
        return ending.result();
    }

    private boolean over() {
        return flow.finished() || requests.stopped();
    }

    private void step(boolean more) {
        turn.take();
        try {
            long now = clock.nowNanos();
            flow.tick(now);
            obey(now);
            if (!more) {
                flow.end(now);
            }
            tickedNanos = now;
            if (!more || flow.finished() || now - picturedNanos >= PICTURE_NANOS) {
                publish(now);
            }
        } finally {
            turn.give();
        }
    }

    private void obey(long now) {
        for (var request = requests.next(); request != null; request = requests.next()) {
            flow.obey(request, now);
        }
    }

    private void publish(long now) {
        picturedNanos = now;
        SensorState state = sensor.state();
        tell(state);
        Picture made = flow.picture(now, state);
        int held = heldPercent;
        Picture picture = held > 0 && !flow.finished() ? made.saying(Message.stopping(held)) : made;
        for (Screen screen : screens) {
            screen.accept(picture);
        }
    }

    private void tell(SensorState state) {
        if (!state.equals(told)) {
            told = state;
            followers.forEach(follower -> follower.sensor(state));
        }
    }

    /** The timer's work while the acquisition thread hangs in an open or on a bus: UNKNOWN, deadlines, stop. */
    private void standIn() {
        long now = clock.nowNanos();
        if (now - tickedNanos < Timer.HANGING_NANOS || !turn.tryTake()) {
            return;
        }
        try {
            flow.tick(now);
            obey(now);
            publish(now);
        } finally {
            turn.give();
        }
        if (requests.stopped()) {
            sensor.close();
        }
    }

    private void close() {
        sensor.close();
        recorders.forEach(RecorderPort::close);
        if (clock.passesByItself() && flow.finished() && ending.result() != null) {
            // The displays go on showing the last picture by themselves.
            requests.await(lingerNanos);
        }
        screens.forEach(Screen::close);
        speakers.close();
    }

    /** Stands still until {@link #resume()}; after 5 min the exercise ends. */
    public void pause() {
        requests.add(Requests.Request.PAUSE);
    }

    /** Goes on after a pause. */
    public void resume() {
        requests.add(Requests.Request.RESUME);
    }

    /**
     * The person says whether a repetition by feel was got; when nothing is asked, it means nothing.
     *
     * @param got what they say
     */
    public void answer(boolean got) {
        if (asking) {
            requests.add(got ? Requests.Request.GOT_IT : Requests.Request.MISSED_IT);
        }
    }

    /** The one button was pressed: it pauses, goes on, silences the alarm of no signal, and says yes where it is asked. */
    public void press() {
        requests.add(Requests.Request.PRESS);
    }

    /**
     * The one button is being held: the displays show how far it is to a stop. Source: SCREENS 13.
     *
     * @param percent of the time it takes; 0 when it has been let go
     */
    public void holding(int percent) {
        heldPercent = percent;
    }

    /** Ends it, within 200 ms; what was done is kept. */
    public void stop() {
        requests.add(Requests.Request.STOP);
    }
}
