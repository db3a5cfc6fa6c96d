package org.pelvi4j.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Mends a file whose recording was interrupted: a half record at its end is cut off, and the header counts the whole
 * ones. Source: RELIABILITY F9. Immutable.
 *
 * @param records how many records the file has now
 * @param recovered how many of them the header did not count before
 * @param cutBytes how many bytes of a half record were cut off
 */
public record EdfRecovery(long records, long recovered, long cutBytes) {
    /**
     * Mends a file; one that is whole stays as it is.
     *
     * @param file EDF, EDF+, BDF or BDF+
     * @return what was done
     * @throws IOException when it is no such file, or has not even one whole record
     */
    public static EdfRecovery repair(Path file) throws IOException {
        EdfHeader header;
        long length;
        long whole;
        try (FileChannel channel = FileChannel.open(file)) {
            header = EdfHeaderParser.read(file, channel);
            length = channel.size();
            whole = wholeRecords(file, channel, header);
        }
        long end = header.length() + whole * header.recordLength();
        if (end != length || whole != header.records()) {
            try (RecordFile disk = RecordFile.open(file)) {
                disk.truncate(end);
                disk.force();
                disk.write(EdfHeaderWriter.count(whole), EdfHeader.COUNT_AT);
                disk.force();
            }
        }
        return new EdfRecovery(whole, Math.max(0, whole - header.records()), length - end);
    }

    /** Records that are there to their last byte and, beyond the counted ones, begin when they should. */
    private static long wholeRecords(Path file, FileChannel channel, EdfHeader header) throws IOException {
        long there = (channel.size() - header.length()) / header.recordLength();
        if (there < 1) {
            throw RecordingException.expected(
                    file, "length", "at least one whole record after the header", channel.size() + " bytes");
        }
        var records = new EdfRecordReader(file, channel, header.counting(there));
        for (long i = Math.max(1, header.records()); i < there; i++) {
            if (!records.beginsInTime(i)) {
                return i;
            }
        }
        return there;
    }
}
