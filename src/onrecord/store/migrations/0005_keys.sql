-- Articles meet by other keys than those that are stored: their buckets and edges go, and the next batches, empty ones
-- too, link anew what waits here.

CREATE TABLE unlinked (
    article TEXT PRIMARY KEY REFERENCES article (id)
) WITHOUT ROWID;

INSERT INTO unlinked SELECT id FROM article;
DELETE FROM bucket;
DELETE FROM derivation;
DELETE FROM same_utterance;
