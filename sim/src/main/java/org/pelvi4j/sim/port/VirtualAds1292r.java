package org.pelvi4j.sim.port;

import java.util.HexFormat;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.time.VirtualClock;

/**
 * An ADS1292R with its commands, registers, DRDY and lead-off. Register access while it streams, a command that does not
 * exist, bits that must be 1, bytes that come too soon after each other, and a clock that is too fast are refused. Source:
 * ADS1292R data sheet, DOMAIN 3.16. Confined to one thread, but for {@link #text()}.
 */
public final class VirtualAds1292r implements SpiChip, LineChip {
    private static final int HIGHEST_HERTZ = 4_000_000;
    /** It decodes a byte in 4 tCLK: bytes of one command may not come faster. Source: DOMAIN 3.16, 8 us. */
    private static final int HIGHEST_HERTZ_OF_SEVERAL_BYTES = 1_000_000;

    private static final long COMMAND_NANOS = 8_000;
    private static final int ID = 0x73;
    private static final int FRAME_BYTES = 9;
    private static final int[] RESET = {ID, 0x02, 0x80, 0x10, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x0C};
    /** Bits that must be written as 1, by register. */
    private static final int[] ALWAYS = {0, 0, 0x80, 0x10, 0, 0, 0, 0, 0, 0x02, 0x01, 0};

    private static final int[] GAINS = {6, 1, 2, 3, 4, 8, 12};
    private static final double REFERENCE_MICROVOLTS = 2.42e6;

    private final BodySignal body;
    private final int readyLine;
    private final VirtualClock clock;
    private final int first;
    private final double offFromSeconds;
    private final int[] registers = RESET.clone();
    private int clockHertz;
    private boolean streaming = true;
    private boolean started;
    private long startedNanos;
    private long lastCommandNanos = Long.MIN_VALUE / 2;
    private final byte[] frame = new byte[FRAME_BYTES];

    VirtualAds1292r(BodySignal body, int readyLine, int first, double offFromSeconds, VirtualClock clock) {
        this.body = body;
        this.readyLine = readyLine;
        this.first = first;
        this.offFromSeconds = offFromSeconds;
        this.clock = clock;
    }

    static void connect(DeviceUri uri, VirtualPorts ports) {
        if (!(ports.clock() instanceof VirtualClock time)) {
            throw uri.wrong("clock", "virtual time for a simulated ADS1292R", "real time");
        }
        int ready = uri.integer("ready", 0, 999).orElse(25);
        int first = uri.integer("channel", 1, 2).orElse(1) - 1;
        double off = uri.number("off", 0, 1e6).orElse(Double.POSITIVE_INFINITY);
        var chip = new VirtualAds1292r(BodySignal.of(uri, ports, Signal.EMG), ready, first, off, time);
        ports.connectSpi(VirtualChips.spi(uri), chip);
        ports.connectInput(ready, chip);
    }

    @Override
    public void opened(int hertz, int mode) {
        if (mode != 1 || hertz > HIGHEST_HERTZ) {
            throw new IllegalStateException(
                    "ads1292r: expected mode 1 and at most " + HIGHEST_HERTZ + " Hz but was " + mode + " and " + hertz);
        }
        clockHertz = hertz;
    }

    @Override
    public void transfer(byte[] out, byte[] in) {
        if (out[0] == 0) {
            read(in);
            return;
        }
        if (clock.nowNanos() - lastCommandNanos < COMMAND_NANOS) {
            throw new IllegalStateException("ads1292r: expected 8 us after the last command");
        }
        lastCommandNanos = clock.nowNanos();
        int code = out[0] & 0xFF;
        if ((code & 0xE0) == 0x20 || (code & 0xE0) == 0x40) {
            access(code, out, in);
        } else {
            command(code, out.length);
        }
    }

