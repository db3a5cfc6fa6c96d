package org.pelvi4j.sim.device;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.Source;

/** Known signals and a reader's notes, for the tests of devices. */
final class Signals {
    static final double FULL_SCALE_MICROVOLTS = 187_500;

    private Signals() {}

    /** Microvolts as a function of the instant's number, on one channel. */
    static Supplier<Source> emg(double rateHz, int instants, ToDoubleFunction<Integer> microvolts) {
        var info = new SensorInfo(
                "known",
                rateHz,
                List.of(new Channel(Role.PFM, Signal.EMG, -FULL_SCALE_MICROVOLTS, FULL_SCALE_MICROVOLTS, 0.0223517)));
        return () -> new Known(info, instants, microvolts);
    }

    /** A saw that never repeats a value within 1000 instants and has fractions of a step. */
    static double saw(int number) {
        return (number % 1000 - 500) * 0.7371;
    }

    private static final class Known implements Source {
        private final SensorInfo info;
        private final int instants;
        private final ToDoubleFunction<Integer> function;
        private int number;

        Known(SensorInfo info, int instants, ToDoubleFunction<Integer> function) {
            this.info = info;
            this.instants = instants;
            this.function = function;
        }

        @Override
        public SensorInfo info() {
            return info;
        }

        @Override
        public boolean next(double[] values) {
            if (number == instants) {
                return false;
            }
            values[0] = function.applyAsDouble(number++);
            return true;
        }
    }

    /** Remembers everything. */
    static final class Notes implements Witness {
        final List<Frame> frames = new ArrayList<>();
        final List<String> events = new ArrayList<>();

        @Override
        public void frame(Frame frame) {
            frames.add(frame);
        }

        @Override
        public void event(double seconds, String text) {
            events.add(text);
        }

        @Override
        public void body(String what, double fromSeconds, double untilSeconds, double plateau) {
            events.add(what);
        }

        long count(Fate fate) {
            return frames.stream().filter(frame -> frame.fate() == fate).count();
        }
    }

    /** Remembers what a board says. */
    static final class Heard implements Outlet {
        final StringBuilder text = new StringBuilder();
        final List<byte[]> frames = new ArrayList<>();
        final List<double[]> carried = new ArrayList<>();

        @Override
        public void text(byte[] bytes) {
            text.append(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
        }

        @Override
        public void frame(int counter, byte[] bytes, int length, double[] values) {
            frames.add(java.util.Arrays.copyOf(bytes, length));
            carried.add(values.clone());
        }

        String takeText() {
            String taken = text.toString();
            text.setLength(0);
            return taken;
        }
    }
}
