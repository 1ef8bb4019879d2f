-- Full-text search over statements and articles: FTS5 indexes that hold no text of their own, kept up by triggers.

CREATE VIRTUAL TABLE statement_fts USING fts5(
    content, speaker, role, source, title,
    content='statement', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER statement_added AFTER INSERT ON statement BEGIN
    INSERT INTO statement_fts (rowid, content, speaker, role, source, title)
    VALUES (new.number, new.content, new.speaker, new.role, new.source, new.title);
END;
CREATE TRIGGER statement_removed AFTER DELETE ON statement BEGIN
    INSERT INTO statement_fts (statement_fts, rowid, content, speaker, role, source, title)
    VALUES ('delete', old.number, old.content, old.speaker, old.role, old.source, old.title);
END;
INSERT INTO statement_fts (statement_fts) VALUES ('rebuild');

CREATE VIRTUAL TABLE article_fts USING fts5(
    title, text,
    content='article', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
    INSERT INTO article_fts (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
    INSERT INTO article_fts (article_fts, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
INSERT INTO article_fts (article_fts) VALUES ('rebuild');
