package org.pelvi4j.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.AnnotationText;
import org.pelvi4j.record.EdfRecorder;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.record.RecordingHeader;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.time.Clock;

/**
 * What the sensor gave in the guided steps of one set-up, in one file with its windows marked; between the steps it is a
 * gap. It is kept beside the page when the set-up is, and deleted when it is not. Confined to one thread, but
 * for {@link #recorder}, which each step's session has for itself.
 */
final class SetupRecording implements AutoCloseable {
    private static final String UNLOCKED = "-unlocked";

    private final Path file;
    private final LateRecorder whole;
    private long lastNanos;
    private boolean begun;

    private SetupRecording(Path file, LateRecorder whole) {
        this.file = file;
        this.whole = whole;
    }

    /** The header's part that is not measured. */
    record About(SensorInfo sensor, Profile person, RecordingHeader.Site site) {}

    /** A recording that begins with the first sample of the first guided step; what a crash had left of one is deleted. */
    static SetupRecording in(Path folder, About about, Clock clock) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var left = Files.newDirectoryStream(folder, "*" + UNLOCKED + ".*")) {
                for (Path each : left) {
                    Files.delete(each);
                }
            }
        }
        String code = about.person().code();
        Path file = folder.resolve(code.toLowerCase(Locale.ROOT) + UNLOCKED + EdfRecorder.ending(about.sensor()));
        return new SetupRecording(
                file,
                new LateRecorder(
                        atNanos -> {
                            ZonedDateTime start = clock.wallNow()
                                    .minusNanos(clock.nowNanos() - atNanos)
                                    .atZone(about.person().zone());
                            return EdfRecorder.create(
                                    file, new RecordingHeader(about.sensor(), start, code, about.site()));
                        },
                        new WallWatch(clock, by -> {})));
    }

    /** The recorder of one step's session, which closes it in vain. */
    Recorder recorder() {
        return new Recorder() {
            @Override
            public void sample(long number, long atNanos, double[] values, int[] flaws) {
                begun = true;
                lastNanos = atNanos;
                whole.sample(number, atNanos, values, flaws);
            }

            @Override
            public void gap(Gap gap) {
                whole.gap(gap);
            }

            @Override
            public void annotate(Annotation annotation) {
                whole.annotate(annotation);
            }

            @Override
            public void tick(long nowNanos) throws IOException {
                whole.tick(nowNanos);
            }

            @Override
            public void close() {}
        };
    }

    /** What it will be called beside a page of this name. */
    String beside(String stem) {
        String name = String.valueOf(file.getFileName());
        return stem + name.substring(name.lastIndexOf('.'));
    }

    /** It lies beside the page from now on; the code is empty where nobody answers for it. */
    void keep(String name, String code) throws IOException {
        if (begun) {
            if (!code.isEmpty()) {
                whole.annotate(new Annotation(lastNanos, -1, AnnotationText.calibrationLock(code)));
            }
            whole.close();
            if (Files.exists(file)) {
                Files.move(file, file.resolveSibling(name));
            }
        }
    }

    @Override
    public void close() throws IOException {
        whole.close();
        Files.deleteIfExists(file);
    }
}
