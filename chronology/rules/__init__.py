"""The rules that need the whole chronology; each is a generator whose docstring states it."""

from collections.abc import Callable, Iterator

from chronology.problems import Problem, Problems
from chronology.rules.citations import citations_lead_to_their_sources
from chronology.rules.events import (
    corrections_follow,
    events_exist,
    former_ids_lead_here,
    outcomes_follow,
    titles_quote_their_passages,
)
from chronology.rules.names import (
    names_are_spelt_one_way,
    people_are_registered,
    voices_are_registered,
)
from chronology.rules.quotations import ledger_lines_are_used, quotations_are_checked
from chronology.rules.sources import slips_are_seen, sources_are_used
from chronology.timeline.chronology import Chronology

Rule = Callable[[Chronology], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    events_exist,
    citations_lead_to_their_sources,
    sources_are_used,
    slips_are_seen,
    voices_are_registered,
    people_are_registered,
    names_are_spelt_one_way,
    titles_quote_their_passages,
    corrections_follow,
    outcomes_follow,
    former_ids_lead_here,
)
RULES_OF_LEDGERS: tuple[Rule, ...] = (quotations_are_checked, ledger_lines_are_used)
"""Kept apart, because `seal` writes the ledgers that these rules ask for."""


def check(chronology: Chronology, problems: Problems, rules: tuple[Rule, ...]) -> None:
    """Add every fault that the rules find to `problems`."""
    for rule in rules:
        problems.extend(rule(chronology))
