"""From words to a plan, all of it made from the asker's view.

tokens, spelling     letters to words            vocabulary, words    what words may mean
rewriting            what is said by halves, in full          rewording            tables of turns of phrase
grammar              words to spans              clauses, reading     spans to parts
segments, plans      parts to queries            names, timing        who and when
dates                phrases to periods          conversation         follow-ups
paraphrase, meaning  other words to a metric     planners             which planner plans
model_planner        a language model's proposal, read back like any question
agreement            whether a model's plan says what the question says
accounted_for        whether a plan honours the words that always do something
misunderstandings    what is said when it cannot be planned         ready                what a server does once
"""

from assistant.planning.planners import first_questions, get_ready, make_plan

__all__ = ["first_questions", "get_ready", "make_plan"]
