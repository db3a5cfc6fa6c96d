package org.pelvi4j.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * A reader as strict as the strictest that are in use, and a judge of every byte: what EDFlib refuses, it refuses. It
 * shares no code with the writer.
 */
final class StrictEdf {
    /** An event as the file tells it, in ten-millionths of a second. */
    record Event(long onset, long duration, String text) {}

    final boolean bdf;
    final int signals;
    final int recordBytes;
    final int count;
    final long duration;
    final byte[] file;
    final List<Event> events = new ArrayList<>();

    private StrictEdf(byte[] file) {
        this.file = file;
        must(file.length >= 512, "header too short");
        this.bdf = file[0] == (byte) 0xFF;
        must(bdf ? at(1, 7).equals("BIOSEMI") : at(0, 8).equals("0       "), "version");
        printable(bdf ? 1 : 0, 256);
        this.signals = integer(252, 4);
        must(signals >= 1 && signals <= 4096, "number of signals");
        must(integer(184, 8) == 256 * (signals + 1), "header length");
        must(at(192, 44).startsWith(bdf ? "BDF+C" : "EDF+C"), "reserved");
        this.count = integer(236, 8);
        must(count >= 1, "number of records is " + count);
        must(at(244, 8).matches("[0-9]+(\\.[0-9]+)? *"), "record duration");
        this.duration = tenMillionths(at(244, 8).strip());
        must(duration >= 1, "record duration");
        printable(256, 256 * (signals + 1));
        person();
        date();
        int bytes = 0;
        for (int i = 0; i < signals; i++) {
            bytes += signal(i) * (bdf ? 3 : 2);
        }
        this.recordBytes = bytes;
        must(bytes <= 61_440, "record longer than 61440 bytes");
        must(
                file.length >= 256L * (signals + 1) + (long) count * bytes,
                "file has " + file.length + " bytes, fewer than the header counts");
        for (int record = 0; record < count; record++) {
            annotations(record);
        }
    }

    static StrictEdf read(byte[] file) {
        return new StrictEdf(file);
    }

    /** One signal's codes over all records that the header counts. */
    int[] codes(int signal) {
        int per = samples(signal);
        int[] codes = new int[per * count];
        int offset = 0;
        for (int i = 0; i < signal; i++) {
            offset += samples(i) * (bdf ? 3 : 2);
        }
        for (int i = 0; i < codes.length; i++) {
            int at = 256 * (signals + 1) + i / per * recordBytes + offset + i % per * (bdf ? 3 : 2);
            int low = (file[at] & 0xFF) | ((file[at + 1] & 0xFF) << 8);
            codes[i] = bdf ? low | (file[at + 2] << 16) : (short) low;
        }
        return codes;
    }

    /** One signal's values, by the formula of the specification. */
    double[] values(int signal) {
        double low = number(256 + 104 * signals + 8 * signal, 8);
        double high = number(256 + 112 * signals + 8 * signal, 8);
        int least = integer(256 + 120 * signals + 8 * signal, 8);
        int most = integer(256 + 128 * signals + 8 * signal, 8);
        int[] codes = codes(signal);
        double[] values = new double[codes.length];
        for (int i = 0; i < codes.length; i++) {
            values[i] = (codes[i] - (double) least) * (high - low) / ((double) most - least) + low;
        }
        return values;
    }

    double step(int signal) {
        double low = number(256 + 104 * signals + 8 * signal, 8);
        double high = number(256 + 112 * signals + 8 * signal, 8);
        return (high - low) / (bdf ? 16_777_215.0 : 65_535.0);
    }

    int samples(int signal) {
        return integer(256 + 216 * signals + 8 * signal, 8);
    }

    String label(int signal) {
        return at(256 + 16 * signal, 16);
    }

    String at(int from, int width) {
        return new String(file, from, width, ISO_8859_1);
    }

    private void person() {
        String[] patient = at(8, 80).stripTrailing().split(" ", -1);
        must(patient.length >= 4 && !patient[0].isEmpty() && !patient[3].isEmpty(), "patient has four parts");
        must(patient[1].matches("[MFX]"), "sex");
        must(patient[2].matches("X|[0-9]{2}-[A-Z]{3}-[0-9]{4}"), "birth date");
        String[] recording = at(88, 80).stripTrailing().split(" ", -1);
        must(recording.length >= 5 && recording[0].equals("Startdate"), "recording has five parts");
        for (String part : recording) {
            must(!part.isEmpty(), "two blanks in the recording field");
        }
    }

