"""GUM's CoNLL-U: the text as people write it, and mentions with their heads, kinds and forms."""

from __future__ import annotations

import pytest
from training.corpora.gum import read, words_of
from training.corpora.gum_sources import sources
from training.documents import Mentioned

SENTENCE = """\
# newpar
# sent_id = a-1
1	Harbour	harbour	NOUN	NN	Number=Sing	2	compound	_	Entity=(1-person-new-cf1-2-coref
2	master	master	NOUN	NN	Number=Sing	5	nsubj	_	_
3	Ida	Ida	PROPN	NNP	Number=Sing	2	flat	_	_
4	Holm	Holm	PROPN	NNP	Number=Sing	2	flat	_	Entity=1)|SpaceAfter=Yes
5	praised	praise	VERB	VBD	_	0	root	_	_
6	the	the	DET	DT	_	7	det	_	Entity=(2-person-new-cf2-2-coref
7	pilots	pilot	NOUN	NNS	Number=Plur	5	obj	_	Entity=2)|SpaceAfter=No
8	.	.	PUNCT	.	_	5	punct	_	_

# newpar
# sent_id = a-2
1-2	Oster's	_	_	_	_	_	_	_	_
1	Oster	Oster	PROPN	NNP	Number=Sing	3	nmod	_	Entity=(3-place-new-cf1-1-coref
2	's	's	PART	POS	_	1	case	_	Entity=3)
3	storm	storm	NOUN	NN	Number=Sing	5	nsubj	_	Entity=(4-event-new-cf1-1-coref)
4	did	do	AUX	VBD	_	5	aux	_	_
5	stop	stop	VERB	VB	_	0	root	_	_
6	her	she	PRON	PRP	Number=Sing	5	obj	_	Entity=(1-person-giv-cf1-1-coref)|SpaceAfter=No
7	.	.	PUNCT	.	_	5	punct	_	_
"""
TEXT = "Harbour master Ida Holm praised the pilots.\nOster's storm did stop her."


def words(mention: Mentioned) -> tuple[str, str, str, str, str]:
    span, head = (TEXT[slice(*s)] for s in (mention.span, mention.head))
    return span, head, mention.kind, mention.form, mention.entity


def test_the_text_has_spaces_and_lines_where_people_put_them() -> None:
    assert read("a", SENTENCE).text == TEXT


def test_mentions_have_head_kind_form_and_entity() -> None:
    assert [words(m) for m in read("a", SENTENCE).mentions or ()] == [
        ("Ida Holm", "Holm", "person", "name", "1"),
        ("the pilots", "pilots", "group", "nominal", "2"),
        ("Oster", "Oster", "place", "name", "3"),
        ("storm", "storm", "event", "nominal", "4"),
        ("her", "her", "person", "pronoun", "1"),
    ]


@pytest.mark.parametrize("kind", ["abstract", "substance", "time"])
def test_what_cannot_speak_is_no_mention(kind: str) -> None:
    other = SENTENCE.replace("(4-event-", f"(4-{kind}-")
    assert [m.entity for m in read("a", other).mentions or ()] == ["1", "2", "3", "1"]


TREE = """\
1\tHarbour master Ida Holm praised\t0\t_\t_\t_\t2\tattribution-positive_r\t_\tsemantic-attribution_source-1-4-_
2\tthe pilots .\t0\t_\t_\t_\t0\tROOT\t_\t_
3\tOster 's storm\t0\t_\t_\t_\t4\tattribution-positive_r\t_\t_
4\tdid stop her .\t0\t_\t_\t_\t2\tjoint-list_m\t_\t_
"""


def test_a_source_is_what_an_attribution_relation_signals() -> None:
    (found,) = sources(words_of(SENTENCE), TREE)
    spans = (found.head, found.source, found.cue, *found.content)
    assert [TEXT[slice(*s)] for s in spans] == ["master", "Harbour master Ida Holm", "praised", "the pilots."]
