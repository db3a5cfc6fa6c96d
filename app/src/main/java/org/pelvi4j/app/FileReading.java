package org.pelvi4j.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.record.Format;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Unit;
import org.pelvi4j.sensor.Signal;
import picocli.CommandLine.Option;

/** The options that say of a recording what it may not say itself. Confined to one thread. */
final class FileReading {
    @Option(
            names = "--signal",
            paramLabel = "KIND",
            description = "emg, envelope (rectified by the board) or pressure, where the file does not say.")
    private @Nullable String signal;

    @Option(names = "--rate", paramLabel = "HZ", description = "Samples per second, where the file does not say.")
    private double rateHz = Double.NaN;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = "uV, mV, Pa, kPa, cmH2O or mmHg, where the file does not say.")
    private @Nullable String unit;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "f32le, csv, edf, opensignals or openbci (default: by the content).")
    private @Nullable String format;

    @Option(names = "--column", paramLabel = "N", description = "The channel or column to read, from 1.")
    private int column;

    ReadOptions options() {
        return new ReadOptions(rateHz, unit(), signal(), column);
    }

    @Nullable
    Signal signal() {
        if (signal == null) {
            return null;
        }
        return switch (signal) {
            case "emg" -> Signal.EMG;
            case "pressure" -> Signal.PRESSURE;
            case "envelope" -> Signal.ENVELOPE;
            default -> throw wrong("--signal", "emg, envelope or pressure", signal);
        };
    }

    private @Nullable Unit unit() {
        String given = unit;
        return given == null ? null : known(Unit.of(given), "--unit", "uV, mV, Pa, kPa, cmH2O or mmHg", given);
    }

    @Nullable
    Format format() {
        String given = format;
        return given == null
                ? null
                : known(Format.of(given), "--format", "f32le, csv, edf, opensignals or openbci", given);
    }

    private static <T> T known(Optional<T> found, String option, String expected, String was) {
        return found.orElseThrow(() -> wrong(option, expected, was));
    }

    private static IllegalArgumentException wrong(String option, String expected, String was) {
        return new IllegalArgumentException(option + ": expected " + expected + " but was '" + was + "'");
    }
}
