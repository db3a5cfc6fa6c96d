package org.pelvi4j.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.app.store.StoreException;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.record.EdfRecorder;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.record.RecordingHeader;
import org.pelvi4j.record.ResumingRecorder;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.session.Follower;
import org.pelvi4j.time.Clock;

/**
 * Keeps one practice: its row with the first sample, each repetition as it comes, the recording beside it. In live time
 * rows are written by a thread of their own, since a disk may take its time; a disk that refuses is tried again with the
 * next repetition. Thread-safe.
 */
final class KeptPractice implements Follower, AutoCloseable {
    private static final int MOST_WAITING = 1000;
    private static final long CLOSE_SECONDS = 3;
    /** Less is what a disk takes to open a file. */
    private static final long LATE_NANOS = 1_000_000_000L;

    private final Store store;
    private final What what;
    private final Clock clock;
    private final SensorInfo sensor;
    private final Consumer<String> trouble;
    private final Beginning beginning;
    private final @Nullable ThreadPoolExecutor writer;
    private final Deque<RepResult> waiting = new ArrayDeque<>();
    private Practice.@Nullable Start start;
    private @Nullable ExerciseResult ended;
    private boolean seen;
    private boolean refused;
    private volatile long id = -1;

    /** Whose practice of what, how it is kept. Immutable. */
    record What(Profile person, String kind, Programme programme, RecordingHeader.Site site) {}

    KeptPractice(Store store, What what, SensorInfo sensor, Clock clock, Consumer<String> trouble) {
        this.store = store;
        this.what = what;
        this.sensor = sensor;
        this.clock = clock;
        this.trouble = trouble;
        this.beginning = new Beginning(store, what.person().zone(), clock, EdfRecorder.ending(sensor));
        this.writer = clock.passesByItself() ? thread() : null;
    }

    private static ThreadPoolExecutor thread() {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
            var thread = new Thread(work, "pelvi4j-rows");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The recording; it goes on in a further file when the disk had refused. */
    Recorder recorder() {
        return new LateRecorder(
                atNanos -> {
                    var begun = beginning.at(atNanos);
                    return new ResumingRecorder(
                            part -> EdfRecorder.create(file(part), header(begun, atNanos)), trouble);
                },
                new WallWatch(clock, this::moved));
    }

    /** A file that is opened with the practice has its start; one that the disk had refused begins when it is opened. */
    private RecordingHeader header(ZonedDateTime begun, long atNanos) {
        boolean late = clock.nowNanos() - atNanos > LATE_NANOS;
        ZonedDateTime start = late ? clock.wallNow().atZone(what.person().zone()) : begun;
        return new RecordingHeader(sensor, start, what.person().code(), what.site());
    }

    /** What the wall clock says is a label; where it cannot have been right at the start, it is set right afterwards. */
    private void moved(Duration all) {
        trouble.accept("the wall clock was set by " + all.toSeconds()
                + " s since the beginning; the practice goes by another clock");
        Instant began = beginning.at(clock.nowNanos()).toInstant();
        if (!Beginning.sure(began) && Beginning.sure(began.plus(all))) {
            write(() -> {
                flush();
                store.practiceLog().correctStart(id, began.plus(all));
            });
        }
    }

    private Path file(int part) {
        Path first = path().orElseThrow();
        if (part == 1) {
            return first;
        }
        String name = String.valueOf(first.getFileName());
        int dot = name.lastIndexOf('.');
        return first.resolveSibling(name.substring(0, dot) + ".part" + part + name.substring(dot));
    }

    /** The recording's file, once there was a sample. */
    Optional<Path> path() {
        return Optional.ofNullable(beginning.file());
    }

    /** The practice's number in the record; -1 while it has none. */
    long id() {
        return id;
    }

    @Override
    public void reached(long number, long atNanos) {
        if (!seen) {
            seen = true;
            Instant at = beginning.at(atNanos).toInstant();
            write(() -> begin(at));
        }
    }

    @Override
    public void rep(RepResult result) {
        write(() -> {
            waiting.add(result);
            flush();
        });
    }

    @Override
    public void done(ExerciseResult result) {
        write(() -> {
            ended = result;
            flush();
        });
    }

    private void begin(Instant at) throws StoreException {
        var plain = Practice.Start.of(
                        what.person(),
                        at,
                        what.programme().id(),
                        what.programme().reps())
                .on(sensor.name(), path())
                .as(what.kind());
        start = Beginning.sure(at) ? plain : plain.unsure();
        flush();
    }

    private void flush() throws StoreException {
        Practice.Start known = start;
        if (known == null) {
            return;
        }
        if (id < 0) {
            id = store.practiceLog().begin(known, what.programme().yaml());
        }
        for (RepResult next = waiting.peek(); next != null; next = waiting.peek()) {
            store.practiceLog().rep(id, next);
            waiting.remove();
        }
        ExerciseResult result = ended;
        if (result != null) {
            store.practiceLog().finish(id, result);
            ended = null;
        }
    }

    private interface Rows {
        void write() throws StoreException;
    }

    private void write(Rows rows) {
        ThreadPoolExecutor thread = writer;
        if (thread == null) {
            now(rows);
            return;
        }
        try {
            thread.execute(() -> now(rows));
        } catch (RejectedExecutionException full) {
            trouble.accept("the record cannot keep up; a repetition is not kept");
        }
    }

    private void now(Rows rows) {
        try {
            rows.write();
            refused = false;
        } catch (StoreException e) {
            if (!refused) {
                trouble.accept("the record: " + e.getMessage());
            }
            refused = true;
        }
    }

    /** Waits until all rows are written, tries once more what was refused, and tells what is lost; bounded. */
    @Override
    public void close() {
        ThreadPoolExecutor thread = writer;
        if (thread != null) {
            thread.shutdown();
            try {
                if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    trouble.accept("the record: the disk takes too long; the last rows may be missing");
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        if (refused) {
            now(this::flush);
        }
        if (!waiting.isEmpty()) {
            trouble.accept("the record: " + waiting.size() + " repetitions could not be kept");
        }
    }
}
