package org.pelvi4j.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A text with one line for each instant. What the formats differ in is told to it: which columns, how a number becomes
 * a value, how the samples are counted. Confined to one thread.
 */
final class TextRecording implements Recording {
    /**
     * One column.
     *
     * @param channel what it holds
     * @param toInternal from the number in the file to microvolt or pascal
     */
    record Column(RecordedChannel channel, DoubleUnaryOperator toInternal) {}

    /** Where the number of a sample comes from. */
    interface Numbering {
        /** The number of the sample in a line, more than the last one's. */
        long number(List<String> fields, long lineNumber, long last) throws IOException;
    }

    /** Each line is the next sample. */
    static final Numbering ONE_BY_ONE = (fields, lineNumber, last) -> last + 1;

    private final Path file;
    private final TextLines lines;
    private final TextFields fields;
    private final ArrayDeque<String> first;
    private final double rateHz;
    private final List<Column> columns;
    private final Numbering numbering;
    private @Nullable LocalDateTime start;
    private int validColumn = -1;
    private List<Annotation> events = List.of();
    private long lineNumber;
    private long number = -1;

    /** Takes over the lines, and those that were read of them to find out what they are. */
    TextRecording(Path file, TextSource source, double rateHz, List<Column> columns, Numbering numbering) {
        this.file = file;
        this.lines = source.lines();
        this.fields = source.fields();
        this.first = source.first();
        this.lineNumber = lines.number() - first.size();
        this.rateHz = rateHz;
        this.columns = List.copyOf(columns);
        this.numbering = numbering;
    }

    /**
     * Lines that are being read.
     *
     * @param lines the rest of them
     * @param fields what separates their fields
     * @param first those that were read already
     */
    record TextSource(TextLines lines, TextFields fields, ArrayDeque<String> first) {}

    /** With what our own format tells beside the samples. */
    TextRecording with(@Nullable LocalDateTime start, int validColumn, List<Annotation> events) {
        this.start = start;
        this.validColumn = validColumn;
        this.events = events;
        return this;
    }

    @Override
    public double rateHz() {
        return rateHz;
    }

    @Override
    public List<RecordedChannel> channels() {
        return columns.stream().map(Column::channel).toList();
    }

    @Override
    public @Nullable LocalDateTime start() {
        return start;
    }

    @Override
    public boolean next(double[] values) throws IOException {
        while (true) {
            String line = first.isEmpty() ? lines.next() : first.remove();
            if (line == null) {
                return false;
            }
            lineNumber++;
            if (line.isBlank() || line.startsWith("#") || line.startsWith("%")) {
                continue;
            }
            List<String> cells = fields.of(file, lineNumber, line);
            number = numbering.number(cells, lineNumber, number);
            if (read(cells, values)) {
                return true;
            }
        }
    }

    private boolean read(List<String> cells, double[] values) throws IOException {
        boolean some = false;
        boolean valid = validColumn < 0
                || (validColumn < cells.size() && cells.get(validColumn).equals("1"));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            double raw =
                    TextFields.value(file, lineNumber, cells, column.channel().index());
            values[i] = valid ? column.toInternal().applyAsDouble(raw) : Double.NaN;
            some |= !Double.isNaN(values[i]);
        }
        return some;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public List<Annotation> annotations() {
        return new ArrayList<>(events);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
