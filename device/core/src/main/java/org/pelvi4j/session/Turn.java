package org.pelvi4j.session;

import java.util.concurrent.locks.ReentrantLock;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;

/**
 * Whose turn it is to run the flow: the acquisition thread's from the first sample of a read until it has ticked, the
 * timer's while that thread hangs. A read that waits holds no turn. Thread-safe.
 */
final class Turn {
    private final ReentrantLock lock = new ReentrantLock();

    /** Takes the turn, for the acquisition thread; again costs nothing. */
    void take() {
        if (!lock.isHeldByCurrentThread()) {
            lock.lock();
        }
    }

    boolean tryTake() {
        return lock.tryLock();
    }

    /** Gives the turn back, if this thread has it. */
    void give() {
        if (lock.isHeldByCurrentThread()) {
            lock.unlock();
        }
    }

    /** A sink that takes the turn before it hands on. */
    SampleSink taking(SampleSink flow) {
        return new SampleSink() {
            @Override
            public void sample(long number, long atNanos, double[] values, int[] flaws) {
                take();
                flow.sample(number, atNanos, values, flaws);
            }

            @Override
            public void gap(Gap gap) {
                take();
                flow.gap(gap);
            }
        };
    }
}
