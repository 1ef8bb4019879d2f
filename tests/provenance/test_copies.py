"""Copies: known by their own account first, then by the words they share; the direction and its reason are stated."""

from onrecord.provenance.keys import link_keys
from onrecord.provenance.linking import link
from onrecord.provenance.near_copy import COPY, likeness
from onrecord.provenance.prepared import prepared
from onrecord.records import CreditKind, Derivation, DerivationKind, Findings
from tests.provenance.newsroom import BACKGROUND, DREDGING, OTHER_BACKGROUND, STORM, TARIFF, Said, story

REWRITE = (
    BACKGROUND.replace("has silted up for a decade", "has been silting up for ten years")
    .replace("complain that", "complain")
    .replace("found last winter", "showed last winter")
)


def derivation(a: Findings, b: Findings) -> Derivation | None:
    found = link(a, b).derivations
    assert len(found) <= 1
    return found[0] if found else None


def test_a_rewrite_meets_the_original_and_is_its_near_copy() -> None:
    original = story(outlet="A", background=BACKGROUND, published="2024-05-14")
    rewrite = story(outlet="B", background=REWRITE, published="2024-05-15", title="Sand in the harbour mouth")
    assert [k for k in {*link_keys(original)} & {*link_keys(rewrite)} if k.startswith("copy:")]
    found = derivation(original, rewrite)
    assert found is not None
    assert (found.source, found.target) == (rewrite.article.id, original.article.id)
    assert found.rule == "near_copy, published later"
    assert 0.6 < found.score < 1.0
    words = {e.span.of(f.article.text) for e, f in zip(found.evidence, (rewrite, original), strict=True) if e.span}
    assert len(words) == 1, "the evidence is the run of words that both have"


def test_changed_words_in_a_text_taken_over_make_a_copy_and_two_fifths_as_they_are_make_none() -> None:
    words = f"{BACKGROUND} {OTHER_BACKGROUND}".split()
    rewrite = " ".join(f"other{n}" if n % 20 in (6, 10, 14, 18) else word for n, word in enumerate(words))
    part = " ".join(word if n < len(words) * 0.4 else f"own{n}" for n, word in enumerate(words))
    original, light, merged = (
        prepared(story(outlet="A", background=background)).imprint for background in (" ".join(words), rewrite, part)
    )
    assert likeness(original, light).is_copy
    assert likeness(original, light).own < COPY
    assert likeness(original, merged).is_partial
    assert likeness(light, original) == likeness(original, light)


def test_the_evidence_of_a_copy_is_no_quotation_and_starts_with_a_sentence() -> None:
    one, two = (
        story(Said("Marta Oslington", DREDGING), outlet=o, background=f"{first} {BACKGROUND} {last}", published=None)
        for o, first, last in (("A", "Low water again.", "Boats wait."), ("B", "High tide again.", "Rain falls."))
    )
    found = derivation(one, two)
    assert found is not None
    shown = [e.span.of(one.article.text) for e in found.evidence if e.span and e.article == one.article.id]
    assert shown == [BACKGROUND.removesuffix(".")]


def test_where_hardly_anything_but_quotations_stands_they_are_the_evidence() -> None:
    said = [Said("Marta Oslington", words) for words in (DREDGING, STORM, TARIFF)]
    found = derivation(story(*said, outlet="A"), story(*said, outlet="B"))
    assert found is not None
    assert all(e.span and len(e.span) > len(TARIFF) for e in found.evidence)


def test_own_reports_with_the_same_quotations_are_no_copies() -> None:
    said = (Said("Marta Oslington", DREDGING), Said("Marta Oslington", STORM), Said("Marta Oslington", TARIFF))
    one = story(*said, outlet="A", background=BACKGROUND)
    two = story(*said, outlet="B", background=OTHER_BACKGROUND)
    assert derivation(one, two) is None


def test_who_credits_whom_beats_the_dates() -> None:
    original = story(outlet="Lorry Weekly", background=BACKGROUND, published="2024-05-16")
    copy = story(background=BACKGROUND, published="2024-05-14", credits=[(CreditKind.REPUBLISHED, "Lorry Weekly")])
    found = derivation(original, copy)
    assert found is not None
    assert (found.source, found.rule) == (copy.article.id, "near_copy, credits it")
    credit = found.evidence[0].span
    assert credit is not None
    assert credit.of(copy.article.text) == "Lorry Weekly"


def test_a_credit_line_does_not_make_a_copy_of_different_texts() -> None:
    one = story(background=BACKGROUND, outlet="A", credits=[(CreditKind.WIRE, "TASS")])
    two = story(background=OTHER_BACKGROUND, outlet="B", credits=[(CreditKind.WIRE, "TASS")])
    assert derivation(one, two) is None


def test_without_dates_the_smaller_id_counts_as_the_earlier() -> None:
    one, two = (story(outlet=o, background=BACKGROUND, published=None) for o in "AB")
    found = derivation(one, two)
    assert found is not None
    assert found.rule == "near_copy, order unknown"
    assert found.target < found.source


def test_instants_compare_across_time_zones() -> None:
    early = story(outlet="A", background=BACKGROUND, published="2024-05-15T01:00:00+09:00")
    late = story(outlet="B", background=BACKGROUND, published="2024-05-14T18:00:00+00:00")
    found = derivation(early, late)
    assert found is not None
    assert found.target == early.article.id


def test_shared_passages_are_less_than_a_copy() -> None:
    first = BACKGROUND.split(". ")[0]
    one = story(outlet="A", background=f"{first}. {OTHER_BACKGROUND}")
    two = story(outlet="B", background=BACKGROUND + " Anglers on the pier have seen the sand move since the spring.")
    found = derivation(one, two)
    assert found is not None
    assert found.rule.startswith("shared_passages")


def test_a_new_text_at_the_same_address_is_a_revision() -> None:
    one = story(background=BACKGROUND, url="https://a.example/1", published="2024-05-14")
    two = story(background=OTHER_BACKGROUND, url="https://a.example/1", published="2024-05-15")
    found = derivation(one, two)
    assert found is not None
    assert (found.kind, found.source) == (DerivationKind.REVISION, two.article.id)
    assert {*link_keys(one)} & {*link_keys(two)}


def test_an_address_that_a_page_says_it_is_based_on() -> None:
    original = story(background=BACKGROUND, outlet="A", url="https://a.example/1")
    based = story(background=OTHER_BACKGROUND, outlet="B", credit_urls=["https://a.example/1"])
    found = derivation(based, original)
    assert found is not None
    assert (found.source, found.rule) == (based.article.id, "credits_url")
    assert {*link_keys(original)} & {*link_keys(based)}


def test_a_headline_or_credit_in_common_makes_no_copy() -> None:
    one = story(Said("Marta Oslington", "Yes"), outlet="A", title="Harbour news of the day from Ostrava Bay")
    two = story(Said("Ines Carrow", "No"), outlet="B", title="Harbour news of the day from Ostrava Bay")
    assert derivation(one, two) is None