    private void date() {
        must(at(168, 8).matches("[0-3][0-9]\\.[01][0-9]\\.[0-9]{2}"), "date");
        must(at(176, 8).matches("[0-2][0-9]\\.[0-5][0-9]\\.[0-5][0-9]"), "time");
        String told = at(98, 11);
        if (!told.startsWith("X")) {
            String months = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
            must(told.matches("[0-9]{2}-[A-Z]{3}-[0-9]{4}"), "start date");
            must(told.substring(0, 2).equals(at(168, 2)), "both dates have the same day");
            must(months.indexOf(told.substring(3, 6)) / 3 + 1 == Integer.parseInt(at(171, 2)), "the same month");
            must(told.substring(9, 11).equals(at(174, 2)), "the same year");
        }
    }

    private int signal(int i) {
        int least = integer(256 + 120 * signals + 8 * i, 8);
        int most = integer(256 + 128 * signals + 8 * i, 8);
        must(least >= (bdf ? -8_388_608 : -32_768) && most <= (bdf ? 8_388_607 : 32_767) && most > least, "range");
        must(number(256 + 104 * signals + 8 * i, 8) != number(256 + 112 * signals + 8 * i, 8), "physical range");
        if (i == signals - 1) {
            must(label(i).equals(bdf ? "BDF Annotations " : "EDF Annotations "), "last label");
            must(least == (bdf ? -8_388_608 : -32_768) && most == (bdf ? 8_388_607 : 32_767), "annotation range");
        }
        must(samples(i) >= 1, "samples in a record");
        return samples(i);
    }

    private void annotations(int record) {
        int length = samples(signals - 1) * (bdf ? 3 : 2);
        int from = 256 * (signals + 1) + (record + 1) * recordBytes - length;
        byte[] bytes = java.util.Arrays.copyOfRange(file, from, from + length);
        must(bytes[length - 1] == 0, "record " + record + ": annotations end in 00");
        String all = new String(bytes, UTF_8);
        String lists = all.replaceAll("\0+$", "\0");
        must(!lists.contains("\0\0"), "record " + record + ": 00 between lists");
        String[] each = lists.substring(0, lists.length() - 1).split("\0", -1);
        must(each[0].matches("[+-][0-9]+(\\.[0-9]+)?\u0014\u0014"), "record " + record + ": time-keeping " + each[0]);
        long begin = tenMillionths(each[0].substring(1).replaceAll("\u0014+", ""));
        must(begin == record * duration, "record " + record + " begins at " + begin);
        for (int i = 1; i < each.length; i++) {
            event(record, each[i]);
        }
    }

    private void event(int record, String list) {
        must(
                list.matches("[+-][0-9]+(\\.[0-9]+)?(\u0015[0-9]+(\\.[0-9]+)?)?\u0014[^\u0000-\u001f]+\u0014"),
                "record " + record + ": list " + list);
        String[] parts = list.split("\u0014", -1);
        String[] times = parts[0].split("\u0015", -1);
        long onset = tenMillionths(times[0].substring(1)) * (times[0].startsWith("-") ? -1 : 1);
        events.add(new Event(onset, times.length > 1 ? tenMillionths(times[1]) : -1, parts[1]));
    }

    private static long tenMillionths(String seconds) {
        int dot = seconds.indexOf('.');
        String whole = dot < 0 ? seconds : seconds.substring(0, dot);
        String rest = dot < 0 ? "" : seconds.substring(dot + 1);
        must(rest.length() <= 7, "more than seven decimals: " + seconds);
        return Long.parseLong(whole + (rest + "0000000").substring(0, 7));
    }

    private int integer(int from, int width) {
        String text = at(from, width);
        must(text.matches("[+-]?[0-9]+ *"), "a whole number at " + from + ": " + text);
        return Integer.parseInt(text.strip());
    }

    private double number(int from, int width) {
        String text = at(from, width);
        must(text.matches("[+-]?[0-9]+(\\.[0-9]*)? *"), "a number at " + from + ": " + text);
        return Double.parseDouble(text.strip());
    }

    private void printable(int from, int to) {
        for (int i = from; i < to; i++) {
            must(file[i] >= 32 && file[i] <= 126, "byte " + i + " of the header is not printable ASCII");
        }
    }

    private static void must(boolean right, String what) {
        if (!right) {
            throw new AssertionError("not EDF+: " + what);
        }
    }
}
