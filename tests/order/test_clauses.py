"""Each clause of the order: met, not met with every reason there is, attention, not applicable."""

import pytest

from coopdesk.order.checks import CHECKS
from coopdesk.order.checks.waivers import CONDITIONS
from coopdesk.order.findings import Status
from coopdesk.texts import LANGUAGES, table
from tests.order.facts_builder import judged, next_key, reason_keys, rulebook
from tests.order.scenarios import Scenario
from tests.order.scenarios_care import CARE_SCENARIOS
from tests.order.scenarios_page import PAGE_SCENARIOS

SCENARIOS = [*PAGE_SCENARIOS, *CARE_SCENARIOS]
_IDS = [f"{one.clause}: {one.what}" for one in SCENARIOS]
_WORDS = {"next", "part", "picture", "setting", "field", "status"}
_CLAUSES = [clause.id for clause in rulebook().clauses]
_WAIVABLE = {"03.4", "03.5", "03.8"}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=_IDS)
def test_a_clause_is_judged_as_the_order_is_read(scenario: Scenario) -> None:
    finding = judged(scenario.facts, scenario.clause, scenario.account)

    assert (finding.status, reason_keys(finding), next_key(finding)) == (
        scenario.status,
        scenario.reasons,
        scenario.next,
    )


@pytest.mark.parametrize("scenario", SCENARIOS, ids=_IDS)
def test_a_finding_reads_as_a_sentence_in_both_languages(scenario: Scenario) -> None:
    finding = judged(scenario.facts, scenario.clause, scenario.account)

    for language in LANGUAGES:
        for words in (finding.reason(language), finding.next_step(language)):
            assert not set("{}") & set(words)
            assert "None" not in words
    # What was typed stands as it was typed; all other numbers are Bangla ones.
    typed = {value for said in (*finding.reasons, finding.next) if said for value in said.values.values()}
    plain = finding.reason("bn") + finding.next_step("bn")
    for value in filter(lambda value: isinstance(value, str), typed):
        plain = plain.replace(str(value), "")
    assert not set("0123456789") & set(plain)


@pytest.mark.parametrize("clause", _CLAUSES)
def test_every_clause_can_be_met_and_not_met(clause: str) -> None:
    seen = {one.status for one in SCENARIOS if one.clause == clause}

    assert {Status.MET, Status.NOT_MET} <= seen
    assert (Status.NOT_APPLICABLE in seen) == (clause in _WAIVABLE)


def test_the_clauses_that_may_be_not_applicable_are_the_order_s() -> None:
    assert {clause.id for clause in rulebook().clauses if clause.waivable} == _WAIVABLE


def test_every_reason_there_is_can_be_given() -> None:
    reasons = {key for key in table("findings") if key.split(".")[0] not in _WORDS}

    assert {key for one in SCENARIOS for key in one.reasons} == reasons


def test_every_next_step_there_is_can_be_advised() -> None:
    steps = {key.removeprefix("next.") for key in table("findings") if key.startswith("next.")}

    assert {one.next for one in SCENARIOS if one.next} == steps


def test_no_two_texts_of_a_finding_are_one() -> None:
    texts = [text for key, text in table("findings").items() if key.split(".")[0] not in _WORDS - {"next"}]

    assert len(set(texts)) == len(texts)


def test_every_check_and_condition_is_one_that_the_rulebook_names() -> None:
    clauses = (*rulebook().clauses, *rulebook().advice)
    waivable = [clause.waivable for clause in clauses if clause.waivable]
    checks = [check for clause in clauses for check in clause.checks] + [
        check for one in waivable for check in one.checks
    ]

    assert {check.name for check in checks} == set(CHECKS)
    assert {one.when for one in waivable} == set(CONDITIONS)
