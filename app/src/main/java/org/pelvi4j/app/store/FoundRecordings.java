package org.pelvi4j.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.exercise.Guess;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.EdfRecovery;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Recording;
import org.pelvi4j.record.Recordings;

/** Recordings that a crash left half, or that no database knows of. Confined to one thread. */
final class FoundRecordings {
    private static final Pattern REP = Pattern.compile("REP ([0-9]{1,4}) (?:score=([0-9.]{1,6}|-)|not judged)");
    private static final Pattern GUESS = Pattern.compile("GUESS ([0-9]{1,4}) (yes|no)");
    private static final Pattern VERDICT = Pattern.compile("VERDICT ([0-9]{1,4}) held=(yes|no) letgo=(yes|no)"
            + " in-goal=([0-9]{1,3}\\.[0-9]{1,6}|NaN) of=([0-9]{1,3}\\.[0-9]{1,6}|NaN)");

    private final DataFolder folder;
    private final Profiles profiles;
    private final Practices practices;
    private final PracticeLog log;

    FoundRecordings(DataFolder folder, Profiles profiles, Practices practices, PracticeLog log) {
        this.folder = folder;
        this.profiles = profiles;
        this.practices = practices;
        this.log = log;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.newDirectoryStream(folder.recordings(), "*.{edf,bdf}")) {
            var all = new ArrayList<Path>();
            files.forEach(all::add);
            all.sort(null);
            return all;
        }
    }

    /** Cuts half records off and sets the counts; returns what could not be mended. */
    List<String> mend() throws IOException {
        var findings = new ArrayList<String>();
        for (Path file : files()) {
            try {
                EdfRecovery.repair(file);
            } catch (IOException e) {
                findings.add("a recording cannot be mended: " + e.getMessage());
            }
        }
        return findings;
    }

    /** How long the recording of a practice is; NaN when there is none that can be read. */
    double seconds(Optional<Practice> practice) {
        Path file = practice.flatMap(p -> p.start().recording()).orElse(null);
        if (file == null) {
            return Double.NaN;
        }
        try (Recording recording = Recordings.open(file, null, ReadOptions.NONE)) {
            return seconds(recording);
        } catch (IOException unreadable) {
            return Double.NaN;
        }
    }

    private static double seconds(Recording recording) throws IOException {
        double[] values = new double[recording.channels().size()];
        long samples = 0;
        while (recording.next(values)) {
            samples = recording.number() + 1;
        }
        return samples / recording.rateHz();
    }

    /** Makes a practice of each recording that none has; returns how many. */
    int adopt(Instant now) throws IOException {
        Set<String> known = new HashSet<>();
        for (Profile profile : profiles.all()) {
            for (Practice practice : practices.between(profile.id(), Instant.MIN, Instant.MAX)) {
                practice.start().recording().ifPresent(path -> known.add(String.valueOf(path.getFileName())));
            }
        }
        int found = 0;
        for (Path file : files()) {
            boolean further = String.valueOf(file.getFileName()).contains(".part");
            if (!further && !known.contains(String.valueOf(file.getFileName())) && adopt(file, now)) {
                found++;
            }
        }
        return found;
    }

    private boolean adopt(Path file, Instant now) throws StoreException {
        try (Recording recording = Recordings.open(file, null, ReadOptions.NONE)) {
            adopt(file, recording, owner(recording.person(), now));
            return true;
        } catch (StoreException e) {
            throw e;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Makes a practice of one recording; returns its id. */
    long adopt(Path file, Profile owner) throws IOException {
        try (Recording recording = Recordings.open(file, null, ReadOptions.NONE)) {
            return adopt(file, recording, owner);
        }
    }

    private long adopt(Path file, Recording recording, Profile owner) throws IOException {
        List<Annotation> events = recording.annotations();
        LocalDateTime begun = recording.start();
        Instant at = begun == null
                ? Files.getLastModifiedTime(file).toInstant()
                : begun.atZone(owner.zone()).toInstant();
        int planned = planned(events);
        var start = Practice.Start.of(owner, at, "", planned)
                .on("", Optional.of(file))
                .as(planned > 0 ? "practice" : "recording");
        long id = log.begin(begun == null ? start.unsure() : start);
        List<RepResult> reps = reps(events);
        for (RepResult rep : reps) {
            log.rep(id, rep);
        }
        long verdicts = events.stream()
                .filter(event -> VERDICT.matcher(event.text()).matches())
                .count();
        boolean known = verdicts > 0
                && verdicts == reps.stream().filter(RepResult::judged).count();
        log.found(id, seconds(recording), known);
        return id;
    }

    private Profile owner(String code, Instant now) throws StoreException {
        String known = code.isEmpty() ? "unknown" : code;
        Optional<Profile> there = profiles.find(known);
        return there.isPresent() ? there.get() : profiles.insert(known, known, ZoneId.systemDefault(), "en", now);
    }

    private static int planned(List<Annotation> events) {
        return (int) events.stream().filter(e -> e.text().equals("PROMPT work")).count();
    }

    /**
     * A repetition is told by its score, its verdict and its release, all dated from its work on: they come in any order.
     * Recordings of before there were verdicts leave open whether it was held and let go in time.
     */
    private static List<RepResult> reps(List<Annotation> events) {
        var reps = new ArrayList<RepResult>();
        for (Annotation event : events) {
            Matcher rep = REP.matcher(event.text());
            Matcher verdict = VERDICT.matcher(event.text());
            Matcher guess = GUESS.matcher(event.text());
            if (rep.matches()) {
                reps.add(result(Integer.parseInt(rep.group(1)), rep.group(2)));
            } else if (event.text().equals("RELAX complete") && !reps.isEmpty()) {
                RepResult last = reps.get(reps.size() - 1);
                reps.set(reps.size() - 1, released(last, event.durationNanos() / 1e9));
            } else if (verdict.matches()
                    && !reps.isEmpty()
                    && reps.get(reps.size() - 1).rep() == Integer.parseInt(verdict.group(1))) {
                reps.set(reps.size() - 1, judged(reps.get(reps.size() - 1), verdict));
            } else if (guess.matches()
                    && !reps.isEmpty()
                    && reps.get(reps.size() - 1).rep() == Integer.parseInt(guess.group(1))) {
                Guess answer = guess.group(2).equals("yes") ? Guess.YES : Guess.NO;
                reps.set(reps.size() - 1, reps.get(reps.size() - 1).guessed(answer));
            }
        }
        return reps;
    }

    private static RepResult result(int rep, @Nullable String score) {
        boolean judged = score != null && !score.equals("-");
        double value = judged ? Double.parseDouble(score) : Double.NaN;
        return new RepResult(rep, 1, judged, false, false, Double.NaN, Double.NaN, Double.NaN, value);
    }

    private static RepResult released(RepResult of, double seconds) {
        return new RepResult(
                        of.rep(),
                        of.set(),
                        of.judged(),
                        of.held(),
                        of.letGo(),
                        of.heldSeconds(),
                        of.workSeconds(),
                        seconds,
                        of.score())
                .guessed(of.guess());
    }

    private static RepResult judged(RepResult of, Matcher verdict) {
        return new RepResult(
                        of.rep(),
                        of.set(),
                        of.judged(),
                        verdict.group(2).equals("yes"),
                        verdict.group(3).equals("yes"),
                        Double.parseDouble(verdict.group(4)),
                        Double.parseDouble(verdict.group(5)),
                        of.releaseSeconds(),
                        of.score())
                .guessed(of.guess());
    }
}
