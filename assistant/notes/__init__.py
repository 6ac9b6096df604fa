"""What notes say, as far as it can be told from their words alone; pure functions, which know no store and no asker.

text         sentences and words       statements   decisions, actions, risks and dates, by structure and wording
due          the day that "by Friday" means        people       whose word a sentence is
quoting      which sentences stand by themselves    addressed    what speaks to a machine and not to people
finding      passages ranked for words and meaning together
support      whether a sentence is borne out by the passage it cites
"""
