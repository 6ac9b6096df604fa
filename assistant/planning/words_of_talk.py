"""What is said in passing and carries nothing: single words, and phrases with commas between them."""

WORDS = """
the a an our your their this that is are was were be been being am do does did done doing
have has had having will would can could should shall may might must what how much many we us
here of in on for to at with from as about into regarding concerning during throughout
show give get got tell see want need like know let list display find look looks looking pull view present
provide calculate compute please thanks thank you hi hello hey dear okay so well just also really only
currently go going went take takes took taken taking make made making happen happened happening
total overall altogether whole entire company firm agency wide organization business company's
money amount quantity number sum level any some information info detail basis yet already
gone goes get gets getting come comes came bring brings brought bringing either 's 're 've 'm 'd 'll
"""

PHRASES = """
i was wondering, i am wondering, i'm wondering, i'd love to know, i would love to know, i'd love to see, i'm
interested in, i am interested in, i'm curious about, i am curious about, i was asked for, i want to know, i
would like to know, i would like to see, i want to see, i need to know, i need to see, i need, i want, i'd
like to see, i'd like to know, i'd like, i would like, can i see, can i have, could i see, could i have, may
i see, may i have, i wonder, i am looking for, i'm looking for, do i see, can i get, could i get, show me,
give me, tell me, let me know, let me see, get me, find me, list me, help me, please show, in total, all
together, as a whole, as a company, as a team, as an agency, the whole team, the entire team, our team, the
team, as of, in terms of, when it comes to, quick question, by the way, at all, all of us, all in all, per
cent of us, we all, who we have, number of, amount of, a list of, the list of, do you know, do we have, is
there, are there, was there, were there, have there been, has there been, will there be, does it look, do they
look, is it true that, right, good morning, good afternoon, good evening, out of curiosity, on our books, on the
books, out there, to be handed over, look like, looks like, going to be, or in any period, in any period, or any
period, any period, in a period, for a period, over a period, for any period, in a given period, for a given
period, in the period, how much are they worth, what are they worth, and how much they are worth, worth,
generated, comes from, come from, came from, coming from, is coming from, and say,
also say, anything, based on the latest status, based on the latest data,
based on latest data, according to the latest data, according to the latest status, as per the latest
status, by the latest status, assigned, quietly, actually, roughly, approximately, in the end, if any, if at
all, so i know, always, fyi, asap, real quick, for me please, do you have, have you got, do you think,
doing on, we look at, looking at, one more, what would be, of ours, anywhere, thanks a lot, a lot, lots,
whether, would you be so kind as to, be so kind as to, be so kind, if that is possible, if that's possible,
if possible, if you can, if you could, if you do not mind, if you don't mind, if it is not too much trouble,
pull together, put together, together, sorry to bother you, sorry, quickly, quick, check, cheers, any chance,
is there any chance, you can give me, could you, it would be great to see, it would be great, great, nice,
in advance, thanks in advance, thank you in advance, hi there, hello there, hey there, for me, still,
i just want to, i just wanted to, i want to check, wondering, happen to know, at your earliest convenience,
would it be possible to, tell me if, know if, see if, check if, wonder if, is it possible to, possible to, how
far are we below, how far are we above, how far are we from, how far away are we from, how far below, how far
above, how far off, each of them, all of them, at this time, in detail, bad, mainly, basically, rather, shaping
up, holding up, please can i, stand, stands, standing, situation, state of play, into account, where do we stand,
next to it, beside it, next to them,
as one number, as a single number, in one number, in a single number, as one figure, as a single figure,
as a single total, as one total,
date range, date range :, dates :, period :, time period :, reporting period :, time range :, time frame :,
timeframe :,
in harvest, from harvest, in float, from float, in toggl, from toggl, in clockify, from clockify, in everhour,
in runn, in kimai, in xero, from xero, in quickbooks, from quickbooks, in hubspot, from hubspot, in pipedrive
"""
