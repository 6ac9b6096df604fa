"""From the files and systems an agency has to the canonical tables.

    run.py           an ingest from end to end          sources.py      folders and files, recognised
    reading.py       a file → sheets of text            sheet.py        a header, columns, row numbers
    encoding.py      bytes → UTF-8                      delimited.py    text between delimiters → a sheet
    archive.py       a workbook, opened with care       worksheet.py    what its XML says beyond values
    workbook.py      Excel, OpenDocument → sheets       columnar.py     Parquet → a sheet
    headers.py       which row is the header            totals.py       rows of totals are no data
    locale.py        numbers of other countries         dates.py        and their dates
    dialects.py      a sheet in one notation
    connector.py     what a connector is                connectors/     one file a system, the plain format among them
    delivery.py      rows of text for one table         cells.py        text → exact values, and back
    contract.py      what a row must keep               quarantine.py   rows that do not, until they can come back
    merging.py       what was there and what is new     references.py   what names something that is not there
    identities.py    one thing, whatever it is called   windows.py      which time an export stands for
    memory.py        what was settled for a source      tally.py        counts and order
    report.py        what an ingest has to say          unlocks.py      what a further file would answer
    demo/            the demo agency

Everything between reading and the store is done on whole columns; only distinct values are looked at one by
one.
"""
