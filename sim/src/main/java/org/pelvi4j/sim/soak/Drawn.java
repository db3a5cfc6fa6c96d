package org.pelvi4j.sim.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pelvi4j.sim.draw.Draws;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.fault.FaultKind;
import org.pelvi4j.sim.person.Profile;

/**
 * What one seed practises with: a person, a device, and what fails. Immutable.
 *
 * @param seed which
 * @param model of the serial board; empty for a simulated person's own sensor
 * @param sensor the URI of the person's own sensor, without faults, or the options of the board's driver
 * @param scenario what the board measures; empty without a board
 * @param faults what fails
 */
record Drawn(long seed, String model, String sensor, String scenario, List<Fault> faults) {
    /** So many seeds practise with a serial board. */
    private static final double BOARD_SHARE = 0.4;

    /** So many practise with nothing wrong. */
    private static final double FAULTLESS_SHARE = 0.15;

    private static final List<FaultKind> OF_SENSOR = List.of(
            FaultKind.OFF,
            FaultKind.STUCK,
            FaultKind.GARBAGE,
            FaultKind.WRONG,
            FaultKind.RAIL,
            FaultKind.SLOW,
            FaultKind.DELAYED,
            FaultKind.INTERMITTENT);

    private static final List<FaultKind> OF_BOARD = List.of(
            FaultKind.OFF,
            FaultKind.STUCK,
            FaultKind.RAIL,
            FaultKind.INTERMITTENT,
            FaultKind.DELAYED,
            FaultKind.RESET,
            FaultKind.CLOCK,
            FaultKind.BYTE_LOSS,
            FaultKind.BIT_FLIP,
            FaultKind.START_GARBAGE,
            FaultKind.CHUNK,
            FaultKind.BATCH,
            FaultKind.PAUSE,
            FaultKind.STALL,
            FaultKind.UNPLUG);

    /** Options of each board's driver. */
    private static final List<String> BOARDS = List.of(
            "protocol=cyton&channel=1",
            "protocol=arduino&signal=pressure&unit=Pa&rate=100",
            "protocol=arduino&signal=emg&unit=uV&rate=500",
            "protocol=bitalino&channel=1",
            "protocol=chords&board=uno-r4",
            "protocol=olimex&channel=1");

    private static final List<String> SCENARIOS =
            List.of("lift3-healthy", "lift3-weak", "cough-in-rest", "thermal-drift", "mains-60", "posture-change");

    private static final List<Integer> EMG_RATES = List.of(250, 500, 1000, 1000, 2000);
    private static final List<Integer> PRESSURE_RATES = List.of(10, 20, 50, 100, 200);

    Drawn {
        faults = List.copyOf(faults);
    }

    static Drawn of(long seed) {
        Draws draws = Draws.of(seed);
        Draws device = draws.split();
        Draws failing = draws.split();
        return device.uniform() < BOARD_SHARE ? board(seed, device, failing) : person(seed, device, failing);
    }

    private static Drawn board(long seed, Draws device, Draws failing) {
        String options = one(BOARDS, device);
        String protocol = options.substring(options.indexOf('=') + 1, options.indexOf('&'));
        String model = protocol.equals("olimex") ? "p2" : protocol.equals("chords") ? "chords-r4" : protocol;
        return new Drawn(seed, model, options, one(SCENARIOS, device), faults(OF_BOARD, failing));
    }

    private static Drawn person(long seed, Draws device, Draws failing) {
        boolean emg = device.uniform() < 0.6;
        String uri = String.format(
                Locale.ROOT,
                "sim:%s?seed=%d&signal=%s&rate=%d&channels=%d&mains=%d&movements=%d&coughs=%d",
                one(Profile.all(), device).id(),
                Math.floorMod(seed, Integer.MAX_VALUE),
                emg ? "emg" : "pressure",
                one(emg ? EMG_RATES : PRESSURE_RATES, device),
                device.uniform() < 0.7 ? 1 : 2,
                device.uniform() < 0.5 ? 50 : 60,
                device.uniform() < 0.7 ? 0 : 2,
                device.uniform() < 0.7 ? 0 : 2);
        return new Drawn(seed, "", uri, "", faults(OF_SENSOR, failing));
    }

    private static List<Fault> faults(List<FaultKind> kinds, Draws draws) {
        var faults = new ArrayList<Fault>();
        if (draws.uniform() < FAULTLESS_SHARE) {
            return faults;
        }
        int count = 1 + (int) draws.uniform(0, 3);
        for (int i = 0; i < count; i++) {
            FaultKind kind = one(kinds, draws);
            double from = thousandths(draws.uniform(0, 200));
            double length = thousandths(StrictMath.exp(draws.uniform(StrictMath.log(0.05), StrictMath.log(60))));
            boolean stays = draws.uniform() < 0.1 && from > 10;
            faults.add(new Fault(kind, 0, amount(kind, draws), from, stays ? Double.POSITIVE_INFINITY : length));
        }
        return faults;
    }

    private static double amount(FaultKind kind, Draws draws) {
        double drawn = draws.uniform();
        return switch (kind) {
            case GARBAGE -> thousandths(10 + 2000 * drawn);
            case WRONG -> thousandths(4 * drawn - 2);
            case RAIL -> drawn < 0.5 ? -1 : 1;
            case SLOW -> 2 + StrictMath.floor(8 * drawn);
            case DELAYED -> thousandths(0.02 + 3 * drawn);
            case INTERMITTENT -> thousandths(0.95 * drawn);
            case CLOCK -> thousandths(0.04 * drawn - 0.02);
            case BYTE_LOSS, BIT_FLIP -> thousandths(0.001 + 0.02 * drawn);
            case START_GARBAGE -> 1 + StrictMath.floor(1000 * drawn);
            case CHUNK, BATCH -> 1 + StrictMath.floor(60 * drawn);
            default -> kind.usual();
        };
    }

    private static double thousandths(double value) {
        return StrictMath.rint(value * 1000) / 1000;
    }

    private static <T> T one(List<T> all, Draws draws) {
        return all.get((int) (draws.uniform() * all.size()));
    }

    boolean board() {
        return !model.isEmpty();
    }

    /** In words that a command line would understand. */
    @Override
    public String toString() {
        String all = faults.stream().map(Fault::toString).collect(Collectors.joining(","));
        String who = board() ? "sim+serial:" + scenario + "?" + sensor : sensor;
        return all.isEmpty() ? who : who + "&fault=" + all;
    }
}