    private void command(int code, int length) {
        if (length != 1) {
            throw new IllegalStateException("ads1292r: expected a command alone but was " + length + " bytes");
        }
        switch (code) {
            case 0x06 -> {
                System.arraycopy(RESET, 0, registers, 0, RESET.length);
                streaming = true;
                started = false;
            }
            case 0x08 -> {
                started = true;
                startedNanos = clock.nowNanos();
            }
            case 0x0A -> started = false;
            case 0x10 -> streaming = true;
            case 0x11 -> streaming = false;
            default -> throw new IllegalStateException("ads1292r: expected a command that exists but was " + code);
        }
    }

    private void access(int code, byte[] out, byte[] in) {
        if (clockHertz > HIGHEST_HERTZ_OF_SEVERAL_BYTES) {
            throw new IllegalStateException(
                    "ads1292r: expected 8 us for each byte of a command but its clock has " + clockHertz + " Hz");
        }
        int register = code & 0x1F;
        int count = (out[1] & 0x1F) + 1;
        if (streaming || register + count > registers.length || out.length != count + 2) {
            throw new IllegalStateException("ads1292r: expected SDATAC, and a register of 0 to 11 with as many bytes as"
                    + " told, but was " + register + " and " + out.length + " bytes");
        }
        for (int i = 0; i < count; i++) {
            if ((code & 0xE0) == 0x20) {
                in[2 + i] = (byte) registers[register + i];
            } else {
                write(register + i, out[2 + i] & 0xFF);
            }
        }
    }

    private void write(int register, int value) {
        if (register == 0 || register == 8 || (value & ALWAYS[register]) != ALWAYS[register]) {
            throw new IllegalStateException("ads1292r: expected a register that can be written, with the bits that are"
                    + " always 1, but was " + register + " and " + value);
        }
        registers[register] = value;
    }

    private long periodNanos() {
        return 8_000_000L >> (registers[1] & 7);
    }

    private void read(byte[] in) {
        if (!streaming || in.length != FRAME_BYTES) {
            throw new IllegalStateException("ads1292r: expected RDATAC and 9 bytes but was " + in.length);
        }
        long conversions = started ? (clock.nowNanos() - startedNanos) / periodNanos() : 0;
        if (conversions == 0) {
            throw new IllegalStateException("ads1292r: expected a wait for DRDY: there is no conversion yet");
        }
        long atNanos = startedNanos + conversions * periodNanos();
        boolean off = (registers[2] & 0x40) != 0 && atNanos * 1e-9 >= offFromSeconds;
        int pair = (3 << (2 * first)) & registers[7];
        int status = off ? pair : 0;
        frame[0] = (byte) (0xC0 | (status >> 1));
        frame[1] = (byte) (status << 7);
        frame[2] = 0;
        for (int channel = 0; channel < 2; channel++) {
            put(channel, atNanos);
        }
        System.arraycopy(frame, 0, in, 0, FRAME_BYTES);
    }

    private void put(int channel, long atNanos) {
        int set = registers[4 + channel];
        double microvolts = (set & 0x80) != 0 ? 0 : body.at(channel == first ? 0 : 1, atNanos);
        double exact = Math.rint(microvolts * GAINS[(set >> 4) & 7] / REFERENCE_MICROVOLTS * 0x7FFFFF);
        int code = (int) Math.max(-0x800000, Math.min(0x7FFFFF, exact));
        frame[3 + 3 * channel] = (byte) (code >> 16);
        frame[4 + 3 * channel] = (byte) (code >> 8);
        frame[5 + 3 * channel] = (byte) code;
    }

    @Override
    public boolean isHigh(int line) {
        return !started || (clock.nowNanos() - startedNanos) % periodNanos() > periodNanos() / 2;
    }

    @Override
    public long nextFallNanos(int line, long afterNanos) {
        if (line != readyLine) {
            throw new IllegalStateException("ads1292r: expected DRDY on line " + readyLine + " but was " + line);
        }
        if (!started) {
            return Long.MAX_VALUE;
        }
        long conversions = Math.max(0, Math.floorDiv(afterNanos - startedNanos, periodNanos())) + 1;
        return startedNanos + conversions * periodNanos();
    }

    /** The last frame. */
    @Override
    public String text() {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(frame);
    }
}
