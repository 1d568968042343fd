-- The ledger (rev, edge, blob, blob_ref), what belongs to this machine only (store, draft, audit), and the projections
-- (cur_*), which may be dropped and rebuilt at any time and then hold the same rows.

PRAGMA application_id = 1112560452; -- "BPSD"
PRAGMA user_version = 1;

-- One row: which store this is, and which device writes in it. writing_starts is kept a second time in the user's state
-- folder; a difference tells a copied or restored folder.
CREATE TABLE store (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  id BLOB NOT NULL CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('real', 'sample')),
  made INTEGER NOT NULL,
  device BLOB NOT NULL CHECK (length(device) = 32),
  writing_starts INTEGER NOT NULL CHECK (writing_starts >= 0)
) STRICT;

-- auth, from_package, arrived and operation are local; all else repeats what the signed header says, for queries.
-- auth 1: the signature was verified by this store. operation: the n of the first revision committed together with it.
CREATE TABLE rev (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  rid BLOB NOT NULL UNIQUE CHECK (length(rid) = 32),
  oid BLOB NOT NULL CHECK (length(oid) = 16),
  object_type TEXT NOT NULL CHECK (object_type <> ''),
  op TEXT NOT NULL CHECK (op <> ''),
  gen INTEGER NOT NULL CHECK (gen >= 1),
  dev BLOB NOT NULL CHECK (length(dev) = 32),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  wall INTEGER NOT NULL,
  schema INTEGER NOT NULL CHECK (schema >= 0),
  hdr BLOB NOT NULL CHECK (length(hdr) > 0),
  body BLOB NOT NULL,
  sig BLOB NOT NULL CHECK (length(sig) = 64),
  auth INTEGER NOT NULL CHECK (auth IN (0, 1)),
  from_package BLOB,
  arrived INTEGER NOT NULL,
  operation INTEGER NOT NULL
) STRICT;
CREATE INDEX rev_object ON rev (oid, gen);
CREATE INDEX rev_device ON rev (dev, seq);
CREATE INDEX rev_operation ON rev (operation);

-- Nothing recorded is changed or deleted; clearing by order comes with its own migration.
CREATE TRIGGER rev_is_never_changed BEFORE UPDATE ON rev
  WHEN old.rid IS NOT new.rid OR old.hdr IS NOT new.hdr OR old.body IS NOT new.body OR old.sig IS NOT new.sig
  BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END;
CREATE TRIGGER rev_is_never_deleted BEFORE DELETE ON rev
  BEGIN SELECT RAISE(ABORT, 'a revision is never deleted'); END;

CREATE TABLE edge (
  parent BLOB NOT NULL CHECK (length(parent) = 32),
  child BLOB NOT NULL REFERENCES rev (rid),
  PRIMARY KEY (parent, child)
) STRICT, WITHOUT ROWID;
CREATE INDEX edge_child ON edge (child);

CREATE TABLE blob (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
  size INTEGER NOT NULL CHECK (size >= 0),
  state TEXT NOT NULL CHECK (state IN ('present', 'damaged', 'missing')),
  verified INTEGER NOT NULL,
  added INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE blob_ref (
  rid BLOB NOT NULL REFERENCES rev (rid),
  hash BLOB NOT NULL REFERENCES blob (hash),
  name TEXT NOT NULL,
  mime TEXT NOT NULL,
  PRIMARY KEY (rid, hash, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_ref_hash ON blob_ref (hash);

-- What is being typed; no revision. base: the head that it was begun upon.
CREATE TABLE draft (
  oid BLOB PRIMARY KEY CHECK (length(oid) = 16),
  base BLOB CHECK (length(base) = 32),
  body BLOB NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What happened to this store itself; h chains each row to the one before.
CREATE TABLE audit (
  n INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  h BLOB NOT NULL CHECK (length(h) = 32)
) STRICT;

-- Projections: one row for each head. An object in conflict has several.
CREATE TABLE cur_head (
  rid BLOB PRIMARY KEY, oid BLOB NOT NULL, object_type TEXT NOT NULL, gen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cur_head_object ON cur_head (oid);
CREATE TABLE cur_plan (
  rid BLOB PRIMARY KEY, oid BLOB NOT NULL, issuer TEXT NOT NULL, year INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE cur_progress (
  rid BLOB PRIMARY KEY, oid BLOB NOT NULL, plan BLOB NOT NULL, task INTEGER NOT NULL, quarter INTEGER NOT NULL,
  round TEXT NOT NULL, department BLOB NOT NULL, claim TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX cur_progress_plan ON cur_progress (plan, task, quarter);
CREATE TABLE cur_finding (
  rid BLOB PRIMARY KEY, oid BLOB NOT NULL, plan BLOB NOT NULL, task INTEGER NOT NULL, quarter INTEGER NOT NULL,
  round TEXT NOT NULL, claim TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cur_finding_plan ON cur_finding (plan, task, quarter);
CREATE TABLE cur_department (rid BLOB PRIMARY KEY, oid BLOB NOT NULL, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE cur_lead (
  rid BLOB PRIMARY KEY, oid BLOB NOT NULL, plan BLOB NOT NULL, task INTEGER NOT NULL, department BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX cur_lead_plan ON cur_lead (plan, task);
CREATE TABLE cur_person (rid BLOB PRIMARY KEY, oid BLOB NOT NULL, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE cur_office (rid BLOB PRIMARY KEY, oid BLOB NOT NULL, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE cur_settings (rid BLOB PRIMARY KEY, oid BLOB NOT NULL) STRICT, WITHOUT ROWID;

-- Every number that an evidence code ever had, of any revision: a number is never given twice.
CREATE TABLE cur_evidence (
  plan BLOB NOT NULL, task INTEGER NOT NULL, quarter INTEGER NOT NULL, department BLOB NOT NULL,
  number INTEGER NOT NULL, oid BLOB NOT NULL,
  PRIMARY KEY (plan, task, quarter, department, number, oid)
) STRICT, WITHOUT ROWID;
