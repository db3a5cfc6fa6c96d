package org.pelvi4j.sim.device;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a Cyton does at each command byte. Source: OpenBCI Cyton SDK, command set. Confined to one thread. */
final class CytonConsole {
    private static final String END = "$$$";
    private static final String ON = "!@#$%^&*";

    /** How commands of several bytes name the inputs, those of a Daisy last. Source: DOMAIN 3.8. */
    private static final String KEYS = "12345678QWERTYUI";

    /** The test signals of the keys {@code 0 - = p [ ]}: none, then gain and speed of the square wave. */
    private static final String TESTS = "0-=p[]";

    private static final int[][] SQUARES = {{1, 0}, {1, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}};
    private static final String[] MODES = {"default", "debug", "analog", "digital", "marker"};
    private static final int RADIO = 0xF0;
    private static final int RADIO_CHANNEL = 1;

    /** Source: Cyton SDK, radio poll time. */
    private static final int POLL_MILLIS = 80;

    private static final String BANNER = String.join(
            "\r\n",
            "OpenBCI V3 8-16 channel",
            "On Board ADS1299 Device ID: 0x3E",
            "LIS3DH Device ID: 0x33",
            "Firmware: v3.1.1",
            "");

    /** A command of several bytes must be complete by then. Source: Cyton SDK. */
    private static final long PATIENCE_NANOS = 1_000_000_000L;

    private final VirtualCyton board;
    private final CytonInputs inputs;
    private final @Nullable CytonInputs daisy;
    private boolean sixteen;
    private final StringBuilder pending = new StringBuilder();
    private long pendingSinceNanos;
    private int rateCode;
    private int mode;
    private int marker;

    CytonConsole(VirtualCyton board, CytonInputs inputs, @Nullable CytonInputs daisy) {
        this.board = board;
        this.inputs = inputs;
        this.daisy = daisy;
    }

    /** Whether the inputs of a Daisy are sent too. */
    boolean sixteen() {
        return sixteen;
    }

    void reset(Outlet out) {
        board.stop();
        board.stamp(false);
        inputs.reset();
        CytonInputs more = daisy;
        sixteen = more != null;
        if (more != null) {
            more.reset();
        }
        pending.setLength(0);
        rateCode = 6;
        mode = 0;
        say(out, sixteen ? BANNER.replace("LIS3DH", "On Daisy ADS1299 Device ID: 0x3E\r\nLIS3DH") : BANNER);
    }

    /** Faster rates go to the memory card or the WiFi shield only. Source: Cyton SDK, sample rate. */
    boolean radioCarriesFrames() {
        return rateCode == 6;
    }

    boolean accelerationMode() {
        return mode <= 1;
    }

    int takeMarker() {
        int taken = marker;
        marker = 0;
        return taken;
    }

    void receive(int value, long nowNanos, Outlet out) {
        if (pending.length() > 0 && nowNanos - pendingSinceNanos > PATIENCE_NANOS) {
            pending.setLength(0);
            answer(out, "Timeout processing multi byte message - please send all commands at once as of v2");
        }
        char c = (char) value;
        if (pending.length() > 0) {
            pending.append(c);
            goOn(out);
        } else if ("xz~/`".indexOf(c) >= 0 || value == RADIO) {
            pending.append(c);
            pendingSinceNanos = nowNanos;
        } else {
            single(c, out);
        }
    }

    private void goOn(Outlet out) {
        boolean complete = switch (pending.charAt(0)) {
            case 'x' -> latched('X', 9, out);
            case 'z' -> latched('Z', 5, out);
            case '~' -> rate(pending.charAt(1), out);
            case '/' -> mode(pending.charAt(1), out);
            case '`' -> mark(pending.charAt(1), out);
            default -> radio(out);
        };
        if (complete) {
            pending.setLength(0);
        }
    }

    private boolean latched(char latch, int length, Outlet out) {
        boolean last = pending.charAt(pending.length() - 1) == latch;
        if (pending.length() < length && !last) {
            return false;
        }
        int input = KEYS.indexOf(pending.charAt(1));
        int inputCount = daisy == null ? CytonInputs.COUNT : KEYS.length();
        if (pending.length() < length) {
            answer(out, "Failure: too few chars");
        } else if (!last) {
            answer(out, "Failure: " + length + "th char not " + latch);
        } else if (input < 0 || input >= inputCount || !set(latch, input, pending.substring(2, length - 1))) {
            answer(out, "Failure: Err: too many chars");
        } else {
            answer(out, "Success: " + (latch == 'X' ? "Channel" : "Lead off") + " set for " + (input + 1));
            restart();
        }
        return true;
    }

