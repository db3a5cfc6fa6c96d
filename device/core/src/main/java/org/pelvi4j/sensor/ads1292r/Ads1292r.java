package org.pelvi4j.sensor.ads1292r;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.EdgeSink;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.bus.InputSetup;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.bus.SpiDevice;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Chip;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.Roles;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.time.Clock;

/**
 * An ADS1292R (or ADS1292): two EMG channels of 24 bits with lead-off detection, a frame at each fall of DRDY. The kernel
 * counts the falls, so that every conversion that was not read in time is known, but for falls that come sooner than the
 * kernel's own thread and are one to it. Source: DOMAIN.md 3.16. Confined to one thread.
 */
public final class Ads1292r implements Chip {
    private static final Set<String> OPTIONS = Set.of("chip", "rate", "gain", "ready", "leadoff");

    /** 1 MHz suffices; the chip bears 4. Source: DOMAIN.md 3.16. */
    private static final int HERTZ = 1_000_000;

    private static final int MODE = 1;
    private static final int RESET = 0x06;
    private static final int START = 0x08;
    private static final int RDATAC = 0x10;
    private static final int SDATAC = 0x11;
    private static final int READ_REGISTER = 0x20;
    private static final int WRITE_REGISTER = 0x40;
    private static final int ID_1292R = 0x73;
    private static final int ID_1292 = 0x53;
    private static final int CONFIG1 = 0x01;
    private static final int CONFIG2 = 0x02;
    private static final int CONFIG2_LEAD_OFF = 0xE0;
    private static final int CONFIG2_PLAIN = 0xA0;
    private static final int LOFF = 0x03;
    private static final int LOFF_DC = 0x10;
    private static final int CH1SET = 0x04;
    private static final int CHANNEL_OFF = 0x81;
    /** The bias amplifier on, driven by both inputs of each channel that is on. Source: ADS1292R data sheet, RLD_SENS. */
    private static final int RLD_SENS = 0x06;

    private static final int RLD_ON = 0x20;
    private static final int BOTH_INPUTS = 3;
    private static final int LOFF_SENS = 0x07;
    private static final int LOFF_SENS_ALL = 0x0F;
    /** No respiration; bit 1 must be 1, an ADS1292 asks for it too. Source: ADS1292R data sheet, RESP1. */
    private static final int RESP1 = 0x09;

    private static final int RESP1_NONE = 0x02;
    /** The bias amplifier's own reference; bit 0 must be 1. Source: ADS1292R data sheet, RESP2. */
    private static final int RESP2 = 0x0A;

    private static final int RESP2_INTERNAL = 0x03;
    private static final int[] GAINS = {6, 1, 2, 3, 4, 8, 12};
    /** By their codes, from 1; code 0, 125 a second, is too slow for EMG. Source: DOMAIN.md 3.16. */
    private static final int[] RATES = {250, 500, 1000, 2000, 4000};

    private static final double REFERENCE_MICROVOLTS = 2.42e6;
    private static final int TOP_CODE = 0x7FFFFF;
    private static final int FRAME_BYTES = 9;
    private static final int STATUS_MASK = 0xF0;
    private static final int STATUS_MARK = 0xC0;
    /** Its reference settles to 0.2 %. Source: ADS1292R data sheet, internal reference, start-up time. */
    private static final long SETTLE_NANOS = 100_000_000;
    /** Between command bytes 4 tCLK, after a reset 18. Source: DOMAIN.md 3.16, tCLK is 2 us. */
    private static final long COMMAND_NANOS = 100_000;

    private static final long WAIT_NANOS = 100_000_000;
    private static final double STUCK_SECONDS = 0.5;

