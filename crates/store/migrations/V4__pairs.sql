-- Finding by pairs of characters: which texts hold them, and no longer where. A phrase of characters that are in nearly
-- all texts was looked for place by place in each of them.
-- cur_text.id is rev.n * (2^20 - 1) + 2^20 - 2 - part from now on; fts keeps deleted ids in tables of 2^k places, where
-- multiples of 2^20 are all in one.
DROP TABLE fts_word;
DROP TABLE fts;

-- rowid: cur_text.id. Each character and each pair of neighbours in a passage, folded, is a word (numbers in hexadecimal,
-- so that no text is ever syntax); those of names are words of their own beside. What holds every pair of a phrase is held
-- against the text itself, which stands in cur_passage.
CREATE VIRTUAL TABLE fts USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
CREATE VIRTUAL TABLE fts_word USING fts5vocab (fts, 'row');

-- Kinds of which there is nothing are not asked for.
CREATE INDEX cur_text_kind ON cur_text (kind);
