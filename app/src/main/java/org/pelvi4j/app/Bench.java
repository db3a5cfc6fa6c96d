package org.pelvi4j.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.clinic.ClinicSensor;
import org.pelvi4j.app.clinic.Keys;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Ascii;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.State;
import org.pelvi4j.feedback.Word;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.session.Follower;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.sim.SimulatedSensor;
import org.pelvi4j.time.Clock;

/**
 * Where a set-up happens: the sensor that stays open, the displays that stay lit from step to step, the physiotherapist's
 * keys. Confined to one thread.
 */
final class Bench implements AutoCloseable {
    private static final SampleSink NOWHERE = new SampleSink() {
        @Override
        public void sample(long number, long atNanos, double[] values, int[] flaws) {}

        @Override
        public void gap(Gap gap) {}
    };

    private final ClinicSensor sensor;
    private final Clock clock;
    private final List<Display> displays;
    private final Keys keys;
    private final Hands hands;
    private final double speed;
    private final @Nullable SimulatedSensor simulated;
    /** The eyes of a simulated person, behind a virtual chip too. */
    private final @Nullable Display person;

    private final SetupRecording recording;

    /** The keys, where those that work are told when no screen names them, and how fast a simulated person is. */
    record Hands(Keys keys, Words words, PrintWriter out, double speed) {}

    /** What is asked of the displays while a step goes on: the page that fits the picture. */
    interface Live extends Function<Picture, SetupPage> {}

    Bench(ClinicSensor sensor, Equipment equipment, List<Display> displays, Hands hands, SetupRecording recording) {
        this.sensor = sensor;
        this.clock = equipment.clock();
        this.displays = displays;
        this.hands = hands;
        this.keys = hands.keys();
        this.speed = hands.speed();
        this.recording = recording;
        this.simulated = equipment.simulated();
        this.person = equipment.person();
    }

    /** Reads the sensor for a time, whatever comes or does not come. */
    void listen(int seconds, Function<Integer, SetupPage> page) {
        long end = clock.nowNanos() + seconds * 1_000_000_000L;
        pace();
        boolean more = true;
        while (more && clock.nowNanos() - end < 0) {
            more = sensor.read(NOWHERE);
            int left = (int) Math.ceil((end - clock.nowNanos()) / 1e9);
            show(Word.NONE, left, page.apply(left));
        }
    }

    /** Guides through a step; null when the physiotherapist stopped it. */
    @Nullable
    ExerciseResult guide(Programme programme, Live live, @Nullable Calibration abdomen, Follower follower) {
        pace();
        var shown = new ArrayList<Display>();
        var stopped = new boolean[1];
        var running = new Session[1];
        for (Display display : displays) {
            shown.add(new Page(display, live, () -> {
                if (keys.pressed() == 'q' && running[0] != null) {
                    stopped[0] = true;
                    running[0].stop();
                }
            }));
        }
        SessionSetup setup = SessionSetup.watching(sensor, clock)
                .guiding(programme)
                .besides(abdomen)
                .shownOn(shown, Double.isInfinite(speed) ? 1 : speed)
                .recordedBy(List.of(recording.recorder()))
                .followedBy(follower);
        if (person != null) {
            setup = setup.watchedBy(new Page(person, live, () -> {}));
        }
        running[0] = Session.of(setup);
        ExerciseResult result = running[0].run();
        if (person != null) {
            rest(person, live);
        }
        return stopped[0] ? null : result;
    }

    /** What was asked last is over, for the person too. */
    private void rest(Display somebody, Live live) {
        Picture idle = Picture.settingUp(clock.nowNanos(), Word.REST, -1, live.apply(nothing()));
        try {
            somebody.show(idle, clock.nowNanos());
        } catch (BusException e) {
            throw new IllegalStateException("a simulated person has eyes", e);
        }
    }

    private Picture nothing() {
        return Picture.settingUp(
                clock.nowNanos(), Word.NONE, -1, new SetupPage(1, 1, Message.NONE, List.of(), List.of()));
    }

    /** Waits for one of some keys. */
    char key(SetupPage page, String wanted) {
        show(Word.NONE, -1, page);
        if (keys.lines()) {
            String names = String.join(
                    "; ",
                    page.keys().stream().map(key -> hands.words().text(key)).toList());
            hands.out().println("        " + Ascii.of(names));
            hands.out().flush();
        }
        char key = keys.next(() -> idle(page));
        if (keys.nobody()) {
            char taken = unasked(wanted);
            hands.out().println("        -> " + (taken == '\n' ? "enter" : taken));
            return taken;
        }
        while (wanted.indexOf(key) < 0) {
            key = keys.next(() -> idle(page));
        }
        return key;
    }

    /** Whether nobody answers. */
    boolean nobody() {
        return keys.nobody();
    }

    /** Where nobody answers: accepted if it can be, judged as not sure, else left. Source: DESIGN 4. */
    private static char unasked(String wanted) {
        return wanted.indexOf('\n') >= 0 ? '\n' : wanted.indexOf('n') >= 0 ? 'n' : 'q';
    }

    /** Waits for a line of text; an empty one, which takes the default, where nobody answers; null when nothing is to be said any more. */
    @Nullable
    String line(Function<String, SetupPage> page) {
        var typed = new StringBuilder();
        show(Word.NONE, -1, page.apply(""));
        String line = keys.line(
                text -> {
                    typed.setLength(0);
                    typed.append(text);
                },
                () -> idle(page.apply(typed.toString())));
        if (line != null || !keys.nobody()) {
            return line;
        }
        hands.out().println("        -> enter");
        return "";
    }

    /** While somebody thinks: what the sensor sends is read, and the page stays. */
    private void idle(SetupPage page) {
        show(Word.NONE, -1, page);
        if (clock.passesByItself()) {
            boolean unused = sensor.read(NOWHERE);
        }
    }

    /** Shows a page. */
    void show(Word word, int secondsLeft, SetupPage page) {
        Picture picture = Picture.settingUp(clock.nowNanos(), word, secondsLeft, page);
        for (Display display : displays) {
            try {
                display.show(picture, clock.nowNanos());
            } catch (BusException e) {
                throw new Failure(Objects.toString(e.getMessage(), "a display is gone"));
            }
        }
    }

    /** Real time that passed while somebody was thinking is not caught up with. */
    private void pace() {
        if (simulated != null && !Double.isInfinite(speed)) {
            simulated.pacedAt(speed);
        }
    }

    @Override
    public void close() {
        displays.forEach(Display::close);
    }

    /** A display that shows the set-up's page, and stays open when a step is over. */
    private record Page(Display display, Live live, Runnable meanwhile) implements Display {
        @Override
        public void show(Picture picture, long nowNanos) throws BusException {
            meanwhile.run();
            Word word = picture.state() == State.DONE ? Word.NONE : picture.word();
            display.show(
                    Picture.settingUp(picture.atNanos(), word, picture.secondsLeft(), live.apply(picture)), nowNanos);
        }

        @Override
        public double refreshHz() {
            return display.refreshHz();
        }

        @Override
        public void close() {}
    }
}
