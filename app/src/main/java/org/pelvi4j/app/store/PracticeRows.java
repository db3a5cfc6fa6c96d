package org.pelvi4j.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.exercise.Response;

/** Reads practices and repetitions out of their rows. */
final class PracticeRows {
    static final String COLUMNS = "id, profile, started_utc, zone, clock_sure, kind, programme, sensor, planned,"
            + " recording, ended, seconds, done, held, let_go, release_s, score, judged, told_utc";

    private PracticeRows() {}

    static Practice practice(DataFolder folder, ResultSet row) throws SQLException {
        String recording = row.getString(10);
        var start = new Practice.Start(
                row.getLong(2),
                Instant.ofEpochMilli(row.getLong(3)),
                Profiles.zone(row.getString(4)),
                row.getBoolean(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                Optional.ofNullable(recording).map(folder.recordings()::resolve));
        String ended = row.getString(11);
        var totals = new Practice.Totals(
                ended == null ? "" : ended,
                number(row, 12),
                row.getInt(13),
                row.getInt(18),
                row.getInt(14),
                row.getInt(15),
                number(row, 16),
                number(row, 17));
        long told = row.getLong(19);
        Optional<Instant> corrected = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(told));
        return new Practice(row.getLong(1), start, totals, corrected);
    }

    static RepResult rep(ResultSet row) throws SQLException {
        return new RepResult(
                row.getInt(1),
                row.getInt(2),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getBoolean(5),
                number(row, 6),
                number(row, 7),
                number(row, 8),
                number(row, 9),
                new Response(number(row, 10), row.getBoolean(11), row.getInt(12), number(row, 13)));
    }

    private static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
