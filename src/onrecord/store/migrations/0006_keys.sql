-- Words have other numbers, and with them articles other keys: linked anew, as in the step before.

INSERT OR IGNORE INTO unlinked SELECT id FROM article;
DELETE FROM bucket;
DELETE FROM derivation;
DELETE FROM same_utterance;
