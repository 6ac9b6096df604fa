"""From the files and systems an agency has to the canonical tables."""
