package org.pelvi4j.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The one connection to the database, and every statement's way through it. Thread-safe: one at a time. */
final class Database implements AutoCloseable {
    /** Longer than any transaction of ours. Source: RELIABILITY F3. */
    private static final int BUSY_MILLIS = 5000;

    private final Path file;
    private final Connection connection;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Something done with the database. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    static Database open(Path file) throws IOException, SQLException {
        DataFolder.ownerOnly(file);
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        var database = new Database(file, connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA secure_delete = ON");
            statement.execute("PRAGMA trusted_schema = OFF");
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
        return database;
    }

    /**
     * To read beside the process that writes; it is left as it is. Where nobody can write, such as on a locked card, SQLite
     * is told that the file stays as it is: it would look for the journal's helpers, and could not make them.
     */
    static Database openToRead(Path file) throws IOException, SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setReadOnly(true);
        config.enforceForeignKeys(true);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        Path folder = file.toAbsolutePath().getParent();
        boolean frozen = folder != null
                && !Files.isWritable(folder)
                && Files.notExists(file.resolveSibling(file.getFileName() + "-wal"));
        String name = frozen ? "file:" + file.toUri().getRawPath() + "?immutable=1" : file.toString();
        Connection connection = config.createConnection("jdbc:sqlite:" + name);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
        return new Database(file, connection);
    }

    /** Whether a fault says that the file is broken, and not merely busy, full or forbidden. */
    static boolean broken(SQLException e) {
        if (!(e instanceof SQLiteException fault)) {
            return false;
        }
        int code = fault.getResultCode().code & 0xFF;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code
                || code == SQLiteErrorCode.SQLITE_NOTADB.code
                || code == SQLiteErrorCode.SQLITE_FORMAT.code
                || code == SQLiteErrorCode.SQLITE_ERROR.code;
    }

    /** What SQLite itself finds wrong; empty when all is well. */
    String integrity() throws SQLException {
        var findings = new ArrayList<String>();
        for (String check : List.of("PRAGMA integrity_check(5)", "PRAGMA foreign_key_check")) {
            findings.addAll(list(check, row -> row.getString(1)));
        }
        findings.remove("ok");
        return String.join("; ", findings);
    }

    /** Runs something in one transaction: all of it, or none. */
    synchronized <T> T transaction(Work<T> work) throws StoreException {
        try {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException e) {
                undo(e);
                throw e;
            } finally {
                leave();
            }
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /** Takes back what was done; when the disk is full, SQLite has done so by itself and says that nothing is open. */
    private void undo(SQLException why) {
        try {
            connection.rollback();
        } catch (SQLException nothingOpen) {
            why.addSuppressed(nothingOpen);
        }
    }

    private void leave() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException nothingOpen) {
            // The driver ends a transaction that SQLite has taken back already; what went wrong is thrown elsewhere.
            assert !nothingOpen.getMessage().isEmpty();
        }
    }

    /** Changes rows; returns how many. */
    int update(String sql, @Nullable Object... values) throws StoreException {
        return transaction(connection -> change(connection, sql, values));
    }

    /** Adds a row; returns its id. */
    long insert(String sql, @Nullable Object... values) throws StoreException {
        return transaction(connection -> {
            change(connection, sql, values);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT last_insert_rowid()")) {
                return row.getLong(1);
            }
        });
    }

    static int change(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            boolean none = value instanceof Double number && number.isNaN();
            statement.setObject(i + 1, none ? null : value);
        }
    }

    /** All rows of a query. */
    <T> List<T> query(String sql, Row<T> row, @Nullable Object... values) throws StoreException {
        try {
            return list(sql, row, values);
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    private synchronized <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            var all = new ArrayList<T>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(row.read(rows));
                }
            }
            return all;
        }
    }

    /** Runs a statement that must stand outside a transaction, such as a checkpoint. */
    synchronized void execute(String sql) throws StoreException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    StoreException fault(SQLException e) {
        int code = e instanceof SQLiteException fault ? fault.getResultCode().code & 0xFF : 0;
        if (code == SQLiteErrorCode.SQLITE_FULL.code || code == SQLiteErrorCode.SQLITE_READONLY.code) {
            return new StoreException(
                    StoreException.Kind.NOT_WRITABLE, file + ": the disk is full or may not be written", e);
        }
        boolean malformed = code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
        String remedy = malformed ? "; the next practice puts it aside and makes a new one from the recordings" : "";
        return new StoreException(StoreException.Kind.FAILED, file + ": " + e.getMessage() + remedy, e);
    }

    @Override
    public synchronized void close() throws StoreException {
        try {
            if (!connection.isClosed()) {
                connection.close();
            }
        } catch (SQLException e) {
            throw fault(e);
        }
    }
}
