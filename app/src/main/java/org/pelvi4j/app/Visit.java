package org.pelvi4j.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.clinic.Amount;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.app.store.Calibrations;
import org.pelvi4j.app.store.Day;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.app.store.StoreException;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.exercise.DayPlan;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.record.RecordingHeader;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Headroom;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.time.Clock;

/** One person at the device: who it is, what the plan says, and what is told before and after a practice. Confined to one thread. */
final class Visit {
    private static final int SAFETY_LINES = 7;
    private static final int MOST_ANSWERS = 3;

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Store store;
    private final UnaryOperator<String> language;
    private final Clock clock;
    private final Paper paper = new Paper();
    private Profile person;
    /** What this person's levels can be measured since; the water column of the probe in use. */
    private Instant levelsSince = Instant.MIN;

    private Visit(Store store, Profile person, UnaryOperator<String> language, Clock clock) {
        this.store = store;
        this.person = person;
        this.language = language;
        this.clock = clock;
    }

    /** The language is what is spoken with somebody whose own it is given. */
    static Visit of(Store store, Whose whose, UnaryOperator<String> language, Clock clock) throws StoreException {
        Profile person = whose.inOrFirst(store, clock.wallNow(), language.apply("en"));
        return new Visit(store, person, language, clock);
    }

    Store store() {
        return store;
    }

    Profile person() {
        return person;
    }

    Texts texts() {
        return Texts.in(language.apply(person.language()));
    }

    /** What is set for the person; empty when nothing is. */
    String setting(String name) throws StoreException {
        return store.profiles().setting(person.id(), name).orElse("");
    }

