"""Every letter goes on paper as it was typed, and comes out of the file as it went in."""

import re
import unicodedata
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from coopdesk import resources
from coopdesk.bangla.digits import to_bangla
from coopdesk.papers import certificate, report
from coopdesk.papers.letters import FACES, letters_in, printable
from coopdesk.texts import LANGUAGES, Language

from .conftest import MakeFacts, office, poppler, squeezed, text_of
from .every import PAPERS, printed, with_name

CONSONANTS = "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ"
consonant = st.sampled_from([*CONSONANTS, "ড়", "ঢ়", "য়"])
cluster = st.one_of(
    consonant,
    st.tuples(consonant, consonant).map("্".join),
    st.tuples(consonant, consonant, st.sampled_from("রযব")).map("্".join),
    consonant.map("র্".__add__),
    consonant.map(lambda letter: letter + "্য"),
    st.just("র\u200d্য"),
    st.tuples(consonant, consonant).map("্\u200c".join),
)
syllable = st.one_of(
    st.tuples(cluster, st.sampled_from(["", *"ািীুূৃেৈোৌ"]), st.sampled_from(["", *"ংঃঁ"])).map("".join),
    st.sampled_from([*"অআইঈউঊঋএঐওঔৎ০৯।"]),
)
bangla_part = st.lists(syllable, min_size=1, max_size=6).map("".join)
bangla_word = st.lists(bangla_part, min_size=1, max_size=3).map("-".join)

MARKUP = (
    r"""#include "x.typ" *b* _u_ $x^2$ `code` \ @ref <label> // no /* no */ ~ -- --- ... 'a' "b" [x] {y}"""
    " = - + / #let #"
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PAPERS)
def test_all_that_goes_in_comes_out(make_facts: MakeFacts, kind: str, language: Language) -> None:
    facts = make_facts(unmet=("03.4", "03.9") if kind == "report" else ())
    paper = PAPERS[kind](facts, language)
    file = paper.pdf()
    advice_ids = {written for piece in facts.rulebook.advice for written in (piece.id, to_bangla(piece.id))}
    texts = {squeezed(text) for text in set(printed(kind, paper.data)) - advice_ids}
    for read in ("".join(text_of(file)), poppler(file)):
        assert [text for text in texts if text not in read] == []


@given(words=st.lists(bangla_word, min_size=12, max_size=12))
# A paper takes long: what fails is told as it was found, not made smaller for minutes.
@settings(max_examples=2, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PAPERS)
def test_bangla_comes_out_letter_for_letter(
    make_facts: MakeFacts, kind: str, language: Language, words: list[str]
) -> None:
    name = unicodedata.normalize("NFC", " ".join(words))
    paper = PAPERS[kind](with_name(make_facts(accounts=1), name), language)
    file = paper.pdf()
    assert printable(name) == name
    typed = [text for text in printed(kind, paper.data) if name in text]
    assert len(typed) >= 5
    # So long a name may go on at the next page, after any of its parts.
    parts = [squeezed(part) for part in re.split(r"[ -]|(?<=।)", name) if part]
    for read in ("".join(text_of(file)), poppler(file)):
        assert [part for part in parts if read.count(part) < len(typed)] == []


@pytest.mark.parametrize("kind", PAPERS)
def test_markup_prints_as_typed(make_facts: MakeFacts, kind: str) -> None:
    paper = PAPERS[kind](with_name(make_facts(accounts=1), MARKUP), "bn")
    typed = [text for text in printed(kind, paper.data) if MARKUP in text]
    assert len(typed) >= 5
    assert "".join(text_of(paper.pdf())).count(squeezed(MARKUP)) >= len(typed)


@given(name=st.text(max_size=60))
@settings(max_examples=4, deadline=None)
@pytest.mark.parametrize("kind", PAPERS)
def test_anything_that_can_be_typed_can_be_printed(make_facts: MakeFacts, kind: str, name: str) -> None:
    """Typst refuses a letter without a glyph in PDF/A, so a paper that is made shows no empty box."""
    assert PAPERS[kind](with_name(make_facts(accounts=1), name), "bn").pdf().startswith(b"%PDF")


@pytest.mark.parametrize("weight", ["title", "memo"], ids=["bold", "regular"])
def test_every_letter_of_the_faces_is_drawn(make_facts: MakeFacts, weight: str) -> None:
    known = sorted(set().union(*(letters_in(resources.path("fonts", name).read_bytes()) for name in FACES)))
    letters = " ".join(chr(code) for code in known if code > 0x20)
    facts = make_facts(accounts=1)
    typed = replace(facts, memo=letters) if weight == "memo" else replace(facts, office=office(name=letters))
    assert len(known) > 2900
    assert certificate(typed, "bn").pdf().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("একটি\tনাম\r\nআরেকটি", "একটি নাম  আরেকটি"),
        ("\u202eab\u202c\x00c\u00ad\ufeff", "abc"),
        ("সমবায় \U0001f33e\ufe0f মেলা", "সমবায় [U+1F33E] মেলা"),
        ("র\u200d্যাব উদ্\u200cযাপন", "র\u200d্যাব উদ্\u200cযাপন"),
        ("ক\u0301 a\u09be", "ক[U+0301] a[U+09BE]"),
        ("\ud800", "[U+D800]"),
        ("e\u0301", "é"),
    ],
)
def test_what_cannot_be_drawn_is_named(typed: str, printed: str) -> None:
    assert printable(typed) == unicodedata.normalize("NFC", printed)


@pytest.mark.parametrize(
    ("kind", "letters"),
    [
        *((kind, letters) for kind in PAPERS for letters in ("W" * 400, "ক্ষ্ম" * 200)),
        ("certificate", "https://example.org/" + "a" * 300),
        ("certificate", "উপ-নিবন্ধক-" * 40),
    ],
    ids=lambda value: value[:12],
)
def test_a_long_word_breaks_and_stays_on_the_page(make_facts: MakeFacts, letters: str, kind: str) -> None:
    file = PAPERS[kind](with_name(make_facts(accounts=1), letters), "bn").pdf()
    document = pypdfium2.PdfDocument(file)
    for page in document:
        text = page.get_textpage()
        boxes = [text.get_charbox(index) for index in range(text.count_chars())]
        assert max(right for _left, _bottom, right, _top in boxes) <= page.get_width() - 50
        assert min(left for left, *_rest in boxes) >= 60
    assert squeezed(letters) in "".join(text_of(file))
    document.close()


def test_a_name_of_ten_thousand_letters(make_facts: MakeFacts) -> None:
    name = "সমবায়" * 2000
    pages = text_of(report(with_name(make_facts(accounts=1), name), "bn").pdf())
    assert squeezed(name)[:300] in "".join(pages)


def test_a_font_without_a_map_of_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="no character map"):
        letters_in(b"\x00\x01\x00\x00" + bytes(8))
