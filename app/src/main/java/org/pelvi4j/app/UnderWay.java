package org.pelvi4j.app;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** The commands that go on in this process: one that keeps something is waited for when the process is told to go. Thread-safe. */
final class UnderWay {
    private static final Set<CountDownLatch> COMMANDS = ConcurrentHashMap.newKeySet();

    private UnderWay() {}

    /** Runs a command to its very end, when all it held is put away; tells its exit code. */
    static int run(IntSupplier command) {
        var over = new CountDownLatch(1);
        COMMANDS.add(over);
        try {
            return command.getAsInt();
        } finally {
            COMMANDS.remove(over);
            over.countDown();
        }
    }

    /** Waits until those that go on are over, each for so long at most. */
    static void await(long seconds) throws InterruptedException {
        for (CountDownLatch command : COMMANDS) {
            boolean unused = command.await(seconds, TimeUnit.SECONDS);
        }
    }
}
