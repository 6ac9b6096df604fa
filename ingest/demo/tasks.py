"""The tasks and milestones people have before them."""

from ingest.demo.text_table import Row, table

KINDS = {"t": "task", "m": "milestone"}
LISTED = table("tasks")


def _task(row: Row) -> Row:
    project = row["project_id"]
    return row | {
        "task_id": f"{project}-T{row['number']}",
        "kind": KINDS[row["kind"]],
        "client_visible": "true" if row["seen"] else "false",
        "depends_on": ";".join(f"{project}-T{number}" for number in row["after"].split(";") if number),
    }


TASKS: list[Row] = [_task(row) for row in LISTED]
