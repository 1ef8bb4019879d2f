"""What every Store must do: subclass `StoreConformance` with a `make` and pytest runs the suite on your store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import NotFound
from onrecord.provenance.keys import link_keys
from onrecord.records import (
    Added,
    AgentType,
    Findings,
    FullBucket,
    Graph,
    Judgement,
    Rejected,
    Selection,
    Store,
    Target,
    Verdict,
)
from onrecord.store.closure import SPELLINGS
from tests.store.reports import (
    BRIDGE,
    DREDGING,
    DREDGING_CUT,
    REPLY,
    STORM,
    TARIFF,
    Said,
    in_batches,
    report,
    reports,
    same_articles,
    town_news,
)


def judged(verdict: Verdict, one: Findings, other: Findings, day: int = 1) -> Judgement:
    """A person's word on the first agents of two articles."""
    targets = [Target(f.article.text_id, f.agents[0].mentions) for f in (one, other)]
    return Judgement(targets[0], verdict, "an editor", f"2024-06-{day:02}T12:00:00+00:00", targets[1])


EVERYTHING = Selection(everything=True)
WIRE, COPY, REWRITE, UNION, STORMY, LORRY, LEAFLET, FLOWERS = town_news()

inherited = settings(suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow])
"""Each store's class inherits the property tests; Hypothesis wants to be told that this is meant."""


