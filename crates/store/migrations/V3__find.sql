-- Finding: every text of every current head, and its index. Projections, as cur_* are.
--
-- id = rev.n * 2^20 + 2^20 - 1 - part: falling ids are the newest revisions first and, within one, its own order.
-- rid and part say the same in a way that is equal in every store.
CREATE TABLE cur_text (
  id INTEGER PRIMARY KEY, rid BLOB NOT NULL, part INTEGER NOT NULL, oid BLOB NOT NULL, kind TEXT NOT NULL,
  plan BLOB, task INTEGER, quarter INTEGER, round TEXT, department BLOB
) STRICT;
CREATE INDEX cur_text_task ON cur_text (plan, task) WHERE kind = 'task';
CREATE TABLE cur_passage (
  id INTEGER NOT NULL, at INTEGER NOT NULL, field TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (id, at)
) STRICT, WITHOUT ROWID;

-- How each plan prints its departments, for the codes of evidence.
CREATE TABLE cur_published (
  rid BLOB NOT NULL, plan BLOB NOT NULL, department BLOB NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (plan, department, name, rid)
) STRICT, WITHOUT ROWID;

-- rowid: cur_text.id. Each character, folded, is a word of its own (its number in hexadecimal), so that no text is ever
-- syntax, and rare characters, punctuation and a single character are found like any other. The texts stand in cur_passage.
CREATE VIRTUAL TABLE fts USING fts5 (
  place, name, text, content = '', contentless_delete = 1, tokenize = 'unicode61'
);
CREATE VIRTUAL TABLE fts_word USING fts5vocab (fts, 'col');
