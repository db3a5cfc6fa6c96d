package org.pelvi4j.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a crash left is put in order: half recordings are mended, practices that were cut are ended, recordings that the
 * database does not know become practices again. Confined to one thread.
 */
final class Recovery {
    private final FoundRecordings recordings;
    private final Practices practices;
    private final PracticeLog log;

    Recovery(FoundRecordings recordings, Practices practices, PracticeLog log) {
        this.recordings = recordings;
        this.practices = practices;
        this.log = log;
    }

    /** How the record was left: whoever had it was killed; the database's journal is gone. */
    record Left(boolean killed, boolean journalLost) {}

    /** Asked before the database is opened, which makes a new journal. */
    static boolean journalLost(DataFolder folder, FolderLock lock) throws IOException {
        return !lock.lastEndedInOrder()
                && Files.exists(folder.database())
                && Files.size(folder.database()) > 0
                && !Files.exists(folder.database().resolveSibling("pelvi4j.db-wal"));
    }

    /** Tells what was found, one line each; a fresh database knows no recording yet. */
    List<String> putInOrder(Left left, boolean fresh, Instant now) throws IOException {
        var findings = new ArrayList<String>();
        List<Long> interrupted = practices.interrupted();
        if (!interrupted.isEmpty()) {
            findings.add(interrupted.size() + (interrupted.size() == 1 ? " practice was" : " practices were")
                    + " interrupted; what was recorded is kept");
        }
        if (!interrupted.isEmpty() || fresh || left.journalLost() || left.killed()) {
            findings.addAll(recordings.mend());
        }
        for (long id : interrupted) {
            log.endInterrupted(id, recordings.seconds(practices.find(id)));
        }
        if (fresh || left.journalLost()) {
            int found = recordings.adopt(now);
            if (left.journalLost()) {
                findings.add("the database's journal is gone, so the last entries may be; " + found
                        + " practices were found among the recordings");
            }
        }
        return findings;
    }
}
