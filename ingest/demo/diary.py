"""What people write beside their time, and the task it was for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random

from ingest.demo import frame
from ingest.demo.entry_notes import OF_CRAFTS, OF_PROJECTS
from ingest.demo.people import PEOPLE
from ingest.demo.tasks import TASKS
from ingest.demo.text_table import Row

CRAFTS = {
    "Technical Director": "lead",
    "Office Manager": "office",
    "People Lead": "office",
    "QA Engineer": "qa",
    "Senior Strategist": "strategy",
    "Marketing Specialist": "marketing",
    "Copywriter": "marketing",
    "Junior Designer": "design",
    "Account Assistant": "account",
    "Managing Director": "lead",
    "Finance Lead": "finance",
    "Project Manager": "pm",
    "Project Coordinator": "pm",
    "Account Manager": "account",
    "Senior Designer": "design",
    "Designer": "design",
    "Motion Designer": "motion",
    "Senior Developer": "dev",
    "Developer": "dev",
    "Junior Developer": "dev",
    "Strategist": "strategy",
}
ODDS_OF_WORK_ON_A_TASK = 0.7
TASKS_TAKE = {75: 2, 90: 3, 100: 3, 110: 3, 125: 2, 150: 1}
"""What a task takes in the end, in percent of its estimate, with weights."""
PHASES = ("", "", "", ", first pass", ", second pass", ", review", ", details", ", after feedback")


@dataclass
class Diary:
    """One person's tasks, and how much of each is left to be tracked (seconds)."""

    person_id: str
    rng: Random
    left: dict[str, int] = field(default_factory=dict)

    def words_for(self, project_id: str, day: date, seconds: int) -> tuple[str, str]:
        """Find the task an entry was for, blank for none, and what its author wrote."""
        for task in self._mine(project_id, day):
            task_id = task["task_id"]
            left = self.left.setdefault(task_id, _size(task, self.rng))
            if left > 0 and self.rng.random() < ODDS_OF_WORK_ON_A_TASK:
                self.left[task_id] = left - seconds
                return task_id, _note(task["name"] + self.rng.choice(PHASES), self.rng)
        return "", _note(self._phrase(project_id), self.rng)

    def _mine(self, project_id: str, day: date) -> Iterator[Row]:
        for task in _TASKS_OF.get((self.person_id, project_id), ()):
            until = task["done_on"] or ("9999-12-31" if task["status"] == "in_progress" else "")
            if task["start_date"] <= day.isoformat() <= until:
                yield task

    def _phrase(self, project_id: str) -> str:
        craft = _CRAFT_OF[self.person_id]
        own = OF_PROJECTS.get((project_id, craft), ())
        if own and self.rng.random() < frame.ODDS_OF_A_PROJECT_NOTE:
            return self.rng.choice(own)
        setting = "internal" if project_id.startswith("HAL-") else "client"
        return self.rng.choice(OF_CRAFTS[setting, craft])


def _note(words: str, rng: Random) -> str:
    return "" if rng.random() < frame.ODDS_OF_NO_NOTE else words


def _size(task: Row, rng: Random) -> int:
    """How long a task takes in the end; of one in hand, what has been done so far."""
    estimate = Decimal(task["estimate_hours"])
    if task["status"] == "in_progress":
        estimate -= Decimal(task["remaining_hours"] or 0)
    percent = rng.choices(list(TASKS_TAKE), list(TASKS_TAKE.values()))[0]
    return int(estimate * frame.WHOLE_HOUR * percent / 100)


_CRAFT_OF = {row["person_id"]: CRAFTS[row["job_title"]] for row in PEOPLE}
_TASKS_OF: dict[tuple[str, str], list[Row]] = {}
for _task in TASKS:
    _TASKS_OF.setdefault((_task["assignee"], _task["project_id"]), []).append(_task)
