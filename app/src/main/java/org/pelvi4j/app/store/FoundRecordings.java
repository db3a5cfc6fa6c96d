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
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.EdfRecovery;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Recording;
import org.pelvi4j.record.Recordings;

/** Recordings that a crash left half, or that no database knows of. Confined to one thread. */
final class FoundRecordings {
    private static final Pattern REP = Pattern.compile("REP ([0-9]{1,4}) (?:score=([0-9.]{1,6}|-)|not judged)");

    private final DataFolder folder;
    private final Profiles profiles;
    private final Practices practices;

    FoundRecordings(DataFolder folder, Profiles profiles, Practices practices) {
        this.folder = folder;
        this.profiles = profiles;
        this.practices = practices;
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
            double[] values = new double[recording.channels().size()];
            long samples = 0;
            while (recording.next(values)) {
                samples = recording.number() + 1;
            }
            return samples / recording.rateHz();
        } catch (IOException unreadable) {
            return Double.NaN;
        }
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
            List<Annotation> events = recording.annotations();
            LocalDateTime begun = recording.start();
            Profile owner = owner(recording.person(), now);
            Instant at = begun == null
                    ? Files.getLastModifiedTime(file).toInstant()
                    : begun.atZone(owner.zone()).toInstant();
            var start = Practice.Start.of(owner, at, "", planned(events)).on("", Optional.of(file));
            long id = practices.begin(begun == null ? start.unsure() : start);
            for (Annotation event : events) {
                Matcher rep = REP.matcher(event.text());
                if (rep.matches()) {
                    practices.rep(id, result(Integer.parseInt(rep.group(1)), rep.group(2)));
                }
            }
            practices.found(id, events.isEmpty() ? 0 : lastSeconds(events));
            return true;
        } catch (StoreException e) {
            throw e;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Profile owner(String code, Instant now) throws StoreException {
        String known = code.isEmpty() ? "unknown" : code;
        Optional<Profile> there = profiles.find(known);
        return there.isPresent() ? there.get() : profiles.insert(known, known, ZoneId.systemDefault(), "en", now);
    }

    private static int planned(List<Annotation> events) {
        return (int) events.stream().filter(e -> e.text().equals("PROMPT work")).count();
    }

    private static double lastSeconds(List<Annotation> events) {
        Annotation last = events.get(events.size() - 1);
        return (last.atNanos() + Math.max(0, last.durationNanos())) / 1e9;
    }

    /** Only the score is in a recording: whether it was held and let go in time is not known any more. */
    private static RepResult result(int rep, @Nullable String score) {
        boolean judged = score != null && !score.equals("-");
        double value = judged ? Double.parseDouble(score) : Double.NaN;
        return new RepResult(rep, 1, judged, false, false, Double.NaN, Double.NaN, Double.NaN, value);
    }
}
