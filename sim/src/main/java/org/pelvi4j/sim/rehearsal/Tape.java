package org.pelvi4j.sim.rehearsal;

import java.util.Arrays;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.SignalStage;

/**
 * What can be drawn of a rehearsal: one column per 20 ms with the least and the greatest sample, the envelope, the level
 * that was shown and what the muscle really did. NaN where there was nothing. Confined to one thread.
 */
public final class Tape implements Recorder {
    /** Length of a column. */
    public static final double COLUMN_SECONDS = 0.02;

    /** A rehearsal is no longer than this; more is not kept. Source: a programme's own limit, 30 min, doubled. */
    private static final int MOST_COLUMNS = 180_000;

    private static final int FIRST_COLUMNS = 8192;
    private static final long COLUMN_NANOS = 20_000_000L;
    private static final float NOTHING = Float.NaN;

    private final long startNanos;
    private final SignalStage stage;
    private float[][] rows = new float[Row.values().length][];
    private int columns;

    /** What a column holds. */
    public enum Row {
        /** The least sample of the first channel, in its unit. */
        LEAST(0),
        /** The greatest. */
        MOST(1),
        /** The envelope of the first channel, in its unit. */
        ENVELOPE(2),
        /** What the displays showed: 0 at rest, 1 at the person's strongest. */
        LEVEL(3),
        /** What the muscle really did: 0 at rest, 1 at the person's strongest. */
        TRUTH(4);

        private final int place;

        Row(int place) {
            this.place = place;
        }
    }

    Tape(SensorInfo sensor, long startNanos) {
        this.startNanos = startNanos;
        Arrays.setAll(rows, row -> nothing(FIRST_COLUMNS));
        stage = SignalStage.of(sensor.channels().get(0), sensor.rateHz(), this::envelope);
    }

    private static float[] nothing(int length) {
        float[] row = new float[length];
        Arrays.fill(row, NOTHING);
        return row;
    }

    private int column(long atNanos) {
        int column = (int) Math.min(MOST_COLUMNS - 1L, Math.max(0, (atNanos - startNanos) / COLUMN_NANOS));
        columns = Math.max(columns, column + 1);
        if (column >= rows[0].length) {
            for (int i = 0; i < rows.length; i++) {
                float[] longer = nothing(Math.min(MOST_COLUMNS, 2 * rows[i].length));
                System.arraycopy(rows[i], 0, longer, 0, rows[i].length);
                rows[i] = longer;
            }
        }
        return column;
    }

    private void put(Row row, long atNanos, double value) {
        int column = column(atNanos);
        rows[row.place][column] = (float) value;
    }

    @Override
    public void sample(long number, long atNanos, double[] values, int[] flaws) {
        int column = column(atNanos);
        float[] least = rows[Row.LEAST.place];
        float[] most = rows[Row.MOST.place];
        float value = (float) values[0];
        least[column] = Float.isNaN(least[column]) ? value : Math.min(least[column], value);
        most[column] = Float.isNaN(most[column]) ? value : Math.max(most[column], value);
        stage.sample(number, atNanos, values[0], flaws[0]);
    }

    private void envelope(Conditioned now) {
        if (now.quality().valid()) {
            put(Row.ENVELOPE, now.atNanos(), now.envelope());
        }
    }

    @Override
    public void gap(Gap gap) {
        stage.gap(gap);
    }

    /** Keeps what a display would show and what the muscle really does at this moment. */
    void saw(Picture picture, double activation) {
        put(Row.LEVEL, picture.atNanos(), picture.level() / 100);
        put(Row.TRUTH, picture.atNanos(), activation);
    }

    @Override
    public void annotate(Annotation annotation) {}

    @Override
    public void tick(long nowNanos) {}

    @Override
    public void close() {}

    /**
     * Tells how long it is.
     *
     * @return columns
     */
    public int columns() {
        return columns;
    }

    /**
     * Reads a column.
     *
     * @param row of what
     * @param column from 0
     * @return the value; NaN where there was nothing
     */
    public double get(Row row, int column) {
        return column < rows[0].length ? rows[row.place][column] : NOTHING;
    }

    /**
     * Tells where the tape begins.
     *
     * @return nanoseconds of the virtual clock
     */
    public long startNanos() {
        return startNanos;
    }
}
