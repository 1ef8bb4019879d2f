"""What points at another saying finds its report in another article: the same speaker, day and matter."""

from dataclasses import replace

from onrecord.provenance.linking import link, own_links
from onrecord.records import Derivation, Findings, Moment, Pointer
from tests.provenance.newsroom import INDIRECT, STORM, Said, story

MATTER = "the northern channel would be dredged before the autumn storms"


def pointing(day: str | None) -> Findings:
    """An article in which Carrow says that Oslington spoke about the dredging that day."""
    told = story(Said("Ines Carrow", f"Oslington spoke of why {MATTER}"), Said("Marta Oslington", "No"), outlet="A")
    oslington = next(a for a in told.agents if a.name == "Marta Oslington")
    said = Moment(None, "DATE", day, start=day, end=day) if day else None
    first, *rest = told.statements
    pointer = Pointer(first.content, agent=oslington.id, said=said)
    return replace(told, statements=(replace(first, points_to=(pointer,)), *rest))


def pointed(a: Findings, b: Findings) -> list[Derivation]:
    assert link(a, b) == link(b, a)
    return [d for d in link(a, b).derivations if d.rule == "points_to"]


def report(words: str = MATTER, name: str = "Marta Oslington", day: str = "2024-05-13") -> Findings:
    return story(Said(name, words, INDIRECT, day=day), outlet="B")


def test_a_report_of_that_speaker_day_and_matter_is_what_is_meant() -> None:
    asking, known = pointing("2024-05-13"), report()
    (edge,) = pointed(asking, known)
    assert (edge.source, edge.target) == (asking.statements[0].id, known.statements[0].id)
    assert edge.evidence[0].article == asking.article.id


def test_another_day_speaker_or_matter_is_not_what_is_meant() -> None:
    asking = pointing("2024-05-13")
    assert pointed(asking, report(day="2024-05-10")) == []
    assert pointed(asking, report(name="Jonas Brill")) == []
    assert pointed(asking, report(words=STORM)) == []
    assert pointed(pointing(None), report()) == []


def test_whose_saying_is_meant_is_named_whether_it_is_known_or_not() -> None:
    targets = {d.target for d in own_links(pointing("2024-05-13")).derivations}
    assert "saying:Marta Oslington, 2024-05-13" in targets
    assert "saying:Marta Oslington" in {d.target for d in own_links(pointing(None)).derivations}
