"""Nouns that nothing here is told by, and the breakdowns that come nearest: "hours by phase", "revenue by partner"."""

from collections.abc import Mapping, Sequence

from assistant.metrics.definition import Metric
from assistant.planning.words import phrases

_WORK_ITSELF = ("service", "task", "budget", "project")
_WHOSE_CLIENT = ("account_manager", "project_manager", "client")
_WHERE = ("team", "client")
_SKILL = ("job_title", "team", "service")

NEAREST: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("service", "budget", "task", "project"): phrases("""
        phase, phases, workstream, workstreams, work stream, work streams, stage of work, work package, work packages,
        deliverable, deliverables, module, modules, component, components, sprint, sprints, iteration, iterations,
        epic, epics, feature, features, subproject, subprojects, sub-project, sub-projects, scope item, line item,
        line items, work order, work orders, release, releases
    """),
    ("service", "task"): phrases("""
        activity, activities, activity type, activity code, task type, task code, type of work, work code, work codes,
        billing code, billing codes, work category, label, labels, tag, tags, priority
    """),
    _WHOSE_CLIENT: phrases("""
        partner, partners, partner in charge, originating partner, responsible partner, director, directors, lead,
        leads, principal, principals, sponsor, sponsors, originator, business owner
    """),
    _WHERE: phrases("""
        country, countries, region, regions, office, offices, location, locations, site, sites, city, cities, market,
        markets, territory, territories, studio, studios, branch, branches, legal entity, entity, entities, subsidiary,
        business unit, business units, cost center, cost centre, cost centers, cost centres, profit center, profit
        centre
    """),
    _SKILL: phrases("""
        skill, skills, discipline, disciplines, capability, capabilities, craft, crafts, grade, grades, level, levels,
        seniority, band, bands, pay grade, competence, competences, expertise
    """),
    ("client",): phrases("""
        industry, industries, sector, sectors, segment, segments, vertical, verticals, client group, group of clients,
        client type, client size, tier, tiers, parent company, brand, brands
    """),
    ("client", "project"): phrases("channel, channels, lead source, source, campaign, campaigns, programme, program"),
}
"""Under the breakdowns that come nearest, the nearest first, what people call for that is no column here."""

_ROWS_FOR = {one: rows for rows, several in NEAREST.items() for one in several}
MOST_WORDS = 3


def is_noun(said: str) -> bool:
    """Whether some words are a noun that things are told by elsewhere."""
    return said.casefold() in _ROWS_FOR


def nearest_first(said: str, metric: Metric) -> Sequence[str]:
    """The breakdowns a metric does have, those that come nearest to what was asked for first."""
    near = [one for one in _ROWS_FOR.get(said.casefold(), ()) if one in metric.by]
    return [*near, *(one for one in metric.by if one not in near)]
