"""What people write beside their time, by project and craft; phrases are parted by semicolons."""

from ingest.demo.text_table import table


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in text.split(";"))


OF_PROJECTS = {(row["project"], row["craft"]): _phrases(row["phrases"]) for row in table("notes_of_projects")}
OF_CRAFTS = {(row["setting"], row["craft"]): _phrases(row["phrases"]) for row in table("notes_of_crafts")}