    /** Where several people share the device and nobody said who it is, it is asked; without a terminal it is told. */
    void askWho(PrintWriter out, boolean named) throws IOException {
        List<Profile> all = store.profiles().all();
        if (named || all.size() < 2 || !Console.interactive()) {
            out.println(texts().text("who.is", person.name(), person.code()));
            out.flush();
            return;
        }
        person = answered(new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())), out, all);
        store.profiles().activate(person.id());
    }

    Profile answered(BufferedReader in, PrintWriter out, List<Profile> all) throws IOException {
        String names = String.join(", ", all.stream().map(Profile::name).toList());
        for (int i = 0; i < MOST_ANSWERS; i++) {
            out.print(texts().text("who.ask", person.name(), person.code()) + " ");
            out.flush();
            String answer = in.readLine();
            if (answer == null) {
                throw new Failure("nobody answered who practises; --profile NAME says it");
            }
            Optional<Profile> found =
                    answer.isBlank() ? Optional.of(person) : store.profiles().find(answer);
            if (found.isPresent()) {
                return found.get();
            }
            out.println(texts().text("who.unknown", answer.strip(), names));
        }
        throw new Failure("who practises: expected one of " + names + "; --profile NAME says it");
    }

    /** The programme: as asked for, else the person's own, else the usual one. */
    Programme programme(@Nullable Programme asked) throws IOException {
        return asked != null ? asked : Programmes.of(store, person);
    }

    /** The plan as it is shown: feedback fades with the weeks; where several people share the device, the name is seen. */
    Programme asShown(Programme plan) throws StoreException {
        Instant now = clock.wallNow();
        Instant first = store.practices().first(person.id(), plan.id()).orElse(now);
        long weeks = Math.max(0, Duration.between(first, now).toDays() / 7);
        String title = texts().title(plan);
        return plan.inWeek((int) Math.min(1000, weeks + 1))
                .titled(store.profiles().all().size() < 2 ? title : person.name() + ": " + title);
    }

    RecordingHeader.Site site() throws StoreException {
        return switch (setting("site")) {
            case "vaginal" -> RecordingHeader.Site.VAGINAL;
            case "anal" -> RecordingHeader.Site.ANAL;
            default -> RecordingHeader.Site.UNSAID;
        };
    }

    /**
     * The sensor, corrected by the water column of the person's probe where there is one of this probe and sensor; where
     * it is of another one that is told, and older levels mean nothing.
     */
    Sensor corrected(Sensor sensor, Consumer<String> tell) throws StoreException {
        String text = setting(KnownProbe.SETTING);
        KnownProbe known = text.isEmpty() ? null : KnownProbe.read(text);
        Sensor corrected = sensor;
        if (known != null && known.fits(sensor.info()) && known.probe().equals(setting("probe"))) {
            corrected = known.on(sensor);
            levelsSince = known.when();
        } else if (known != null) {
            tell.accept(texts().text("probe.other", known.sensor(), known.probe()));
            levelsSince = Instant.MAX;
        }
        Channel first = corrected.info().channels().get(0);
        if (site() == RecordingHeader.Site.ANAL && first.signal() == Signal.PRESSURE) {
            Headroom.of(first).refusalForAnalUse().ifPresent(why -> {
                throw new Failure(why);
            });
        }
        return corrected;
    }

    /**
     * The latest calibration, if it still holds: of this signal, unchanged, not too old, of the same probe, not from before
     * its water column.
     */
    @Nullable
    Calibration calibration(SensorInfo sensor) throws StoreException {
        String probe = setting("probe");
        Optional<Calibrations.Kept> kept = store.calibrations()
                .latest(person.id(), sensor.channels().get(0).signal());
        return kept.filter(Calibrations.Kept::intact)
                .map(Calibrations.Kept::calibration)
                .filter(found -> !found.when().isBefore(levelsSince))
                .filter(found -> !found.expired(clock.wallNow(), probe.isEmpty() ? found.probe() : probe))
                .orElse(null);
    }

    /** What the set-up found of the abdomen; null for nothing. */
    @Nullable
    Calibration abdomen() throws StoreException {
        return Abdomens.read(setting("abdomen"));
    }

    private LocalDate today() {
        return clock.wallNow().atZone(person.zone()).toLocalDate();
    }

    private Day day() throws StoreException {
        return store.days().between(person, today(), today()).get(0);
    }

    /** Which group of the day the next one is; 0 when the plan is met already. */
    int group() throws StoreException {
        int next = day().groups().size() + 1;
        return next > groups() ? 0 : next;
    }

    int groups() throws StoreException {
        return store.profiles().plan(person.id()).groups();
    }

    /** The physiotherapist's limit for a day. */
    void checkLimit(boolean anyway) throws StoreException {
        String most = setting("most-groups");
        if (!most.isEmpty() && !anyway && day().groups().size() >= Integer.parseInt(most)) {
            throw new Failure(texts().text(most.equals("1") ? "limit.group" : "limit.groups", person.name(), most));
        }
    }

    /** What everybody reads before the first time; where there is a terminal, Enter says that it was. Source: DOMAIN 1.16. */
    void safety(PrintWriter out) throws IOException {
        for (int i = 1; i <= SAFETY_LINES; i++) {
            say(out, texts().text("safety." + i));
        }
        if (Console.interactive()) {
            out.print(texts().text("safety.enter") + " ");
            out.flush();
            String unused = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        }
        out.flush();
    }

    /** Rest today is far from what the set-up found: told, and left to people. */
    void rest(@Nullable Calibration known, @Nullable ExerciseResult result, PrintWriter out) {
        Calibration today = result == null ? null : result.measures().scale();
        if (known != null && today != null && known.differs(today.rest())) {
            String then = Amount.text(known.signal(), known.rest());
            say(out, texts().text("rest.differs", then, Amount.text(known.signal(), today.rest())));
        }
    }

    /** What is worth knowing before: the spacing of the groups. It is advice, nobody is refused. */
    void before(PrintWriter out) throws IOException {
        if (store.practices().latest(person.id(), 1).isEmpty()) {
            safety(out);
        }
        DayPlan plan = store.profiles().plan(person.id());
        Optional<Instant> wait = plan.waitUntil(clock.wallNow(), day().groups());
        wait.ifPresent(until -> say(
                out,
                texts().text(
                                "plan.wait",
                                HOUR.format(until.atZone(person.zone())),
                                plan.spacing().toHours())));
        out.flush();
    }

    /** What is worth knowing after: how the day stands, and a step that the programme could take. */
    void after(Programme plan, PrintWriter out) throws StoreException {
        DayLines.of(store, person, texts(), clock.wallNow()).forEach(out::println);
        Proposals.line(store, person, plan, texts()).ifPresent(line -> say(out, line));
    }

    /** Lines as wide as the terminal, broken between words. */
    private void say(PrintWriter out, String text) {
        paper.wrapped(text).forEach(out::println);
    }
}
