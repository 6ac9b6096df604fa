"""The agency as data: tables, units, periods and the calendar; imports nothing of ours but errors.

`tables` is the canonical data model, `units` the exact numbers and how they are shown, `periods` what a stretch of
days is called, `calendar` the facts about days that need no data.
"""
