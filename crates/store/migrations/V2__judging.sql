-- Judging and chasing: the nouns that came with them share one projection, since they are found by type and plan only.

PRAGMA user_version = 2;

CREATE TABLE cur_about (
  rid BLOB PRIMARY KEY, oid BLOB NOT NULL, object_type TEXT NOT NULL, plan BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX cur_about_type ON cur_about (object_type, plan);
CREATE INDEX cur_about_object ON cur_about (oid);

-- Every running number that a feedback or a supervision item ever had, of any revision: a number is never given twice.
-- scope: the year of a receipt, the plan's id in hexadecimal of a supervision item.
CREATE TABLE cur_number (
  object_type TEXT NOT NULL, scope TEXT NOT NULL, number INTEGER NOT NULL, oid BLOB NOT NULL,
  PRIMARY KEY (object_type, scope, number, oid)
) STRICT, WITHOUT ROWID;

-- Hashes of PINs and of the recovery code, in the form that names its own algorithm (PHC). They belong to this machine and
-- are in no revision: a short number behind a travelling hash would be no secret for long.
CREATE TABLE secret (
  owner TEXT PRIMARY KEY CHECK (owner <> ''),
  hash TEXT NOT NULL CHECK (hash <> ''),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
