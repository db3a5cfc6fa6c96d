-- Times are milliseconds since 1970 in UTC; a day is the person's own, by the zone kept beside it.
CREATE TABLE profile (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    language TEXT NOT NULL,
    created_utc INTEGER NOT NULL,
    active INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE setting (
    profile INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (profile, name)
) WITHOUT ROWID;
CREATE TABLE calibration (
    id INTEGER PRIMARY KEY,
    profile INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    signal TEXT NOT NULL,
    rest REAL NOT NULL,
    noise REAL NOT NULL,
    reference REAL NOT NULL,
    how TEXT NOT NULL,
    measured_utc INTEGER NOT NULL,
    probe TEXT NOT NULL,
    locked_by TEXT NOT NULL,
    checksum TEXT NOT NULL
);
CREATE INDEX calibration_by_profile ON calibration (profile, measured_utc);
CREATE TABLE practice (
    id INTEGER PRIMARY KEY,
    profile INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    started_utc INTEGER NOT NULL,
    zone TEXT NOT NULL,
    clock_sure INTEGER NOT NULL,
    kind TEXT NOT NULL,
    programme TEXT NOT NULL,
    sensor TEXT NOT NULL,
    planned INTEGER NOT NULL,
    recording TEXT,
    ended TEXT,
    seconds REAL,
    done INTEGER NOT NULL DEFAULT 0,
    held INTEGER NOT NULL DEFAULT 0,
    let_go INTEGER NOT NULL DEFAULT 0,
    release_s REAL,
    score REAL
);
CREATE INDEX practice_by_start ON practice (profile, started_utc);
CREATE TABLE rep (
    practice INTEGER NOT NULL REFERENCES practice (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    rep INTEGER NOT NULL,
    set_number INTEGER NOT NULL,
    judged INTEGER NOT NULL,
    held INTEGER NOT NULL,
    let_go INTEGER NOT NULL,
    held_s REAL,
    work_s REAL,
    release_s REAL,
    score REAL,
    response_s REAL,
    anticipated INTEGER NOT NULL,
    extra INTEGER NOT NULL,
    peak REAL,
    PRIMARY KEY (practice, place)
) WITHOUT ROWID;
CREATE TABLE tick (
    profile INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (profile, day, kind)
) WITHOUT ROWID;
