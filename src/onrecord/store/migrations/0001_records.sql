-- Articles with what was found in them, and the edges between them.
--
-- The `record` columns hold the records as JSON and are what onrecord reads back; the columns beside them are for people
-- who open the file with SQL.  Offsets are Unicode code points.  REFERENCES are declared for readers, not enforced.
-- `number` is a row's number for the full-text index: unlike a rowid it survives VACUUM.

CREATE TABLE article (
    id        TEXT PRIMARY KEY,
    number    INTEGER NOT NULL UNIQUE,
    text_id   TEXT NOT NULL,
    title     TEXT,
    outlet    TEXT,
    url       TEXT,
    published TEXT,
    byline    TEXT,
    language  TEXT NOT NULL,
    words     INTEGER NOT NULL,
    made_by   TEXT NOT NULL,
    text      TEXT NOT NULL,
    record    TEXT NOT NULL,
    added_at  TEXT NOT NULL
);
CREATE INDEX article_text_id ON article (text_id);

-- Where copies of an article's text were found.
CREATE TABLE location (
    article  TEXT NOT NULL REFERENCES article (id),
    path     TEXT,
    doc      TEXT,
    added_at TEXT NOT NULL
);
CREATE UNIQUE INDEX location_once ON location (article, ifnull(path, ''), ifnull(doc, ''));

CREATE TABLE credit (
    article  TEXT NOT NULL REFERENCES article (id),
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    name     TEXT NOT NULL,
    url      TEXT,
    "start"  INTEGER,
    "end"    INTEGER,
    rule     TEXT NOT NULL,
    PRIMARY KEY (article, position)
);

CREATE TABLE agent (
    id          TEXT PRIMARY KEY,
    article     TEXT NOT NULL REFERENCES article (id),
    type        TEXT NOT NULL,
    name        TEXT,
    role        TEXT,
    affiliation TEXT
);
CREATE INDEX agent_article ON agent (article);

-- The forms of its names under which an agent is found.
CREATE TABLE agent_name (
    name  TEXT NOT NULL,
    agent TEXT NOT NULL REFERENCES agent (id),
    PRIMARY KEY (name, agent)
) WITHOUT ROWID;
CREATE INDEX agent_name_agent ON agent_name (agent);

CREATE TABLE statement (
    id         TEXT PRIMARY KEY,
    number     INTEGER NOT NULL UNIQUE,
    article    TEXT NOT NULL REFERENCES article (id),
    kind       TEXT NOT NULL,
    agent      TEXT REFERENCES agent (id),
    type       TEXT,
    speaker    TEXT,
    role       TEXT,
    source     TEXT NOT NULL,
    cue        TEXT NOT NULL,
    content    TEXT NOT NULL,
    title      TEXT,
    said_start TEXT,
    said_end   TEXT,
    modality   TEXT NOT NULL,
    polarity   TEXT NOT NULL,
    hand       TEXT NOT NULL,
    confidence REAL NOT NULL,
    parent     TEXT REFERENCES statement (id)
);
CREATE INDEX statement_article ON statement (article);
CREATE INDEX statement_agent ON statement (agent);

-- Which articles are compared with each other: the first of each bucket, by id.
CREATE TABLE bucket (
    key     TEXT NOT NULL,
    article TEXT NOT NULL REFERENCES article (id),
    PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE INDEX bucket_article ON bucket (article);

-- Edges.  `low` and `high` are the two articles that an edge was computed from; both are the same article where one
-- article alone tells.

CREATE TABLE derivation (
    source   TEXT NOT NULL,
    target   TEXT NOT NULL,
    kind     TEXT NOT NULL,
    rule     TEXT NOT NULL,
    score    REAL NOT NULL,
    evidence TEXT NOT NULL,
    low      TEXT NOT NULL REFERENCES article (id),
    high     TEXT NOT NULL REFERENCES article (id)
);
CREATE UNIQUE INDEX derivation_once ON derivation (source, target, kind, rule, score, evidence, low, high);
CREATE INDEX derivation_target ON derivation (target);
CREATE INDEX derivation_articles ON derivation (low, high);
CREATE INDEX derivation_high ON derivation (high);

CREATE TABLE same_utterance (
    first    TEXT NOT NULL REFERENCES statement (id),
    second   TEXT NOT NULL REFERENCES statement (id),
    relation TEXT NOT NULL,
    rule     TEXT NOT NULL,
    score    REAL NOT NULL,
    low      TEXT NOT NULL REFERENCES article (id),
    high     TEXT NOT NULL REFERENCES article (id)
);
CREATE UNIQUE INDEX same_utterance_once ON same_utterance (first, second, relation, rule, score);
CREATE INDEX same_utterance_second ON same_utterance (second);
CREATE INDEX same_utterance_articles ON same_utterance (low, high);
CREATE INDEX same_utterance_high ON same_utterance (high);

CREATE TABLE same_agent (
    first    TEXT NOT NULL REFERENCES agent (id),
    second   TEXT NOT NULL REFERENCES agent (id),
    rule     TEXT NOT NULL,
    score    REAL NOT NULL,
    low      TEXT NOT NULL REFERENCES article (id),
    high     TEXT NOT NULL REFERENCES article (id)
);
CREATE UNIQUE INDEX same_agent_once ON same_agent (first, second, rule, score);
CREATE INDEX same_agent_second ON same_agent (second);
CREATE INDEX same_agent_articles ON same_agent (low, high);
CREATE INDEX same_agent_high ON same_agent (high);

-- What the edges make.  An utterance's id is its smallest member's; ids it had before still lead to it, as members.
CREATE TABLE utterance (
    id         TEXT PRIMARY KEY,
    agent      TEXT REFERENCES agent (id),
    statements INTEGER NOT NULL,
    wordings   INTEGER NOT NULL,
    record     TEXT NOT NULL
);

CREATE TABLE utterance_member (
    statement TEXT PRIMARY KEY REFERENCES statement (id),
    utterance TEXT NOT NULL REFERENCES utterance (id)
) WITHOUT ROWID;
CREATE INDEX utterance_member_utterance ON utterance_member (utterance);

CREATE TABLE rejected (
    "where"  TEXT NOT NULL,
    reason   TEXT NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY ("where", reason)
) WITHOUT ROWID;
