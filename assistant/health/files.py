"""What the files themselves tell: rows that were held back, and how far each file reaches."""

from collections.abc import Iterator

from assistant.health.finding import Finding, Kind, Row
from assistant.health.seen import Seen, be, counted, rows_in

OLD = 7
"""After how many days without an entry a file is worth exporting again."""

MOST_REASONS = 2


def quarantined_rows(seen: Seen) -> Iterator[Finding]:
    """Rows that broke their contract, by file: of the tables the asker sees in full."""
    held: dict[tuple[str, str], list[dict[str, object]]] = {}
    for one in seen.view.quarantine().to_pylist():
        held.setdefault((str(one["file"]), str(one["table"])), []).append(one)
    for (file, table), rows in sorted(held.items()):
        reasons = [f"{one['column']}: {one['reason']}" if one["column"] else str(one["reason"]) for one in rows]
        most = sorted(set(reasons), key=lambda one: (-reasons.count(one), one))[:MOST_REASONS]
        places = {Row(table, file, None if one["row"] is None else int(str(one["row"]))) for one in rows}
        many = counted(len(rows), "row")
        yield Finding(
            Kind.QUARANTINE,
            file,
            len(rows),
            None,
            f"{many} of {file} ({table}) {be(len(rows))} in quarantine and in no answer ({'; '.join(most)}): "
            "correct what is wrong in the source and run reckon ingest.",
            tuple(sorted(places, key=lambda one: (one.file, one.row is not None, one.row or 0))),
        )


def freshness(seen: Seen) -> Iterator[Finding]:
    """The last entry of every file of time, and whether it is time for a new export."""
    past = seen.entries[seen.entries["date"] <= seen.now]
    for file, rows in past.groupby("_file"):
        last = rows["date"].max()
        days = (seen.now - last).days
        ago = f"{counted(days, 'day')} ago" if days else "today"
        step = "export it again and run reckon ingest" if days > OLD else "nothing to do"
        yield Finding(
            Kind.FRESHNESS,
            str(file),
            days,
            None,
            f"The last entry in {file} is of {seen.day(last)}, {ago}: {step}.",
            rows_in("time_entries", rows[rows["date"] == last]),
        )
