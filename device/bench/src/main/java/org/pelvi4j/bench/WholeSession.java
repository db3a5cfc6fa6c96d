package org.pelvi4j.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.record.EdfRecorder;
import org.pelvi4j.record.RecordingHeader;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.sim.Conversion;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.SimulatedSensor;
import org.pelvi4j.sim.Source;
import org.pelvi4j.time.VirtualClock;

/**
 * How many times faster than real time a whole session runs, from a simulated person at 1 kHz through the flow, who sees
 * each picture and follows it, to the EDF+ file: {@code WholeSession [SESSIONS]} practises {@code lift-3min} again and
 * again on one thread, and prints time of that thread's processor, and what it allocates, of the second half.
 */
public final class WholeSession {
    private static final double RATE_HZ = 1000;
    private static final int SESSIONS = 60;

    private static final Programme PROGRAMME = Scenario.named("lift3-healthy").programme();
    private static final double SECONDS = PROGRAMME.length().toMillis() / 1000.0;

    private WholeSession() {}

    private interface Run {
        /** @return seconds of virtual time. */
        double once(long seed) throws IOException;
    }

    /**
     * Runs it.
     *
     * @param arguments how many sessions, 60 unless told
     * @throws IOException when the recording cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        int sessions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SESSIONS;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("pelvi4j-bench");
        try {
            out.printf(
                    "%-34s %12s %12s %16s%n",
                    "lift-3min, 1 EMG channel, 1 kHz", "x real time", "ns a sample", "bytes a sample");
            measure(out, "simulated person alone", sessions, WholeSession::body);
            measure(out, "person and flow", sessions, seed -> practise(seed, List.of()));
            measure(out, "person, flow and EDF+ file", sessions, seed -> recorded(seed, folder.resolve("session.edf")));
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    private static void measure(PrintStream out, String name, int sessions, Run run) throws IOException {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double seconds = 0;
        long nanos = 0;
        long bytes = 0;
        for (int i = 0; i < sessions; i++) {
            if (i == sessions / 2) {
                seconds = 0;
                nanos = thread.getCurrentThreadCpuTime();
                bytes = thread.getCurrentThreadAllocatedBytes();
            }
            seconds += run.once(i + 1);
        }
        nanos = thread.getCurrentThreadCpuTime() - nanos;
        bytes = thread.getCurrentThreadAllocatedBytes() - bytes;
        double samples = seconds * RATE_HZ;
        out.printf(
                Locale.ROOT,
                "%-34s %12.0f %12.0f %16.2f%n",
                name,
                seconds / (nanos / 1e9),
                nanos / samples,
                bytes / samples);
    }

    private static double body(long seed) {
        Source source = Scenario.named("lift3-healthy").withSeed(seed).source(Signal.EMG, RATE_HZ, Conversion.LOW_PASS);
        double[] values = new double[1];
        long samples = (long) (SECONDS * RATE_HZ);
        for (long i = 0; i < samples && source.next(values); i++) {
            // the source works
        }
        return SECONDS;
    }

    private static double practise(long seed, List<Path> files) throws IOException {
        VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);
        SimulatedSensor sensor = SimulatedSensor.open(DeviceUri.parse("sim:healthy?seed=" + seed), clock);
        var header = RecordingHeader.of(sensor.info(), clock.wallNow().atZone(ZoneOffset.UTC));
        List<EdfRecorder> recorders = files.isEmpty() ? List.of() : List.of(EdfRecorder.create(files.get(0), header));
        Session.of(SessionSetup.watching(sensor, clock)
                        .guiding(PROGRAMME)
                        .watchedBy(sensor.person())
                        .recordedBy(List.copyOf(recorders)))
                .run();
        return clock.nowNanos() / 1e9;
    }

    private static double recorded(long seed, Path file) throws IOException {
        try {
            return practise(seed, List.of(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
