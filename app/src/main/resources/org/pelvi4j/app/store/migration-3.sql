-- What assessments measured, figure by figure.
CREATE TABLE assessment (
    id INTEGER PRIMARY KEY,
    profile INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    at_utc INTEGER NOT NULL,
    kind TEXT NOT NULL,
    signal TEXT NOT NULL,
    probe TEXT NOT NULL
);
CREATE INDEX assessment_of ON assessment (profile, at_utc);
CREATE TABLE figure (
    id INTEGER PRIMARY KEY,
    assessment INTEGER NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    segment TEXT NOT NULL,
    metric TEXT NOT NULL,
    value REAL NOT NULL
);
