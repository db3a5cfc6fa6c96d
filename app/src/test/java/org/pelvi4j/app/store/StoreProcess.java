package org.pelvi4j.app.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pelvi4j.record.EdfRecorder;
import org.pelvi4j.record.RecordingHeader;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;

/** Another process with the record, for tests that need one: {@code open ROOT}, {@code hold ROOT}, {@code record ROOT}, {@code restore ROOT ARCHIVE}. */
public final class StoreProcess {
    static final double RATE_HZ = 250;

    private StoreProcess() {}

    /** Opens the record and says so, or practises until it is killed. */
    public static void main(String... args) throws Exception {
        Path root = Path.of(args[1]);
        if (args[0].equals("restore")) {
            restore(Path.of(args[2]), root);
            return;
        }
        try (Store store = Store.open(root, Instant.now())) {
            if (args[0].equals("record")) {
                record(store);
            }
            say("open");
            if (args[0].equals("hold")) {
                Object unused = System.in.read();
            }
        } catch (StoreException e) {
            say(e.kind() + " " + e.getMessage());
        }
    }

    private static void restore(Path archive, Path root) {
        try {
            say("restored, and put aside " + Restore.restore(archive, root, Instant.now()));
        } catch (IOException e) {
            say("refused " + e.getMessage());
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Records at 250 Hz in real time, tells each sample number it handed on, and keeps a repetition a second. */
    private static void record(Store store) throws IOException {
        var sensor = new SensorInfo("board", RATE_HZ, List.of(new Channel(Role.PFM, Signal.EMG, -1635, 1635, 3.19)));
        Profile person = store.profiles().all().isEmpty()
                ? Kept.person(store)
                : store.profiles().all().get(0);
        var start = Instant.now().atZone(person.zone());
        Path file = store.newRecording(start, ".edf");
        long practice = store.practiceLog()
                .begin(Practice.Start.of(person, start.toInstant(), "lift-3min", 600)
                        .on("board", Optional.of(file)));
        var recorder =
                EdfRecorder.create(file, RecordingHeader.of(sensor, start).withCode(person.code()));
        long begin = System.nanoTime();
        for (long n = 0; ; n++) {
            while (System.nanoTime() - begin < n * 1e9 / RATE_HZ) {
                Thread.onSpinWait();
            }
            recorder.sample(n, begin + Math.round(n * 1e9 / RATE_HZ), new double[] {n % 1000}, new int[1]);
            if (n % 12 == 11) {
                recorder.tick(System.nanoTime());
                say("sample " + n);
            }
            if (n % 250 == 249) {
                store.practiceLog().rep(practice, Kept.rep((int) (n / 250) + 1, true));
                say("rep " + (n / 250 + 1));
            }
        }
    }
}
