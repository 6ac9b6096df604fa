"""From verified answers to pages: one outline, drawn in every format.

outline, numbers          what a page says, free of any format; every number bound to where it comes from
from_answer               answers of the spine as blocks of an outline
house_style, words        logo, colours, font and language of the house; its standing words in each language
markdown, web             text with Markdown; HTML as the body of an e-mail or as a page of its own
formats                   the formats by name: one line each

Documents stand on `ask`, because what they show is asked like everything else, and beneath the pages.
"""
