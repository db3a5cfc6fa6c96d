package org.pelvi4j.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Counts samples by a column with the device's own numbers, which wrap: lost frames become a gap. Confined to one thread. */
final class FrameNumbers implements TextRecording.Numbering {
    /** A longer jump of a counter that does not wrap is another start of it, not a gap. */
    private static final long LONGEST_JUMP = 100_000_000;

    private final Path file;
    private final int column;
    private final int wrap;
    private long before = -1;

    /** The numbers run from 0 to wrap - 1; a wrap of 0 is not known. */
    FrameNumbers(Path file, int column, int wrap) {
        this.file = file;
        this.column = column;
        this.wrap = wrap;
    }

    @Override
    public long number(List<String> fields, long lineNumber, long last) throws IOException {
        long frame = (long) TextFields.value(file, lineNumber, fields, column);
        long step = before < 0 ? 1 : frame - before;
        before = frame;
        if (wrap > 0) {
            step = Math.floorMod(step, wrap);
        }
        return last + (step < 1 || step > LONGEST_JUMP ? 1 : step);
    }
}
