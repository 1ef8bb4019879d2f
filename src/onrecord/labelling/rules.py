"""The rule labeller: reporting cues from the lexicon, and where their source and content stand; no weights."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.labelling.according_to import phrase_cues
from onrecord.labelling.direct_speech import with_lone_quotations
from onrecord.labelling.doubts import doubted
from onrecord.labelling.found import Scene, clip, label_of
from onrecord.labelling.headlines import headline_cues
from onrecord.labelling.layout import layout_cues
from onrecord.labelling.mentions import mentions
from onrecord.labelling.noun_cues import noun_cues
from onrecord.labelling.tokens import Stretch, stretches
from onrecord.labelling.verb_cues import verb_cues
from onrecord.records import Article, CueLabel, Labels

VERSION = "rules 1"
RULES = (verb_cues, phrase_cues, noun_cues, headline_cues)


class RuleLabeller:
    """Labels by rule.  Pure and stateless: one may serve many threads."""

    @property
    def version(self) -> str:
        """What is stamped on every result."""
        return VERSION

    def label(self, articles: Sequence[Article]) -> list[Labels]:
        """One Labels for each article, in order; never raises, whatever the text."""
        return [_labels(article) for article in articles]


def _labels(article: Article) -> Labels:
    cues: list[CueLabel] = []
    around: list[Stretch] = []
    parts = stretches(article.text)
    for stretch in parts:
        scene = Scene(stretch)
        for rule in RULES:
            rule(scene)
        clip(scene)
        cues.extend(label_of(doubted(found, scene.tokens), stretch) for found in scene.found)
        around.extend(stretch for _ in scene.found)
    cues = [*with_lone_quotations(article.text, cues, around), *layout_cues(article.text)]
    return Labels(VERSION, cues=tuple(cues), mentions=mentions(parts, cues))
