"""When people are away, or work from somewhere else."""

from ingest.demo.text_table import Row, table

KEEPS_AVAILABILITY = ("Remote work",)

LEAVES = [row for year in (2024, 2025, 2026) for row in table(f"absences_{year}")]
ABSENCES: list[Row] = [{"absence_id": f"A{number:03d}"} | row for number, row in enumerate(LEAVES, 1)]
