"""From the files and systems an agency has to the canonical tables.

    run.py           an ingest from end to end          sources.py      folders and files, recognised
    reading.py       bytes → a sheet of text            locale.py       numbers and dates of other countries
    connector.py     what a connector is                connectors/     one file a system, the plain format
    among them delivery.py      rows of text for one table         cells.py        text → exact values, and
    back contract.py      what a row must keep               quarantine.py   rows that do not, kept until they
    can come back merging.py       what was there and what is new     references.py   what names something
    that is not there tally.py         counts and order                   report.py       what an ingest has
    to say unlocks.py       what a further file would answer   demo/           the demo agency

Everything between reading and the store is done on whole columns; only distinct values are looked at one by
one.
"""
