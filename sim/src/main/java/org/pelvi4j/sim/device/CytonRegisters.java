package org.pelvi4j.sim.device;

import java.util.Locale;

/** The registers of a Cyton's converter and accelerometer as its console prints them. Source: OpenBCI Cyton SDK. */
final class CytonRegisters {
    private CytonRegisters() {}

    /**
     * As the board prints them.
     *
     * @param inputs of the board itself
     * @param rateCode of the sample rate command, 0 to 6
     * @return lines that end in CR LF
     */
    static String listing(CytonInputs inputs, int rateCode) {
        var text = new StringBuilder("\r\nBoard ADS Registers\r\n");
        line(text, "ADS_ID", 0x00, 0x3E);
        line(text, "CONFIG1", 0x01, 0x90 | rateCode);
        line(text, "CONFIG2", 0x02, 0xC0);
        line(text, "CONFIG3", 0x03, 0xEC);
        line(text, "LOFF", 0x04, 0x02);
        for (int i = 0; i < CytonInputs.COUNT; i++) {
            String six = inputs.settings(i);
            int set = digit(six, 0) << 7 | digit(six, 1) << 4 | digit(six, 4) << 3 | digit(six, 2);
            line(text, "CH" + (i + 1) + "SET", 0x05 + i, set);
        }
        text.append("\r\nLIS3DH Registers\r\n");
        line(text, "WHO_AM_I", 0x0F, 0x33);
        return text.toString();
    }

    private static int digit(String six, int at) {
        return six.charAt(at) - '0';
    }

    private static void line(StringBuilder text, String name, int address, int value) {
        text.append(String.format(Locale.ROOT, "%s, %02X, %02X", name, address, value));
        for (int bit = 7; bit >= 0; bit--) {
            text.append(", ").append(value >> bit & 1);
        }
        text.append("\r\n");
    }
}
