"""What notes say, as far as it can be told from their words alone; pure functions, which know no store and no asker.

text         sentences and words       statements   decisions, actions, risks and dates, by structure and wording
finding      passages ranked for words and meaning together
support      whether a sentence is borne out by the passage it cites
"""
