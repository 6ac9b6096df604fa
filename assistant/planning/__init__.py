"""From words to a plan: vocabulary, words, grammar and dates, all made from the asker's view."""
