"""Who may see what: the matrix as data, the one door to stored data, and the decision with its reason.

policy               the matrix, role x class -> scope      belonging, reach    whose a row is, what a scope covers
house                who comes in, of which snapshot        view, names         all that an asker may see
authorise, nearest   one query decided, what to ask else    words               the sentences of the permissions
blended              cost at the agency's average rate      fingerprint, audit  a view's content; what was asked
"""