class StoreConformance:
    """The suite; `make` gives a new empty store, with buckets of at most `cap` articles."""

    def make(self, cap: int = 500) -> Store:
        raise NotImplementedError

    @contextmanager
    def filled(self, batches: Sequence[Sequence[Findings | Rejected | Judgement]], cap: int = 500) -> Iterator[Store]:
        store = self.make(cap)
        for batch in batches:
            store.add(batch)
        yield store
        store.close()

    def everything(self, batches: Sequence[Sequence[Findings | Rejected | Judgement]], cap: int = 500) -> Graph:
        with self.filled(batches, cap) as store:
            return store.graph(EVERYTHING)

    # An empty store

    def test_an_empty_store_answers_with_nothing(self) -> None:
        store = self.make()
        assert store.graph(EVERYTHING) == Graph()
        assert store.graph(Selection(agent_name="Marta Oslington")) == Graph()
        assert store.graph(Selection()) == Graph()
        assert store.search("channel") == []
        assert store.add([]) == Added()

    def test_closing_twice_is_harmless(self) -> None:
        store = self.make()
        store.close()
        store.close()

    # What is added comes back

    def test_findings_come_back_as_they_were(self) -> None:
        graph = self.everything([town_news()])
        assert sorted(graph.findings, key=lambda f: f.article.id) == list(graph.findings)
        assert {f.article.id: f for f in graph.findings} == {f.article.id: f for f in town_news()}

    def test_added_counts_what_changed(self) -> None:
        store = self.make()
        bad = Rejected("blob.bin", "binary data")
        assert store.add([WIRE, REWRITE, bad, WIRE]) == Added(articles=2, known=1, statements=4, rejected=1)
        assert store.add([WIRE, UNION, bad]) == Added(articles=1, known=1, statements=1, rejected=0)
        assert store.add([bad, Rejected("blob.bin", "too large")]) == Added(rejected=1)

    def test_adding_again_changes_nothing(self) -> None:
        with self.filled([town_news()]) as store:
            before = store.graph(EVERYTHING)
            assert store.add(town_news()) == Added(known=8)
            assert store.graph(EVERYTHING) == before

    def test_one_text_at_several_places_is_one_article(self) -> None:
        unknown = {"outlet": None, "published": None}
        copies = [report(TARIFF, **unknown, path=path) for path in ("b.txt", "a.txt", "c.txt")]
        graph = self.everything([copies[:2], copies[2:], [report(TARIFF, **unknown)]])
        assert [f.article.path for f in graph.findings] == ["a.txt"]
        assert [u.statements for u in graph.utterances] == [(copies[0].statements[0].id,)]

    def test_one_text_in_several_outlets_is_several_articles(self) -> None:
        graph = self.everything([[report(TARIFF, outlet="Quayside Radio"), report(TARIFF, outlet="Lorry Weekly")]])
        assert len(graph.findings) == 2
        assert len({f.article.text_id for f in graph.findings}) == 1
        assert len(graph.utterances) == 1

    def test_alone_brings_the_selected_articles_and_no_others(self) -> None:
        with self.filled([town_news()]) as store:
            wanted = COPY.statements[0].id
            graph = store.graph(Selection(ids=(wanted[:12],), alone=True))
            assert [f.article.id for f in graph.findings] == [COPY.article.id]
            assert graph.selected == (wanted,)
            assert len(store.graph(Selection(ids=(wanted,))).findings) > 1

    def test_another_labeller_replaces_what_the_former_found(self) -> None:
        former, later = report(DREDGING, TARIFF), report(DREDGING, TARIFF, made_by="rules 2")
        later = replace(later, statements=later.statements[:1])
        with self.filled([[former, UNION]]) as store:
            assert store.add([later]) == Added(known=1, statements=1)
            graph = store.graph(EVERYTHING)
            assert graph == self.everything([[UNION], [later]])
            assert [len(f.statements) for f in graph.findings if f.article.id == later.article.id] == [1]
            with pytest.raises(NotFound):
                store.graph(Selection(ids=(former.statements[1].id,)))

    def test_of_one_labellers_findings_those_that_say_more_stay(self) -> None:
        bare = report(DREDGING)
        titled = replace(bare, article=replace(bare.article, title="Dredging", byline=("Ada Quill",)))
        orders = [[bare, titled], [titled, bare], [bare, titled, bare]]
        graphs = [self.everything([[f] for f in order]) for order in orders]
        assert graphs[0] == graphs[1] == graphs[2] == self.everything([orders[0]])
        assert graphs[0].findings[0].article.byline == ("Ada Quill",)

    # Order

    @inherited
    @given(data=st.data(), cap=st.sampled_from((2, 3, 500)))
    def test_order_and_batches_change_nothing(self, data: st.DataObject, cap: int) -> None:
        found = data.draw(st.lists(reports(), min_size=2, max_size=8))
        first = self.everything([found], cap)
        assert self.everything(data.draw(in_batches(found)), cap) == first

    def test_a_full_bucket_keeps_the_smallest_ids(self) -> None:
        found = sorted(same_articles(6), key=lambda f: f.article.id)
        statements = [f.statements[0].id for f in found]
        for order in (found, found[::-1]):
            graph = self.everything([[f] for f in order], cap=3)
            assert [set(u.statements) for u in graph.utterances if len(u.statements) > 1] == [set(statements[:3])]
            assert len(graph.utterances) == 4

    def test_a_full_bucket_is_reported_with_what_is_left_out(self) -> None:
        found = same_articles(6)
        store = self.make(cap=4)
        assert store.add(found[:4]).full_buckets == store.graph(EVERYTHING).full_buckets == ()
        added = store.add(found[4:]).full_buckets
        assert {(b.articles, b.compared) for b in added} == {(6, 4)}
        assert {b.key.partition(":")[0] for b in added} == {"news", "quote"}
        assert store.graph(EVERYTHING).full_buckets == store.graph(Selection(full_buckets=True)).full_buckets == added
        assert store.graph(Selection(full_buckets=True)).findings == ()
        assert store.add(found).full_buckets == (), "what is known changes nothing"
        store.add([WIRE])
        for findings, mine in ((found[0], added), (WIRE, ())):
            for alone in (False, True):
                assert store.graph(Selection(ids=(findings.article.id,), alone=alone)).full_buckets == mine
        store.close()

    def test_a_bucket_that_an_article_leaves_is_full_no_longer(self) -> None:
        found = same_articles(4)
        with self.filled([found], cap=3) as store:
            assert store.graph(Selection(full_buckets=True)).full_buckets
            store.add([replace(found[0], made_by="rules 2", statements=(), agents=())])
            assert store.graph(Selection(full_buckets=True)).full_buckets == ()

    @inherited
    @given(data=st.data(), cap=st.sampled_from((1, 2, 3)))
    def test_the_full_buckets_are_counted_whatever_the_order(self, data: st.DataObject, cap: int) -> None:
        found = data.draw(st.lists(reports(), min_size=2, max_size=8))
        sizes = Counter(key for f in {f.article.id: f for f in found}.values() for key in link_keys(f))
        wanted = tuple(FullBucket(key, size, cap) for key, size in sorted(sizes.items()) if size > cap)
        store = self.make(cap)
        added = [store.add(batch).full_buckets for batch in data.draw(in_batches(found))]
        assert store.graph(EVERYTHING).full_buckets == wanted
        assert tuple(b for _, b in sorted({b.key: b for full in added for b in full}.items())) == wanted
        store.close()

    # Links

    def test_utterances_are_complete_and_named_by_their_smallest_member(self) -> None:
        graph = self.everything([town_news()])
        members = [member for utterance in graph.utterances for member in utterance.statements]
        assert sorted(members) == sorted(s.id for f in town_news() for s in f.statements)
        assert all(u.id == min(u.statements) for u in graph.utterances)
        assert sorted(len(u.statements) for u in graph.utterances) == [1, 2, 2, 3, 4]

    def test_ids_from_before_a_merge_still_resolve(self) -> None:
        says = "The lighthouse keeper has counted forty nights of fog since the lamp was changed to a weaker one"
        head, tail = says[:52], says[34:]
        parts = [
            report(Said("Ines Carrow", words), outlet=o) for words, o in ((head, "Berth & Bollard"), (tail, "LNA"))
        ]
        with self.filled([parts]) as store:
            apart = store.graph(EVERYTHING).utterances
            assert len(apart) == 2
            store.add([report(Said("Ines Carrow", says), outlet="Quayside Radio")])
            (merged,) = store.graph(EVERYTHING).utterances
            for former in apart:
                assert store.graph(Selection(ids=(former.id,))).utterances == (merged,)

    def test_edges_are_sorted_and_end_inside_the_graph(self) -> None:
        graph = self.everything([town_news()])
        ids = {i for f in graph.findings for i in (f.article.id, *(x.id for x in (*f.statements, *f.agents)))}
        assert graph.links.derivations
        assert all(e.first in ids and e.second in ids for e in graph.links.utterances)
        assert all(d.source in ids for d in graph.links.derivations)
        assert all(a.id < b.id for a, b in pairwise(graph.utterances))

    # Who is who

    def test_spellings_of_one_person_are_one_identity_and_each_agent_has_one(self) -> None:
        graph = self.everything([town_news()])
        (identity,) = (i for i in graph.identities if UNION.agents[-1].id in i.agents)
        assert identity.agents == tuple(sorted(f.agents[-1].id for f in (UNION, REWRITE)))
        members = [agent for i in graph.identities for agent in i.agents]
        assert sorted(members) == sorted(a.id for f in graph.findings for a in f.agents)
        assert graph.identity(UNION.agents[-1].id) == identity

    @pytest.mark.parametrize("verdict", [Verdict.MERGE, Verdict.SPLIT])
    def test_peoples_word_holds_before_and_after_the_articles_and_their_new_editions(self, verdict: Verdict) -> None:
        found = [report(Said(name, STORM.words), outlet=name) for name in ("Ines Carrow", "Ines Carow", "Jan Novak")]
        one, other = (found[0], found[1]) if verdict is Verdict.SPLIT else (found[0], found[2])
        word = judged(verdict, one, other)
        later = [replace(f, made_by="rules 2", statements=()) for f in found]
        graphs = [self.everything(batches) for batches in ([found, [word]], [[word], found], [[*found, word]])]
        graphs.append(replace(self.everything([found, [word], later]), findings=(), utterances=()))
        for graph in graphs:
            together = graph.identity(one.agents[0].id) == graph.identity(other.agents[0].id)
            assert together is (verdict is Verdict.MERGE)
            assert graph.identities == graphs[0].identities

    def test_the_last_word_stands(self) -> None:
        found = [report(Said(name, STORM.words), outlet=name) for name in ("Ines Carrow", "Ines Carow")]
        words = [judged(v, *found, day=day) for day, v in enumerate((Verdict.SPLIT, Verdict.MERGE), start=1)]
        graph = self.everything([found, words[1:], words[:1]])
        assert len(graph.identities) == 1

    # Selections

    @pytest.mark.parametrize("digits", [32, 12])
    def test_an_id_or_its_first_digits_select(self, digits: int) -> None:
        with self.filled([town_news()]) as store:
            for any_id in (UNION.article.id, UNION.statements[0].id, UNION.agents[0].id):
                graph = store.graph(Selection(ids=(any_id[:digits].upper(),)))
                assert graph.selected == (any_id,)
                assert {f.article.id for f in graph.findings} >= {UNION.article.id, REWRITE.article.id}

    def test_an_id_that_answers_to_nothing_or_too_much_is_not_found(self) -> None:
        with self.filled([town_news()]) as store:
            for wrong in ("", "0", "12345", "no such id", "' OR 1=1 --", "f" * 33, "0" * 32):
                with pytest.raises(NotFound):
                    store.graph(Selection(ids=(wrong,)))

    def test_a_prefix_of_two_ids_is_not_found_and_says_how_many(self) -> None:
        twins = [replace(f, article=replace(f.article, id="abcdef" + f.article.id[6:])) for f in (UNION, LEAFLET)]
        twins = [replace(f, statements=(), agents=()) for f in twins]
        with self.filled([twins]) as store:
            with pytest.raises(NotFound, match="2 ids"):
                store.graph(Selection(ids=("abcdef",)))
            assert len(store.graph(Selection(ids=(twins[0].article.id[:20],))).findings) == 1

    @pytest.mark.parametrize("name", ["Jörg Välimäki", "jorg valimaki", "VÄLIMÄKI", "Valimaki", "Mr. Valimaki"])
    def test_a_name_selects_whatever_its_case_accents_and_honorifics(self, name: str) -> None:
        with self.filled([town_news()]) as store:
            graph = store.graph(Selection(agent_name=name))
            assert {UNION.article.id, REWRITE.article.id} <= {f.article.id for f in graph.findings}
            assert graph.selected == tuple(sorted(f.agents[-1].id for f in (UNION, REWRITE)))

    @pytest.mark.parametrize("name", ["", "Jörg", "Nobody Known", "%", "limaki"])
    def test_a_name_that_nobody_has_selects_nothing(self, name: str) -> None:
        with self.filled([town_news()]) as store:
            assert store.graph(Selection(agent_name=name)) == Graph()

    def test_an_organisation_is_not_found_by_its_last_word(self) -> None:
        pilots = report(DREDGING)
        body = replace(pilots.agents[0], type=AgentType.NAMED_ORGANIZATION, names=("Guild of Harbour Pilots",))
        with self.filled([[replace(pilots, agents=(body,))]]) as store:
            assert len(store.graph(Selection(agent_name="guild of harbour pilots")).findings) == 1
            assert store.graph(Selection(agent_name="Pilots")) == Graph()

    def test_a_statement_brings_its_whole_utterance(self) -> None:
        with self.filled([town_news()]) as store:
            graph = store.graph(Selection(ids=(UNION.statements[0].id,)))
            whole = store.graph(EVERYTHING)
            (said,) = (u for u in whole.utterances if UNION.statements[0].id in u.statements)
            assert said in graph.utterances
            assert len(graph.findings) < len(whole.findings)

    def test_an_article_brings_every_report_of_what_it_reports(self) -> None:
        found = [
            report(STORM, outlet=f"Gazette No. {n}", background=" ".join(f"ship{n}x{i}" for i in range(80)))
            for n in range(SPELLINGS + 4)
        ]
        with self.filled([found]) as store:
            assert not store.graph(EVERYTHING).links.derivations
            assert len(store.graph(Selection(ids=(found[0].article.id,))).findings) == len(found)

    def test_an_agent_brings_every_spelling_and_namesake_a_statement_a_few_spellings(self) -> None:
        names = ["Ines Carrow"] * 2 + [f"Ines {letter}. Carrow" for letter in "ABCDEFGHIJKL"]
        found = [
            report(Said(name, f"buoy{n} drifts{n} north{n}"), outlet=f"Gazette No. {n}") for n, name in enumerate(names)
        ]
        with self.filled([found]) as store:
            assert len(store.graph(Selection(ids=(found[0].agents[0].id,))).findings) == len(found)
            assert len(store.graph(Selection(ids=(found[0].statements[0].id,))).findings) == SPELLINGS + 1

    def test_derivations_are_followed_to_their_ends(self) -> None:
        with self.filled([town_news()]) as store:
            graph = store.graph(Selection(ids=(COPY.article.id,)))
            assert {d.target for d in graph.links.derivations} == {"wire:Littoral News Agency", WIRE.article.id}

    def test_an_article_that_hangs_together_with_nothing_comes_alone(self) -> None:
        with self.filled([town_news()]) as store:
            assert store.graph(Selection(ids=(FLOWERS.article.id,))).findings == (FLOWERS,)

    @inherited
    @given(data=st.data())
    def test_a_selected_graph_is_a_part_of_the_whole(self, data: st.DataObject) -> None:
        found = data.draw(st.lists(reports(), min_size=1, max_size=8))
        chosen = data.draw(st.sampled_from(found))
        ids = [chosen.article.id, *(x.id for x in (*chosen.statements, *chosen.agents))]
        with self.filled([found]) as store:
            whole, part = store.graph(EVERYTHING), store.graph(Selection(ids=(data.draw(st.sampled_from(ids)),)))
        assert set(part.findings) <= set(whole.findings)
        inside = {f.article.id for f in part.findings}
        assert chosen.article.id in inside
        assert set(part.links.derivations) <= set(whole.links.derivations)
        statements = {s.id for f in part.findings for s in f.statements}
        assert part.utterances == tuple(u for u in whole.utterances if statements.issuperset(u.statements))
        for statement in chosen.statements:
            assert any(statement.id in u.statements for u in part.utterances)

    # Search

    def test_search_finds_content_speaker_and_title(self) -> None:
        with self.filled([town_news()]) as store:
            hinges, tariffs = store.search("hinges bridge"), store.search("mooring tariffs")
            assert [h.statement for h in hinges] == [LORRY.statements[0].id]
            assert {h.article for h in tariffs} >= {f.article.id for f in (WIRE, COPY, LEAFLET)}
            assert {h.article for h in store.search("valimaki")} == {UNION.article.id, REWRITE.article.id}
            assert REWRITE.article.id in {h.article for h in store.search("pilots dredger")}
            assert {h.article for h in store.search("coast guard captain")} == {STORMY.article.id, LORRY.article.id}

    def test_search_is_best_first_and_no_longer_than_asked(self) -> None:
        with self.filled([town_news()]) as store:
            hits = store.search("northern channel dredged storms")
            assert [h.rank for h in hits] == sorted(h.rank for h in hits)
            assert store.search("northern channel dredged storms", limit=2) == hits[:2]
            assert store.search("channel", limit=0) == []

    def test_words_that_no_statement_holds_together_are_looked_for_apart(self) -> None:
        with self.filled([town_news()]) as store:
            assert {h.statement for h in store.search("hinges zeppelin")} == {LORRY.statements[0].id}
            assert store.search("zeppelin") == []

    def test_search_forgets_what_was_replaced(self) -> None:
        former = report(STORM)
        later = replace(report(STORM, made_by="rules 2"), statements=(), agents=())
        with self.filled([[former], [later]]) as store:
            assert store.search("trawlers") == []

    @inherited
    @given(words=st.text() | st.from_regex(r'[\w"*():^{}+ -]{0,40}') | st.sampled_from(("AND", "a NEAR(b)", '"', "\0")))
    def test_search_never_raises(self, words: str) -> None:
        with self.filled([[report(DREDGING, DREDGING_CUT, REPLY, BRIDGE)]]) as store:
            assert len(store.search(words)) <= 4
