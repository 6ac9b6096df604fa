"""What can go wrong, as one tree; every message names the thing, the place and the next step.

    ReckonError
    ├── UsageError            the command or a setting was given something it cannot use
    ├── WorkspaceError        there is no readable workspace at the place named
    │   └── SnapshotBroken    a stored snapshot does not hold what its manifest says
    ├── SourceError           a file or system to be ingested cannot be read
    └── MetricError           a metric's definition and its implementation do not fit together

Outcomes that are expected (a refusal, an unknown name, an ambiguous question) are values, in `outcome.py`.
"""


class ReckonError(Exception):
    """Anything Reckon raises on purpose; its text is one sentence for the reader."""


class UsageError(ReckonError):
    """The command, a setting or a file of settings was given something it cannot use."""


class WorkspaceError(ReckonError):
    """There is no readable workspace at the place named."""


class SnapshotBroken(WorkspaceError):  # noqa: N818 - a state of the workspace, named as people say it
    """A stored snapshot does not hold what its manifest says."""


class SourceError(ReckonError):
    """A file or system to be ingested cannot be read."""


class MetricError(ReckonError):
    """A metric's definition and its implementation do not fit together."""
