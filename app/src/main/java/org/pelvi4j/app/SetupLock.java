package org.pelvi4j.app;

import static org.pelvi4j.app.clinic.Pages.say;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.clinic.Amount;
import org.pelvi4j.app.clinic.CalibrationFile;
import org.pelvi4j.app.clinic.Locks;
import org.pelvi4j.app.clinic.Pages;
import org.pelvi4j.app.clinic.SetupSteps;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.SetupPage.Fact;
import org.pelvi4j.feedback.Verdict;
import org.pelvi4j.sensor.SensorInfo;

/** The last step: who answers for it, and then it is kept. Confined to one thread. */
final class SetupLock {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_TRIES = 5;
    /** Who answers for a set-up that nobody was there to lock. */
    private static final String NOBODY = "";

    private final Bench bench;
    private final Visit visit;
    private final SensorInfo sensor;
    private final Locks locks;
    private final SetupRecording recording;
    private String hint = "setup.lock.hint";

    SetupLock(Bench bench, Visit visit, SensorInfo sensor, SetupRecording recording) {
        this.bench = bench;
        this.visit = visit;
        this.sensor = sensor;
        this.locks = Locks.in(visit.store().root());
        this.recording = recording;
    }

    /**
     * Asks for code and PIN, keeps everything; null when it was not locked. Where nobody can be asked there is no lock, and
     * it is kept as long as it replaces nobody's. Source: DESIGN 4.
     */
    @Nullable
    Path keep(SetupRun.Outcome outcome, Instant when) throws IOException {
        if (bench.nobody()) {
            return locks.any() ? null : write(outcome, when, NOBODY);
        }
        for (int i = 0; i < MOST_TRIES; i++) {
            String code = ask("setup.ask.id", false);
            if (code == null) {
                return null;
            }
            try {
                Locks.checkCode(code);
                String pin = ask("setup.ask.pin", true);
                if (pin == null) {
                    return null;
                }
                if (opened(code, pin)) {
                    return write(outcome, when, code);
                }
            } catch (IllegalArgumentException wrong) {
                hint = wrong.getMessage() != null && wrong.getMessage().startsWith("PIN")
                        ? "setup.lock.digits"
                        : "setup.lock.code";
            }
        }
        return null;
    }

    /** A known code's PIN is right; the first code of a device is new, a further one needs somebody who is known. */
    private boolean opened(String code, String pin) throws IOException {
        Instant now = Instant.now();
        if (locks.knows(code)) {
            Locks.Answer answer = locks.check(code, pin, now);
            hint = answer == Locks.Answer.WAIT ? "setup.lock.wait" : "setup.lock.wrong";
            return answer == Locks.Answer.RIGHT;
        }
        if (locks.any()) {
            hint = "setup.lock.vouch";
            String known = ask("setup.ask.id", false);
            String knownPin = known == null ? null : ask("setup.ask.pin", true);
            if (known == null || knownPin == null || locks.check(known, knownPin, now) != Locks.Answer.RIGHT) {
                hint = "setup.lock.wrong";
                return false;
            }
        }
        locks.add(code, pin);
        return true;
    }

    private @Nullable String ask(String what, boolean hidden) {
        return bench.line(text -> new SetupPage(
                SetupSteps.COUNT,
                SetupSteps.COUNT,
                say("setup.name.review"),
                List.of(
                        new Fact(Message.NONE, say(hint), Verdict.NONE),
                        new Fact(say(what), Pages.typed(hidden ? "*".repeat(text.length()) : text, ""), Verdict.NONE)),
                List.of("setup.key.accept", "setup.key.leave")));
    }

    private Path write(SetupRun.Outcome outcome, Instant when, String code) throws IOException {
        var store = visit.store();
        var person = visit.person();
        Calibration calibration = outcome.calibration();
        Path folder = store.calibrations().pages();
        String name = person.code().toLowerCase(Locale.ROOT) + "-"
                + calibration.signal().name().toLowerCase(Locale.ROOT) + "-" + NAME.format(when);
        String stem = name;
        for (int i = 2; Files.exists(folder.resolve(stem + ".txt")); i++) {
            stem = name + "-" + i;
        }
        Path file = folder.resolve(stem + ".txt");
        recording.keep(recording.beside(stem), code);
        CalibrationFile.write(file, parameters(outcome, person.code(), code, recording.beside(stem)));
        store.calibrations().add(person.id(), calibration, code);
        store.profiles().set(person.id(), "probe", calibration.probe());
        store.profiles().set(person.id(), "programme", outcome.programme());
        store.profiles().set(person.id(), Programmes.CHANGED, "");
        store.profiles().set(person.id(), "abdomen", Abdomens.text(outcome.abdomen()));
        return file;
    }

    /** To a thousandth, which is finer than any sensor; the record itself keeps all digits. */
    private static String figure(double value) {
        return Amount.decimal(value, 3);
    }

    private Map<String, String> parameters(SetupRun.Outcome outcome, String person, String code, String recorded) {
        Calibration of = outcome.calibration();
        String unit = of.signal().isElectric() ? " uV" : " Pa";
        var all = new LinkedHashMap<String, String>();
        all.put("person", person);
        all.put("measured", of.when().toString());
        all.put("signal", of.signal().name().toLowerCase(Locale.ROOT));
        all.put("sensor", sensor.name());
        all.put("rate", sensor.rateHz() + " Hz");
        all.put("rest", figure(of.rest()) + unit);
        all.put("spread at rest", figure(of.noise()) + unit);
        all.put("reference", figure(of.reference()) + unit);
        all.put("reference by", of.how().name().toLowerCase(Locale.ROOT));
        all.put("flicker", Boolean.toString(outcome.flicker()));
        all.put("on above", figure(of.onEffort()) + " of the range");
        all.put("home up to", figure(of.homeEffort()) + " of the range");
        Calibration abdomen = outcome.abdomen();
        if (abdomen != null) {
            all.put("abdomen", Abdomens.text(abdomen) + " (rest, spread, reference; uV)");
        }
        all.put("programme", outcome.programme());
        all.putAll(outcome.notes());
        all.put("good until", "rest: this session; reference: 14 days, or another probe");
        all.put("recording", recorded);
        all.put("locked by", code.isEmpty() ? "nobody" : code);
        all.put("software", Main.VERSION);
        return all;
    }
}
