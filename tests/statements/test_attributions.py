"""From labels to drafts: what belongs to nobody's words stays out of them."""

from onrecord.records import CueLabel, Labels, RoleLabel, Span
from onrecord.statements.attributions import drafts

TEXT = "OSTER (Reuters) — “The hull is sound,” Ida Holm said."


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_a_dateline_is_nothing_that_anybody_says() -> None:
    content = RoleLabel((span("OSTER"), span("“The hull is sound,”")))
    cue = CueLabel((span("said"),), sources=(RoleLabel((span("Ida Holm"),)),), contents=(content,))
    labels = Labels("test 1", (cue,))
    (draft,) = drafts(TEXT, labels, span("OSTER (Reuters) —"))
    assert draft.content == (span("“The hull is sound,”"),)
    (whole,) = drafts(TEXT, labels)
    assert whole.content[0] == span("OSTER")