    private final SpiAddress address;
    private final String where;
    private final int readyLine;
    private final Roles roles;
    private final SensorInfo info;
    private final int rateCode;
    private final int gainCode;
    private final boolean leadOff;
    private final double microvoltsPerCode;
    private final byte[] quiet = new byte[FRAME_BYTES];
    private final byte[] frame = new byte[FRAME_BYTES];
    private final EdgeSink edges = this::edge;
    private @Nullable SpiDevice wire;
    private @Nullable InputPin ready;
    private @Nullable Ports ports;
    private long edgeNanos;
    private long edgeSequence;
    private long takenSequence;
    private long readyNanos;

    private Ads1292r(DeviceUri uri) {
        address = SpiAddress.of(uri);
        where = "spi:" + address.bus() + "." + address.chipSelect();
        readyLine = uri.integer("ready", 0, 999)
                .orElseThrow(() -> uri.wrong("option 'ready'", "the GPIO line of DRDY such as 25", "missing"));
        roles = Roles.of(uri, 2);
        int rateIndex = indexOf(uri, "rate", "1000", RATES);
        rateCode = 1 + rateIndex;
        gainCode = indexOf(uri, "gain", "6", GAINS);
        String detection = uri.option("leadoff").orElse("on");
        if (!detection.equals("on") && !detection.equals("off")) {
            throw uri.wrong("option 'leadoff'", "on or off", detection);
        }
        leadOff = detection.equals("on");
        microvoltsPerCode = REFERENCE_MICROVOLTS / GAINS[gainCode] / TOP_CODE;
        double end = microvoltsPerCode * TOP_CODE;
        info = new SensorInfo(
                "ADS1292R, channel " + (roles.indices().get(0) + 1),
                RATES[rateIndex],
                roles.channels(new Channel(Role.PFM, Signal.EMG, -end - microvoltsPerCode, end, microvoltsPerCode)));
    }

    private static int indexOf(DeviceUri uri, String option, String usual, int[] known) {
        String text = uri.option(option).orElse(usual);
        for (int i = 0; i < known.length; i++) {
            if (text.equals(String.valueOf(known[i]))) {
                return i;
            }
        }
        String one = Arrays.stream(known).sorted().mapToObj(String::valueOf).collect(Collectors.joining(", "));
        throw uri.wrong("option '" + option + "'", "one of " + one, text);
    }

    /**
     * Reads the options: {@code ready}, the GPIO line of DRDY, {@code rate} (250, 500, 1000, 2000 or 4000; 1000), {@code gain} (6),
     * {@code leadoff} (on), {@code channel} (1 or 2) and {@code abdominal}.
     *
     * @param uri such as {@code spi:0.0?chip=ads1292r&ready=25}
     * @return the chip
     * @throws IllegalArgumentException saying which option is wrong and what was expected
     */
    public static Chip of(DeviceUri uri) {
        var known = new TreeSet<>(OPTIONS);
        known.addAll(Roles.OPTIONS);
        return new Ads1292r(uri.withOnly(known));
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public int stuckAfter() {
        return (int) Math.round(STUCK_SECONDS * info.rateHz());
    }

    @Override
    public boolean setsThePace() {
        return true;
    }

    @Override
    public long readyNanos() {
        return readyNanos;
    }

    @Override
    public void open(Ports opener, Clock clock) throws BusException {
        ports = opener;
        wire = opener.openSpi(address, HERTZ, MODE);
        command(RESET);
        // After a reset it streams, and hears no register access.
        command(SDATAC);
        identify();
        set(CONFIG1, rateCode);
        set(CONFIG2, leadOff ? CONFIG2_LEAD_OFF : CONFIG2_PLAIN);
        set(LOFF, LOFF_DC);
        int driven = RLD_ON;
        for (int channel = 0; channel < 2; channel++) {
            boolean used = roles.indices().contains(channel);
            set(CH1SET + channel, used ? gainCode << 4 : CHANNEL_OFF);
            driven |= used ? BOTH_INPUTS << (2 * channel) : 0;
        }
        set(RLD_SENS, driven);
        set(LOFF_SENS, leadOff ? LOFF_SENS_ALL : 0);
        set(RESP1, RESP1_NONE);
        set(RESP2, RESP2_INTERNAL);
        opener.pause(SETTLE_NANOS);
        ready = opener.openInput(readyLine, InputSetup.DATA_READY);
        takenSequence = 0;
        edgeSequence = 0;
        command(START);
        command(RDATAC);
    }

    private void identify() throws BusException {
        int id = get(0);
        if (id != ID_1292R && id != ID_1292) {
            throw new BusException(
                    id == 0 || id == 0xFF ? BusException.Kind.NO_ANSWER : BusException.Kind.WRONG_DEVICE,
                    String.format(
                            Locale.ROOT,
                            "%s: expected an ADS1292R with ID 73 but it tells %02X; check its supply and wires",
                            where,
                            id));
        }
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("ads1292r: expected to be open but was closed");
        }
        return part;
    }

