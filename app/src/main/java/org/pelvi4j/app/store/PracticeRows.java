package org.pelvi4j.app.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pelvi4j.exercise.Guess;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.exercise.Response;

/** Practices and repetitions, out of their rows and into them. */
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
                        new Response(number(row, 10), row.getBoolean(11), row.getInt(12), number(row, 13)))
                .guessed(guess(row, 14));
    }

    private static Guess guess(ResultSet row, int column) throws SQLException {
        boolean yes = row.getBoolean(column);
        return row.wasNull() ? Guess.NONE : yes ? Guess.YES : Guess.NO;
    }

    private static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    static void insert(Connection connection, long practice, RepResult rep) throws SQLException {
        Response response = rep.response();
        Database.change(
                connection,
                "INSERT INTO rep VALUES (?1, (SELECT count(*) + 1 FROM rep WHERE practice = ?1),"
                        + " ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
                practice,
                rep.rep(),
                rep.set(),
                rep.judged() ? 1 : 0,
                rep.held() ? 1 : 0,
                rep.letGo() ? 1 : 0,
                rep.heldSeconds(),
                rep.workSeconds(),
                rep.releaseSeconds(),
                rep.score(),
                response.seconds(),
                response.anticipated() ? 1 : 0,
                response.extra(),
                response.peakEffort(),
                rep.guess() == Guess.NONE ? null : rep.guess() == Guess.YES ? 1 : 0);
    }

    static int totals(Connection connection, long practice) throws SQLException {
        return Database.change(
                connection,
                "UPDATE practice SET (done, judged, held, let_go, score) ="
                        + " (SELECT count(*), coalesce(sum(judged), 0), coalesce(sum(held), 0), coalesce(sum(let_go), 0),"
                        + " avg(score)"
                        + " FROM rep WHERE practice = ?1) WHERE id = ?1",
                practice);
    }

    static double median(List<RepResult> reps) {
        double[] times = reps.stream()
                .mapToDouble(RepResult::releaseSeconds)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        int half = times.length / 2;
        if (times.length == 0) {
            return Double.NaN;
        }
        return times.length % 2 == 1 ? times[half] : (times[half - 1] + times[half]) / 2;
    }
}
