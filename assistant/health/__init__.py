"""What is wrong or missing in the data as its asker sees it, and what to do about it: the coordinator's list.

    finding.py       a finding, and how findings are ranked: by the share of all hours or money that would move
    seen.py          the asker's view as tables with the file and row of every row, and the metrics' own slices
    timesheets.py    time that is missing, misdated, too much for a day, outside a contract or not approved
    rates.py         hours without a price or a cost, and money that cannot be converted or came too early
    work.py          projects nobody touches, tasks that are late, agreements that overlap or never end, unknown owners
    notes.py         notes that are older than the work since
    files.py         rows in quarantine, and how fresh each file is
    check.py         all of them together

Each kind of finding is one function over the view. What a metric already counts (missing hours, hours without a
rate, days since anything happened) is taken from that metric's slices.
"""
