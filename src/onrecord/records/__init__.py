"""The nouns of onrecord: frozen dataclasses, and the Protocols of its seams.  Standard library only."""

from onrecord.records.agent import Agent, AgentType, Role
from onrecord.records.article import Article, Credit, CreditKind, Dateline, OffsetRun
from onrecord.records.commitment import Commitment, Strength
from onrecord.records.derivation import Derivation, DerivationKind, Evidence
from onrecord.records.findings import Findings
from onrecord.records.graph import Added, FullBucket, Graph, Hit, Links, Selection
from onrecord.records.identity import Apart, Identity, SameAgent
from onrecord.records.ids import agent_id, article_id, content_id, statement_id, text_id
from onrecord.records.json_form import from_json, to_json
from onrecord.records.judgement import Judgement, Target, Verdict
from onrecord.records.labels import (
    CueLabel,
    Labels,
    LinkLabel,
    MentionForm,
    MentionKind,
    MentionLabel,
    Modality,
    RoleLabel,
    TimeLabel,
)
from onrecord.records.moment import Anchor, AnchorKind, Candidate, Moment
from onrecord.records.protocols import Engine, Exporter, Labeller, Store
from onrecord.records.rejected import Rejected
from onrecord.records.spans import Span, Spans, covered, disjoint, hull, spans_text
from onrecord.records.statement import Hand, Pointer, Polarity, Statement, StatementKind, Via, ViaKind
from onrecord.records.utterance import SameUtterance, Utterance, Wording, WordingRelation

__all__ = [
    "Added",
    "Agent",
    "AgentType",
    "Anchor",
    "AnchorKind",
    "Apart",
    "Article",
    "Candidate",
    "Commitment",
    "Credit",
    "CreditKind",
    "CueLabel",
    "Dateline",
    "Derivation",
    "DerivationKind",
    "Engine",
    "Evidence",
    "Exporter",
    "Findings",
    "FullBucket",
    "Graph",
    "Hand",
    "Hit",
    "Identity",
    "Judgement",
    "Labeller",
    "Labels",
    "LinkLabel",
    "Links",
    "MentionForm",
    "MentionKind",
    "MentionLabel",
    "Modality",
    "Moment",
    "OffsetRun",
    "Pointer",
    "Polarity",
    "Rejected",
    "Role",
    "RoleLabel",
    "SameAgent",
    "SameUtterance",
    "Selection",
    "Span",
    "Spans",
    "Statement",
    "StatementKind",
    "Store",
    "Strength",
    "Target",
    "TimeLabel",
    "Utterance",
    "Verdict",
    "Via",
    "ViaKind",
    "Wording",
    "WordingRelation",
    "agent_id",
    "article_id",
    "content_id",
    "covered",
    "disjoint",
    "from_json",
    "hull",
    "spans_text",
    "statement_id",
    "text_id",
    "to_json",
]
