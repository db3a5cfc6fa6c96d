package org.pelvi4j.sim.run;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.Conversion;
import org.pelvi4j.sim.Sensing;
import org.pelvi4j.sim.device.Board;
import org.pelvi4j.sim.device.VirtualArduino;
import org.pelvi4j.sim.device.VirtualBitalino;
import org.pelvi4j.sim.device.VirtualChords;
import org.pelvi4j.sim.device.VirtualCyton;
import org.pelvi4j.sim.device.VirtualP2;
import org.pelvi4j.sim.device.VirtualSpikerShield;

/**
 * A kind of virtual serial board. Immutable.
 *
 * @param word of {@code --device}
 * @param help one line
 * @param rates what it measures by itself
 * @param make makes one from what is at its inputs
 */
public record BoardModel(String word, String help, Rates rates, Function<SensorInfo, Board> make) {
    /**
     * What a board measures. Immutable.
     *
     * @param emgHz samples per second of EMG; 0 when it measures none
     * @param pressureHz samples per second of pressure; 0 when it measures none
     * @param conversion how it samples EMG
     */
    public record Rates(double emgHz, double pressureHz, Conversion conversion) {}

    private static final List<BoardModel> ALL = List.of(
            new BoardModel(
                    "cyton",
                    "OpenBCI Cyton on its dongle: 24-bit EMG at 250 Hz; waits for a start command",
                    new Rates(VirtualCyton.RATE_HZ, 0, Conversion.DELTA_SIGMA),
                    info -> new VirtualCyton(info.channels().size(), info.rateHz())),
            new BoardModel(
                    "cyton-daisy",
                    "OpenBCI Cyton with a Daisy: sixteen channels at 125 Hz; for channels=16",
                    new Rates(VirtualCyton.DAISY_RATE_HZ, 0, Conversion.DELTA_SIGMA),
                    info -> VirtualCyton.withDaisy(info.channels().size(), info.rateHz())),
            new BoardModel(
                    "arduino",
                    "Arduino, name:value lines: pressure at 100 Hz or EMG at 500 Hz; begins when opened",
                    new Rates(500, 100, Conversion.LOW_PASS),
                    info -> new VirtualArduino(info, true, 2)),
            new BoardModel(
                    "bitalino",
                    "BITalino (r)evolution: 10-bit EMG at 1000 Hz; waits for a start command",
                    new Rates(VirtualBitalino.RATE_HZ, 0, Conversion.LOW_PASS),
                    info -> new VirtualBitalino(info.channels().size(), info.rateHz())),
            new BoardModel(
                    "chords",
                    "UNO R3 with Chords firmware: 10-bit EMG at 250 Hz, no filter; waits for START",
                    new Rates(VirtualChords.R3_RATE_HZ, 0, Conversion.PLAIN),
                    info -> VirtualChords.unoR3(info.channels().size(), info.rateHz())),
            new BoardModel(
                    "chords-r4",
                    "UNO R4 with Chords firmware: 14-bit EMG at 500 Hz; for board=uno-r4",
                    new Rates(VirtualChords.R4_RATE_HZ, 0, Conversion.PLAIN),
                    info -> VirtualChords.unoR4(info.channels().size(), info.rateHz())),
            new BoardModel(
                    "spikershield",
                    "Backyard Brains Muscle SpikerShield: 10 bits, 10,000 values a second; begins when opened",
                    new Rates(VirtualSpikerShield.RATE_HZ, 0, Conversion.LOW_PASS),
                    info -> new VirtualSpikerShield(info.channels().size(), info.rateHz())),
            new BoardModel(
                    "p2",
                    "Olimex shield: 10-bit EMG, says 256 Hz and means 250; begins when opened",
                    new Rates(VirtualP2.RATE_HZ, 0, Conversion.LOW_PASS),
                    info -> new VirtualP2(info.channels().size(), info.rateHz())));

    /**
     * Lists them.
     *
     * @return all of them
     */
    public static List<BoardModel> all() {
        return ALL;
    }

    /**
     * Finds one.
     *
     * @param word such as {@code cyton}
     * @return the model
     * @throws IllegalArgumentException naming those that exist
     */
    public static BoardModel of(String word) {
        return ALL.stream()
                .filter(model -> model.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("device: expected one of "
                        + ALL.stream().map(BoardModel::word).collect(Collectors.joining(", ")) + " but was '" + word
                        + "'"));
    }

    /**
     * Tells how often it measures a signal by itself.
     *
     * @param signal what
     * @return samples per second
     * @throws IllegalArgumentException when it does not measure that
     */
    public double rateHz(Signal signal) {
        double rate = signal == Signal.EMG ? rates.emgHz() : rates.pressureHz();
        if (rate == 0) {
            throw new IllegalArgumentException("device: a board '" + word + "' measures no "
                    + signal.name().toLowerCase(Locale.ROOT) + "; expected arduino");
        }
        return rate;
    }

    /**
     * How it measures somebody: the signal and the channels that are wanted, where it can; else what it measures.
     *
     * @param wanted signal and channels
     * @return the same at this board's rate, in its way
     */
    public Sensing measuring(Sensing wanted) {
        Signal signal = measures(wanted.signal()) ? wanted.signal() : usual();
        List<Role> roles = signal == wanted.signal() ? wanted.roles() : List.of(Role.PFM);
        return new Sensing(signal, rateHz(signal), rates.conversion(), roles);
    }

    /**
     * How the product's own driver of this board is asked for its first channel.
     *
     * @param sensing what it measures
     * @return the options of a {@code serial:} URI
     */
    public String driverOptions(Sensing sensing) {
        boolean emg = sensing.signal() == Signal.EMG;
        String options = switch (word) {
            case "arduino" ->
                "arduino&signal=" + (emg ? "emg&unit=uV" : "pressure&unit=Pa") + "&rate=" + (int) sensing.rateHz();
            case "chords" -> "chords&channel=1&gain=" + (int) VirtualChords.GAIN;
            case "chords-r4" -> "chords&board=uno-r4&channel=1&gain=" + (int) VirtualChords.GAIN;
            case "cyton-daisy" -> "cyton&channels=16&channel=1";
            case "p2" -> "olimex&channel=1";
            default -> word + "&channel=1";
        };
        return "protocol=" + options;
    }

    /** Whether it measures a signal at all. */
    boolean measures(Signal signal) {
        return (signal == Signal.EMG ? rates.emgHz() : rates.pressureHz()) > 0;
    }

    /** What it measures when nobody says. */
    Signal usual() {
        return rates.pressureHz() > 0 ? Signal.PRESSURE : Signal.EMG;
    }

    /**
     * Makes one.
     *
     * @param info what is at its inputs
     * @return the board, without power
     */
    public Board board(SensorInfo info) {
        rateHz(info.channels().get(0).signal());
        return make.apply(info);
    }
}
