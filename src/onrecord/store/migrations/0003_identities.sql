-- Who is who across articles: what agents are compared by, the edges between such cards, and the identities they make.
-- An agent without a name has the card ''.  Those that were stored before have none yet; the next batch gives them one.

DROP TABLE same_agent;

ALTER TABLE agent ADD COLUMN card TEXT;
CREATE INDEX agent_card ON agent (card);

-- Names and context of agents; those with equal ones share a card.
CREATE TABLE card (
    id      TEXT PRIMARY KEY,
    type    TEXT NOT NULL,
    name    TEXT NOT NULL,
    record  TEXT NOT NULL
);

-- Which cards are compared with each other: the first of each block, by id.
CREATE TABLE block (
    key  TEXT NOT NULL,
    card TEXT NOT NULL REFERENCES card (id),
    PRIMARY KEY (key, card)
) WITHOUT ROWID;
CREATE INDEX block_card ON block (card);

-- Edges between cards, once for every block that compares the two.
CREATE TABLE card_edge (
    key    TEXT NOT NULL,
    first  TEXT NOT NULL REFERENCES card (id),
    second TEXT NOT NULL REFERENCES card (id),
    bond   TEXT NOT NULL,
    rule   TEXT NOT NULL,
    score  REAL NOT NULL,
    PRIMARY KEY (key, first, second)
) WITHOUT ROWID;
CREATE INDEX card_edge_first ON card_edge (first);
CREATE INDEX card_edge_second ON card_edge (second);

-- What the edges make.  An identity's id is its smallest agent's; ids it had before still lead to it, as members.
CREATE TABLE identity (
    id     TEXT PRIMARY KEY,
    type   TEXT NOT NULL,
    name   TEXT NOT NULL,
    agents INTEGER NOT NULL,
    record TEXT NOT NULL
);

CREATE TABLE identity_member (
    agent    TEXT PRIMARY KEY REFERENCES agent (id),
    identity TEXT NOT NULL REFERENCES identity (id)
) WITHOUT ROWID;
CREATE INDEX identity_member_identity ON identity_member (identity);

-- What people decided; never changed, never deleted.
CREATE TABLE judgement (
    text_id  TEXT NOT NULL,
    spans    TEXT NOT NULL,
    verdict  TEXT NOT NULL,
    made_by  TEXT NOT NULL,
    made_at  TEXT NOT NULL,
    other_text_id TEXT,
    other_spans   TEXT,
    note     TEXT
);
CREATE UNIQUE INDEX judgement_once ON judgement (
    text_id, spans, verdict, made_by, made_at, ifnull(other_text_id, ''), ifnull(other_spans, '')
);
CREATE INDEX judgement_other ON judgement (other_text_id);

CREATE INDEX agent_without_card ON agent (article) WHERE card IS NULL;
