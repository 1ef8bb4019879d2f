"""Mentions and antecedents on GUM dev: who and what is named or described, and whom a pronoun means.

Run `python -m evals.mentions [--json]`.  A mention is right where its kind (person or group, organisation) and form
(name, nominal) are, and a name's span or a nominal's head word.  A third-person pronoun that refers to a person, a
group or an organisation named before is right where the mention that it is linked to belongs to the same entity.
Beside it stands the nearest candidate: the last mention before the pronoun that its word allows.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from training.corpora import gum
from training.documents import Document, Mentioned

from onrecord.labelling.encoder.labeller import EncoderLabeller
from onrecord.records import Article, Labels, MentionForm, MentionKind, MentionLabel, Span

KINDS = {"person": "person", "group": "person", "organization": "organization"}
SINGULAR = frozenset("he him his himself she her hers herself".split())
PLURAL = frozenset("they them their theirs themselves".split())
THING = frozenset("it its itself".split())
ALLOWED = (
    (SINGULAR, {MentionKind.PERSON}),
    (PLURAL, {MentionKind.GROUP, MentionKind.ORGANIZATION}),
    (THING, {MentionKind.ORGANIZATION}),
)


@dataclass
class Score:
    """Counts over all documents."""

    right: int = 0
    exact: int = 0
    found: int = 0
    gold: int = 0
    pronouns: int = 0
    linked: Counter[str] = field(default_factory=Counter)

    def figures(self) -> dict[str, float]:
        """F1 of mentions (and with the whole span right), accuracy of antecedents, and the baseline's."""
        both = (self.found + self.gold) / 2 or 1
        count = self.pronouns or 1
        ours, nearest = self.linked["ours"] / count, self.linked["nearest"] / count
        return {
            "mention": self.right / both,
            "mention_exact": self.exact / both,
            "antecedent": ours,
            "antecedent_nearest": nearest,
            "antecedent_gain": ours - nearest,
        }


def score(documents: Iterable[Document], by: EncoderLabeller | None = None) -> Score:
    """The mentions and links of an encoder, else of the one that ships, against the gold."""
    total, used = Score(), by or EncoderLabeller()
    for document in documents:
        (labels,) = used.mentions([Article.of(document.text)])
        _add_mentions(total, document, labels)
        _add_antecedents(total, document, labels)
    return total


def _add_mentions(total: Score, document: Document, labels: Labels) -> None:
    gold = {_key(m) for m in document.mentions or () if m.kind in KINDS and m.form != MentionForm.PRONOUN}
    found = {_found_key(m) for m in labels.mentions if m.kind in KINDS and m.form is not MentionForm.PRONOUN}
    total.right += len({k[:3] for k in gold} & {k[:3] for k in found})
    total.exact += len(gold & found)
    total.gold += len({k[:3] for k in gold})
    total.found += len({k[:3] for k in found})


Key = tuple[str, str, Span, Span]


def _key(mention: Mentioned) -> Key:
    span, head = Span(*mention.span), Span(*mention.head)
    return KINDS[mention.kind], mention.form, span if mention.form == MentionForm.NAME else head, span


def _found_key(mention: MentionLabel) -> Key:
    by = mention.span if mention.form is MentionForm.NAME else mention.head or mention.span
    return KINDS[mention.kind], mention.form, by, mention.span


def _add_antecedents(total: Score, document: Document, labels: Labels) -> None:
    gold = sorted(document.mentions or (), key=lambda m: m.head)
    entity_at = {m.head: m.entity for m in gold}
    answers = _antecedents(labels)
    seen: set[str] = set()
    for mention in gold:
        word = document.text[slice(*mention.head)].lower()
        if mention.form == MentionForm.PRONOUN and mention.kind in KINDS and mention.entity in seen:
            kinds = next((kinds for words, kinds in ALLOWED if word in words), None)
            if kinds is not None:
                total.pronouns += 1
                head = Span(*mention.head)
                for name, answer in (("ours", answers.get(head)), ("nearest", _nearest(labels, head, kinds))):
                    right = answer is not None and _entity(answer, entity_at) == mention.entity
                    total.linked[name] += right
        seen.add(mention.entity)


def _antecedents(labels: Labels) -> dict[Span, MentionLabel]:
    """For the head of each linked mention, what it is linked to."""
    heads = [m.head or m.span for m in labels.mentions]
    return {heads[link.mention]: labels.mentions[link.antecedent] for link in labels.links}


def _nearest(labels: Labels, head: Span, kinds: set[MentionKind]) -> MentionLabel | None:
    before = (m for m in labels.mentions if m.kind in kinds and m.span.end <= head.start)
    return max(before, key=lambda m: m.span.end, default=None)


def _entity(mention: MentionLabel, entity_at: dict[tuple[int, int], str]) -> str | None:
    """The gold entity whose head word is the mention's, or stands in its name."""
    head = mention.head or mention.span
    exact = entity_at.get((head.start, head.end))
    if exact is not None:
        return exact
    inside: Iterator[str] = (e for (a, b), e in entity_at.items() if mention.span.start <= a and b <= mention.span.end)
    return next(inside, None)


def main() -> None:
    """Print the figures."""
    figures = score(gum.documents("dev")).figures()
    if "--json" in sys.argv:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:20s} {value:.4f}")


if __name__ == "__main__":
    main()