    private void command(int code) throws BusException {
        opened(wire).transfer(new byte[] {(byte) code}, new byte[1]);
        opened(ports).pause(COMMAND_NANOS);
    }

    private void set(int register, int value) throws BusException {
        opened(wire).transfer(new byte[] {(byte) (WRITE_REGISTER | register), 0, (byte) value}, new byte[3]);
        opened(ports).pause(COMMAND_NANOS);
        if (get(register) != value) {
            throw new BusException(
                    BusException.Kind.WRONG_DEVICE,
                    where + ": register " + register
                            + " of the ADS1292R does not keep what is written; check its supply and wires");
        }
    }

    private int get(int register) throws BusException {
        byte[] in = new byte[3];
        opened(wire).transfer(new byte[] {(byte) (READ_REGISTER | register), 0, 0}, in);
        opened(ports).pause(COMMAND_NANOS);
        return in[2] & 0xFF;
    }

    private void edge(long atNanos, long sequence, boolean rising) {
        edgeNanos = atNanos;
        edgeSequence = sequence;
    }

    @Override
    public int take(double[] values, int[] flaws) throws BusException {
        InputPin drdy = opened(ready);
        if (edgeSequence == takenSequence && drdy.awaitEdges(WAIT_NANOS, edges) == 0) {
            return 0;
        }
        long sequence = edgeSequence;
        readyNanos = edgeNanos;
        opened(wire).transfer(quiet, frame);
        if (drdy.awaitEdges(0, edges) > 0) {
            // A new conversion fell into the transfer: which of the two this frame is, nobody knows.
            return 0;
        }
        if ((frame[0] & STATUS_MASK) != STATUS_MARK) {
            throw new BusException(
                    BusException.Kind.NO_ANSWER,
                    where + ": a frame of the ADS1292R does not begin with its mark; check its supply and wires");
        }
        int off = (frame[0] & 0x0F) << 1 | (frame[1] & 0x80) >> 7;
        for (int i = 0; i < values.length; i++) {
            decode(i, roles.indices().get(i), off, values, flaws);
        }
        int conversions = (int) Math.min(Integer.MAX_VALUE, sequence - takenSequence);
        takenSequence = sequence;
        return conversions;
    }

    /** LOFF_STAT, the lowest last: RLD, N and P of channel 2, N and P of channel 1. */
    private void decode(int index, int channel, int off, double[] values, int[] flaws) {
        int at = 3 + 3 * channel;
        int code = (frame[at] << 16) | (frame[at + 1] & 0xFF) << 8 | (frame[at + 2] & 0xFF);
        values[index] = code * microvoltsPerCode;
        boolean lead = leadOff && (off >> (2 * channel) & 3) != 0;
        boolean rail = code >= TOP_CODE || code <= -TOP_CODE;
        flaws[index] |= (lead ? Flaw.LEAD_OFF : 0) | (rail ? Flaw.SATURATED : 0);
    }

    @Override
    public void close() {
        InputPin drdy = ready;
        SpiDevice device = wire;
        ready = null;
        wire = null;
        if (drdy != null) {
            drdy.close();
        }
        if (device != null) {
            device.close();
        }
    }
}
