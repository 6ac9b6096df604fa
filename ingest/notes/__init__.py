"""Notes of every kind, read into passages.

document                      what is read out of one: its head, and its blocks in order
markdown, word, pdf, web, mail   the formats, each bytes -> document; opening looks at a file and picks one
head                          front matter and header lines, whatever they are called
placing                       whose a note is: as stated, or guessed from its path or title where that is sure
passages                      cut by headings, list items and speakers, small enough to be quoted and found
exports                       notes as other systems export them, in a table
found                         which notes a folder holds      gathering   what changed, embedded and laid out as tables
"""
