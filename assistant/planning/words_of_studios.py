"""What studios and shops ask that is not measured, under what comes nearest, and what they call their kinds of work."""

from collections.abc import Mapping

from assistant.planning.words import phrases

UNMEASURED: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("scheduled_hours", "tracked_hours"): phrases("""
        shoot days, shoot day, shooting days, shooting day, filming days, edit days, editing days, studio days,
        crew days, recording days, post days, grading days, prep days, rig days, show days, event days,
        call sheet, call sheets, call time, call times, wrap time, wrap times, shooting schedule, shot list,
        shot lists, rota, rotas, run sheet, run of show
    """),
    ("overtime_hours", "weekend_hours"): phrases("""
        night work, night shift hours, hours on night shifts, night shoots, night shoot, late nights, nights worked,
        night hours, evening work, evening hours, evenings worked, hours at night, worked at night,
        work at night, out of hours work, out of hours support, out of hours, on call hours, on call time,
        on call, turnaround breaks, rest breaks
    """),
    ("overserviced_hours", "pending_change_hours"): phrases("""
        reshoot, reshoots, re shoot, re shoots, amends, amend rounds, rounds of amends, round of amends,
        amends rounds, revision rounds, rounds of revisions, round of revisions, revisions, feedback rounds,
        rounds of feedback, client amends, amend requests, rework, rework hours, hours of rework,
        versions delivered, edit versions, recuts, recut, re edits
    """),
    ("free_hours", "absence_days"): phrases("""
        covering for, covers for, cover for, covering, standing in for, stands in for, stand in for, filling in for,
        fills in for, deputising for, deputizing for, stand in, stand ins, deputy, deputies
    """),
    ("on_time_rate", "completed_tasks"): phrases("""
        sla, slas, sla breaches, sla compliance, sla performance, sla targets, within sla, breached sla,
        sla met, response time, response times, first response, first response time, first response times,
        time to respond, time to first response, average response time, resolution time, resolution times,
        time to resolve, time to resolution, mttr, reopened tickets, tickets reopened, uptime,
        downtime incidents, incidents, ticket age, age of tickets, tickets raised, tickets logged, new tickets,
        tickets created, tickets opened, tickets came in, burndown, burn down chart, sprint burndown,
        sprint burn down, sprint goal, sprint goals, sprint commitment, carry over from sprint, regressions,
        deployments, turnaround, turnaround time, turnaround times, turn around time, lead time, lead times
    """),
    ("tracked_hours", "average_billable_rate"): phrases("""
        words translated, translated words, word count, word counts, wordcount, number of words,
        words delivered, words per hour, words an hour, cost per word, price per word, rate per word, per word,
        words per day, articles written, articles published, articles delivered, posts written, pieces written,
        pages translated, minutes of film, finished minutes, minutes delivered, cost per minute,
        price per minute, assets delivered, assets produced, designs delivered, concepts presented,
        hours per asset, hours per video, hours per article
    """),
    ("tracked_hours", "revenue"): phrases("""
        press coverage, media coverage, pieces of coverage, clippings, press clippings, press mentions,
        media mentions, impressions, share of voice, advertising value, circulation, journalists pitched,
        press releases, press release, open rates, click through rate, ctr, engagement rate, followers,
        attendees, attendance figures, delegates, registrations, tickets sold, ticket sales, ticket revenue,
        footfall, no shows, downloads, playtest scores
    """),
    ("expense_cost", "committed_expenses"): phrases("""
        contingency, contingencies, contingency left, contingency used, contingency spent, production fee,
        production fees, mark up, markup, mark ups, markups, mark up on expenses, mark up on third parties,
        agency commission, commissions, commission earned, petty cash, cash float, per diems owed,
        card statement, receipts missing, missing receipts
    """),
    ("billable_expenses", "unbilled"): phrases("""
        expenses not yet recharged, expenses not recharged, rechargeable expenses not yet recharged,
        unrecharged expenses, unrecharged, not yet recharged, recharges outstanding, outstanding recharges,
        recharges not yet billed, not recharged, third party not yet billed, third party costs not yet billed,
        third party costs not billed, pass through not yet billed, pass through costs not yet billed,
        passthrough costs not yet billed, hard costs not yet billed, hard costs not billed
    """),
    ("unbilled", "overdue_receivables"): phrases("""
        wip ageing, wip aging, aged wip, wip age, age of wip, age of the wip, old wip, ageing of wip,
        aging of wip, how old is wip, how old is our wip, how old is the wip
    """),
    ("labor_cost", "cost"): phrases("""
        freelancer rates, freelance rates, freelancer day rates, freelance day rates, crew rates, crew rate,
        freelancer rate, freelance rate, deal memos, deal memo, buyouts, buy outs, overtime multiplier
    """),
    ("available_hours", "scheduled_hours"): phrases("""
        edit suites, edit suite, suites booked, suite bookings, suite availability, studio hire, room bookings,
        meeting rooms, kit availability, equipment availability, kit booked, kit bookings, equipment booked,
        cameras booked
    """),
}
"""As in `words_measured`: not measured yet, and what is instead."""

WORK = frozenset(phrases("""
    shoot, shooting, filming, film, edit, editing, editorial, offline, online, conform, grade, grading, vfx, cgi, comp,
    compositing, animation, motion, sound, mix, dub, subtitling, captioning, prep, wrap, post, recce, casting, location,
    rigging, load-in, setup, strike, staging, catering, translation, proofreading, copywriting, copy, copyediting,
    transcription, localisation, localization, retouching, artwork, layout, print, branding, naming, illustration,
    storyboard, storyboarding, scripting, script, research, pr, media, press, outreach, social, moderation, community,
    support, helpdesk, maintenance, hosting, patching, deployment, coding, devops, qa, testing, bugfixing, refactoring,
    art, audio, music, build, builds, porting, gameplay, modelling, texturing, lighting, crew
"""))  # fmt: skip
"""Kinds of work; where nothing here is called so, hours of one are not told apart from others."""
