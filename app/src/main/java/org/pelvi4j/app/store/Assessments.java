package org.pelvi4j.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.sensor.Signal;

/** What assessments measured, figure by figure; no grade. Thread-safe. */
public final class Assessments {
    private final Database database;

    Assessments(Database database) {
        this.database = database;
    }

    /**
     * One figure. Immutable.
     *
     * @param segment of the assessment, such as {@code tonic}
     * @param metric its name as in DOMAIN 1.3, such as {@code mean}
     * @param value in the metric's unit; levels in microvolt or pascal
     */
    public record Figure(String segment, String metric, double value) {}

    /**
     * One assessment as it is kept. Immutable.
     *
     * @param id counts from 1
     * @param at when
     * @param kind such as {@code glazer-long} or {@code perfect}
     * @param signal what was measured
     * @param probe which probe, free text
     * @param figures what came out, in order
     */
    public record Kept(long id, Instant at, String kind, Signal signal, String probe, List<Figure> figures) {
        /** Copies the list. */
        public Kept {
            figures = List.copyOf(figures);
        }

        /**
         * Finds a figure.
         *
         * @param segment of the assessment
         * @param metric its name
         * @return its value; NaN when it is not there
         */
        public double figure(String segment, String metric) {
            return figures.stream()
                    .filter(f -> f.segment().equals(segment) && f.metric().equals(metric))
                    .mapToDouble(Figure::value)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    /**
     * Keeps an assessment; figures that are not known are left out.
     *
     * @param profile whose
     * @param assessment which; its id is not looked at
     * @return its id
     * @throws StoreException when there is no such person, or the disk refuses
     */
    public long add(long profile, Kept assessment) throws StoreException {
        return database.transaction(connection -> {
            Database.change(
                    connection,
                    "INSERT INTO assessment (profile, at_utc, kind, signal, probe) VALUES (?, ?, ?, ?, ?)",
                    profile,
                    assessment.at().toEpochMilli(),
                    assessment.kind(),
                    assessment.signal().name(),
                    assessment.probe());
            long id;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT last_insert_rowid()")) {
                id = row.getLong(1);
            }
            for (Figure figure : assessment.figures()) {
                if (Double.isFinite(figure.value())) {
                    Database.change(
                            connection,
                            "INSERT INTO figure (assessment, segment, metric, value) VALUES (?, ?, ?, ?)",
                            id,
                            figure.segment(),
                            figure.metric(),
                            figure.value());
                }
            }
            return id;
        });
    }

    /**
     * Lists a person's assessments.
     *
     * @param profile whose
     * @return the latest first
     * @throws StoreException when the disk refuses
     */
    public List<Kept> all(long profile) throws StoreException {
        List<Kept> bare = database.query(
                "SELECT id, at_utc, kind, signal, probe FROM assessment WHERE profile = ? ORDER BY at_utc DESC, id DESC",
                Assessments::bare,
                profile);
        var whole = new ArrayList<Kept>();
        for (Kept kept : bare) {
            List<Figure> figures = database.query(
                    "SELECT segment, metric, value FROM figure WHERE assessment = ? ORDER BY id",
                    row -> new Figure(row.getString(1), row.getString(2), row.getDouble(3)),
                    kept.id());
            whole.add(new Kept(kept.id(), kept.at(), kept.kind(), kept.signal(), kept.probe(), figures));
        }
        return whole;
    }

    private static Kept bare(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                Signal.valueOf(row.getString(4)),
                row.getString(5),
                List.of());
    }
}
