"""Latin letters for other scripts: what newspapers write, and nothing that raises."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.transliteration import latin, spells_roughly

SPELLINGS = [
    ("Владимир Путин", "Vladimir Putin"),
    ("Хрущёв", "Khrushchyov"),
    ("Єгор Їжак", "Yegor Yizhak"),
    ("Љубиша Ђорђевић", "Ljubisha Djordjevic"),
    ("Джон", "Jon"),
    ("Қасым-Жомарт Тоқаев", "Qasym-Zhomart Toqaev"),
    ("Κυριάκος Μητσοτάκης", "Kyriakos Mitsotakis"),
    ("Ευάγγελος", "Evangelos"),
    ("მიხეილ სააკაშვილი", "mikheil saakashvili"),
    ("Նիկոլ Փաշինյան", "Nikol Pashinyan"),
    ("محمد السيسي", "mhmd al-sysy"),
    ("علی خامنه‌ای", "ly khamnh\u200cay"),
    ("בנימין נתניהו", "bnymyn ntnyhw"),
    ("习近平", "xijinping"),
    ("毛澤東", "maozedong"),
    ("バラク・オバマ", "baraku obama"),
    ("きしだ シュン", "kishida shun"),
    ("キョウト サッポロ", "kyouto saporo"),
    ("김정은", "kim jeongeun"),
    ("이재명", "yi jaemyeong"),
    ("नरेन्द्र मोदी", "narendr modii"),
    ("ប៉ុល ពត", "bul pat"),
    ("เอก", "oek"),
    ("٤٤ ४४", "44 44"),
    ("José Łukasz", "José Łukasz"),
]


@pytest.mark.parametrize(("text", "spelled"), SPELLINGS)
def test_spellings(text: str, spelled: str) -> None:
    assert latin(text) == spelled
    assert latin(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFKC", spelled)


@given(st.text(st.characters(), max_size=60))
def test_never_raises_and_leaves_latin_text_alone(text: str) -> None:
    assert isinstance(latin(text), str)
    assert isinstance(spells_roughly(text), bool)
    plain = "".join(c for c in unicodedata.normalize("NFKC", text) if c < "\u0370")
    assert latin(plain) == unicodedata.normalize("NFKC", plain)


def test_which_scripts_spell_roughly() -> None:
    assert all(spells_roughly(text) for text in ("محمد", "נתניהו", "习近平", "バラク", "김정은", "मोदी", "ពត", "ዐቢይ"))
    assert not any(spells_roughly(text) for text in ("Путин", "Τσίπρας", "ობამა", "Օբամա", "Støre", "Oslington", ""))