    private boolean set(char latch, int key, String digits) {
        CytonInputs more = daisy;
        CytonInputs eight = more == null || key < CytonInputs.COUNT ? inputs : more;
        int input = key % CytonInputs.COUNT;
        if (latch == 'X') {
            if (!CytonInputs.valid(digits)) {
                return false;
            }
            eight.set(input, digits);
            return true;
        }
        eight.testCurrent(input, digits.charAt(0) == '1', digits.charAt(1) == '1');
        return digits.matches("[01][01]");
    }

    private void restart() {
        if (board.started()) {
            board.start();
        }
    }

    private boolean rate(char code, Outlet out) {
        if (code >= '0' && code <= '6') {
            rateCode = code - '0';
        } else if (code != '~') {
            answer(out, "Failure: sample value out of bounds");
            return true;
        }
        long hertz = radioCarriesFrames() ? Math.round(board.rateHz()) : 16_000L >> rateCode;
        answer(out, "Success: Sample rate is " + hertz + "Hz");
        return true;
    }

    private boolean mode(char code, Outlet out) {
        if (code == '/') {
            answer(out, "Board mode is " + MODES[mode]);
        } else if (code >= '0' && code <= '4') {
            mode = code - '0';
            answer(out, "Success: " + MODES[mode]);
        } else {
            answer(out, "Failure: board mode value out of bounds");
        }
        return true;
    }

    private boolean mark(char value, Outlet out) {
        if (mode == 4) {
            marker = value;
        } else {
            answer(out, "Failure: not in marker mode");
        }
        return true;
    }

    /** Commands to the radio of the dongle: F0, a code, for some codes a value. Source: Cyton SDK, firmware 2.0. */
    private boolean radio(Outlet out) {
        int code = pending.charAt(1);
        boolean takesValue = code == 1 || code == 2 || code == 4;
        if (takesValue && pending.length() < 3) {
            return false;
        }
        switch (code) {
            case 0 -> say(out, "Success: Host and Device on Channel Number " + (char) RADIO_CHANNEL);
            case 3 -> say(out, "Success: Poll Time" + (char) POLL_MILLIS);
            case 5 -> say(out, "Success: Switch your baud rate to 115200");
            case 7 -> say(out, "Success: System is up");
            default -> say(out, "Failure: this radio keeps its channel and rate");
        }
        return true;
    }

    private void single(char c, Outlet out) {
        if (c >= '1' && c <= '8') {
            inputs.power(c - '1', false);
            restart();
        } else if (ON.indexOf(c) >= 0) {
            inputs.power(ON.indexOf(c), true);
            restart();
        } else if (TESTS.indexOf(c) >= 0) {
            int[] square = SQUARES[TESTS.indexOf(c)];
            inputs.square(square[0], square[1]);
            inputs.connectAll(c == '0' ? '1' : '5');
            answer(out, "Success: Configured internal test signal.");
            restart();
        } else {
            letter(c, out);
        }
    }

    private void letter(char c, Outlet out) {
        switch (c) {
            case 'b' -> board.start();
            case 's' -> board.stop();
            case 'v' -> reset(out);
            case 'd' -> {
                answer(out, "updating channel settings to default");
                inputs.reset();
                CytonInputs more = daisy;
                if (more != null) {
                    more.reset();
                }
                restart();
            }
            case 'D' -> answer(out, CytonInputs.DEFAULTS);
            case '?' -> answer(out, CytonRegisters.listing(inputs, rateCode));
            case 'C' -> {
                answer(out, daisy == null ? "no daisy to attach!8" : "16");
                sixteen = daisy != null;
            }
            case 'c' -> {
                if (sixteen) {
                    answer(out, "daisy removed");
                }
                sixteen = false;
            }
            case 'V' -> answer(out, "v3.1.1");
            case '<' -> {
                answer(out, "Time stamp ON");
                board.stamp(true);
            }
            case '>' -> {
                answer(out, "Time stamp OFF");
                board.stamp(false);
            }
            case '{' -> answer(out, "Failure: Wifi not attached");
            case '}' -> answer(out, "Failure: Wifi not removed");
            case ':' -> answer(out, "Wifi not present, send { to attach the shield");
            default -> {
                // c without a daisy, memory card commands without a card, and unused letters: no answer.
            }
        }
    }

    /** While frames are sent, most commands are not answered. Source: Cyton SDK. */
    private void answer(Outlet out, String text) {
        if (!board.started()) {
            say(out, text);
        }
    }

    private static void say(Outlet out, String text) {
        out.text((text + END).getBytes(StandardCharsets.ISO_8859_1));
    }
}
