"""The office's official name, and whether a page bears it (clause 03.1)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from coopdesk.bangla.names import first_bangla, first_latin, normal_form, visible
from coopdesk.order.facts import Office, Tier
from coopdesk.order.gazetteer import Gazetteer
from coopdesk.order.rulebook import NameRules
from coopdesk.texts import Text

_TOKEN = re.compile(r"[^\s,|/()\[\]{}\"'“”‘’;।:]+[:.]?")
_PIECE = re.compile(r"[^\-_.@#&+·•~]+\.?")
_ENDINGS = ("", "র", "এর", "ের", "রা", "দের", "গণ", "বৃন্দ", "s", "'s", "’s")
_BETWEEN = frozenset(" |/()[]·,:;-")


class NameVerdict(StrEnum):
    """What is right or wrong with a page's name."""

    OFFICIAL = "official"
    EMPTY = "empty"
    POST = "post"
    PERSON = "person"
    NOT_BANGLA = "not_bangla"
    BANGLA_NOT_FIRST = "bangla_not_first"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NameJudgement:
    """A verdict, and the word it is about (a post, a title or a person's name) as it stands in the name."""

    verdict: NameVerdict
    word: str = ""


def official_name(rules: NameRules, gazetteer: Gazetteer, tier: Tier, place: str) -> Text:
    """Return the name an office of `tier` at `place` bears (03.1 and, for an upazila, by analogy).

    Raises:
        KeyError: there is no such place.
    """
    pattern = rules.patterns[tier]
    if tier is Tier.DEPARTMENT:
        return pattern
    name = gazetteer.at(place).name
    return Text(pattern.bn.format(place=name.bn), pattern.en.format(place=name.en))


def judge_name(name: str, office: Office, people: Iterable[str], rules: NameRules) -> NameJudgement:
    """Judge a page's name against the office's.

    The official name passes, alone or with an English name behind it. A post, a person's title or the name of one of
    `people` fails wherever it stands outside the official name.
    """
    return _judge(name, office.name, tuple(people), rules.posts, rules.titles)


@lru_cache(maxsize=16_384)
def _judge(
    name: str, official: str, people: tuple[str, ...], posts: frozenset[str], titles: frozenset[str]
) -> NameJudgement:
    plain, ours = normal_form(name), normal_form(official)
    if not plain:
        return NameJudgement(NameVerdict.EMPTY)
    if plain == ours:
        return NameJudgement(NameVerdict.OFFICIAL)
    rest = plain.removeprefix(ours)
    if person := _person_in(rest, people) or _word_in(rest, titles):
        return NameJudgement(NameVerdict.PERSON, _as_typed(person, name))
    if post := _word_in(rest, posts):
        return NameJudgement(NameVerdict.POST, _as_typed(post, name))
    bangla, latin = first_bangla(plain), first_latin(plain)
    if bangla < 0:
        return NameJudgement(NameVerdict.NOT_BANGLA)
    if 0 <= latin < bangla:
        return NameJudgement(NameVerdict.BANGLA_NOT_FIRST)
    return NameJudgement(NameVerdict.OFFICIAL if _only_english_behind(plain, ours) else NameVerdict.OTHER)


def _only_english_behind(plain: str, ours: str) -> bool:
    if not plain.startswith(ours):
        return False
    rest = plain[len(ours) :]
    # Ours must end as a word, and English follow: "…, গোপালগঞ্জ২", "…, গোপালগঞ্জের" and "…, গোপালগঞ্জ ২" are other names.
    return rest[0] in _BETWEEN and first_bangla(rest) < 0 <= first_latin(rest)


def _word_in(text: str, words: frozenset[str]) -> str:
    tokens = _TOKEN.findall(text)
    for start in range(len(tokens)):
        # "উপ নিবন্ধক" is two words, "D.C.O." one with dots, and in "DCO-Gopalganj" only a piece is a post.
        two, one = " ".join(tokens[start : start + 2]), tokens[start]
        candidates: list[str] = [two, one, *_PIECE.findall(one)]
        for candidate in candidates:
            if _is_one_of(words, candidate) or (candidate is one and _is_one_of(words, one.replace(".", ""))):
                return candidate
    return ""


@lru_cache(maxsize=16_384)
def _is_one_of(words: frozenset[str], candidate: str) -> bool:
    known = _normal_words(words)
    stems = (candidate.removesuffix(ending) for ending in _ENDINGS)
    return any(stem in known or stem.rstrip(".:") in known for stem in stems)


@lru_cache(maxsize=8)
def _normal_words(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(normal_form, words))


def _person_in(text: str, people: tuple[str, ...]) -> str:
    for person in people:
        plain = normal_form(person)
        if plain and re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", text):
            return plain
    return ""


def _as_typed(word: str, name: str) -> str:
    # Capitals as the person wrote them, where they can be found again.
    found = re.search(re.escape(word), visible(name), re.IGNORECASE)
    return found[0] if found else word
