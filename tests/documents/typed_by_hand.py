"""What an account manager may type into a client's summary: sentences that no client may read, and ordinary ones.

The house of these sentences employs the people below and works for the clients below; Ana and Zoë may be called.
"""

FORBIDDEN_SENTENCES = """
The margin is thin this month.
Our margin has dropped.
We burned far more hours than sold.
We put in more time than was sold.
It went over the fee.
The profit on this project is small.
This is not profitable for us.
Our costs were higher than expected.
Nina is on it.
Nina's design is done.
We asked Will to help.
Mark will finish the design.
May Adebayo takes over.
Ask Grace about it.
Jo has left.
The work cost us a lot.
We wrote off some hours.
Unbilled hours are not shown.
The internal rate is lower.
Team utilization is high.
Utilization of our designers was low.
She is on sick leave.
Élodie was on vacation.
We also work for Northwind.
As with Lumen Bank, we start soon.
Another client came first.
It is in our pipeline.
We are over-servicing you.
This overran badly.
The salary of the designer went up.
Unapproved hours are left out.
Our hourly cost has risen.
Shutterhouse delivered the photos.
It was done at our own expense.
We lost money on this.
Unsere Marge ist dünn.
Der Gewinn war klein.
Der Deckungsbeitrag sinkt.
Unsere Kosten sind gestiegen.
Nina ist krank.
Frau Koch übernimmt.
Er ist im Urlaub.
Wir haben mehr Stunden als verkauft gebraucht.
Die Auslastung des Teams ist hoch.
Ein anderer Kunde ging vor.
Der interne Stundensatz steigt.
Das Gehalt wurde erhöht.
Wir haben Stunden abgeschrieben.
Das kostet uns viel.
nina has looked at it.
Öhlinger prüft das.
We exceeded the hours.
Alpenrose asked for the same.
He is ill.
We made a loss on this project.
The project is over budget.
Margins are down.
It was unprofitable.
Frank told us so.
With Rose we agreed a date.
Just so you know, our margins on this one are razor thin.
We have spent twice the hours we planned for this feature.
We invested quite some unpaid time here.
Honestly, we are making a loss with the retainer.
Our developer Nina picked up the ticket yesterday.
Please send the texts to Will.
Thanks to Mark for the prototype.
Grace will present the results.
The freelancer's rate is higher than ours.
We had to write off part of the work.
This project eats into our profit.
The overrun is on us.
We swallowed the extra hours.
Two of our designers were sick.
Our project lead is on parental leave.
We had to pull people off for Lumen.
A bigger customer took priority.
Our team is fully booked until December.
Staff costs went up in September.
The gross margin of the project is low.
Rose from our team will call you.
The hours ran over, but you pay the agreed fee only.
We have used more hours than the fee covers.
The fixed fee did not cover the effort.
We hope to upsell the maintenance plan.
Shutterhouse sent their invoice.
The budget in hours is exceeded.
Will's holiday delayed the design.
Because May is ill, the test moves.
Salaries are due.
Unsere Marge liegt bei wenig.
Wir zahlen bei diesem Projekt drauf.
Das Projekt ist für uns nicht rentabel.
Nina war leider krank.
Unser Entwickler Mark übernimmt.
Der Aufwand lag über dem Festpreis.
Wir haben deutlich mehr Stunden gebraucht als geplant.
Die Personalkosten sind gestiegen.
Ein größerer Kunde hat Vorrang.
Herr Stein ist in Karenz.
Wir schreiben die Stunden ab.
Die internen Kosten sind hoch.
Ihr Projekt ist für uns ein Verlustgeschäft.
The effort was higher than the fee.
You pay less than it costs us.
Bill asked about it.
Élodie and Frank were at the workshop.
Nina's last day is Friday.
We do not earn anything with it.
It was more work than we were paid for.
Between us: this job loses money.
Our profitability has suffered.
We needed a lot more hours for the checkout than we had sold you.
The team worked overtime without charging it.
Ask Nina if the fonts are licensed.
We moved Mark to your project.
You will meet Grace on Thursday.
Our day rate internally is lower.
The sick leave of our designer cost a week.
Nobody was available because of holidays and illness.
We gave priority to Northwind.
Lumen needs us as well.
The contribution margin is negative.
The freelancer we hired is slow.
The real cost of this work is above what you pay.
We ran out of the hours in the fixed price.
We will not bill the extra hours.
The internal budget is exhausted.
We are hoping to win more business from you.
Frank from finance asks for payment.
Developers are at full utilization.
This month the hours were not yet approved internally.
Jo has resigned.
We hired two people because the team was overloaded.
Staff wages rose.
Wir machen mit dem Projekt Verlust.
Die Rentabilität leidet.
Unser Aufwand übersteigt das vereinbarte Honorar.
Bitte wenden Sie sich an Nina.
Rose ist nicht mehr bei uns.
Wegen Krankheit im Team kam es zu Verzögerungen.
Der Freelancer ist teurer geworden.
Die Stunden wurden noch nicht freigegeben.
Wir mussten wegen eines anderen Kunden umplanen.
Der Stundensatz, den wir intern rechnen, ist höher.
Northwind war zufrieden.
Die Mehrstunden tragen wir selbst.
Unser Gewinn schrumpft.
Die Kolleginnen sind überlastet.
Das Projekt hat sich für uns nicht gerechnet.
Our margin suffers from the late changes.
We have put 30 % more effort into it than agreed.
Nina and Mark did a great job.
The developer, Will, will be there.
We spent much longer on it than the fee allows.
It costs us more than you pay.
Our senior designer is on maternity leave.
Nina is off until Monday.
The hours beyond the agreed fee are ours.
Please understand that Northwind is more urgent.
We cannot make any profit here.
Time not yet approved is missing from this.
The internal hourly rate for design is up.
Grace quit last week.
We hope you sign the next project soon so that our pipeline fills.
We gave you a discount because of our mistakes and wrote the rest off.
May will visit you on Tuesday.
Der Deckungsbeitrag des Projekts ist gering.
Unsere Selbstkosten liegen höher.
Mark hat gekündigt.
Wir haben viele Stunden nicht verrechnet.
Die Entwicklerin ist krank geworden.
Der Gewinn aus dem Projekt ist klein.
Für Alpenrose machen wir dasselbe.
Unsere Leute sind voll ausgelastet.
Wir haben die Stunden überschritten.
Frau Öhlinger übernimmt die Leitung.
"""

ORDINARY_SENTENCES = """
May we go ahead with {title}? It is {amount}.
Will you decide by Friday?
We will mark the date in your calendar.
The launch is in May.
We start in May and end in June.
By May {day} all is done.
The May release is ready.
Mark your calendars for the launch.
Please mark what you like.
This may take a while.
It costs {amount}.
The cost of the campaign is {amount}.
There is no extra cost for you.
We fixed the margins on mobile pages.
The margin of error is small.
Your margin will improve with the new shop.
This helps your profit.
Users profit from the new search.
A non-profit organisation joined.
The Margin calculator is live.
Ana Kovač is your contact.
Ana will call you.
{name} has used {used} of the {total} agreed.
The hours agreed are used up.
We hope to hear from you.
With grace and patience we got there.
Rose colours are in the palette.
The bill is on its way.
Let us be frank about the date.
The young audience liked it.
The page loads fast.
The Page loads fast.
The client area is ready.
Your team was a great help.
The holiday campaign is live.
We are closed over the holidays.
The content is complete.
The Christmas holiday season starts soon.
Your customers like it.
We need texts for the shop.
The next step is the test.
We look forward to the release.
The budget of {name} is used up; we would like to agree how to go on.
The retainer has {balance} left.
Budget used is {share}.
Your other brands follow in autumn.
Thank you for the good work on {name}.
The price is fixed.
The fee is {amount}.
The agreed fee stands.
The draft waits for your approval.
We are on track.
The rate of conversion rose.
Your hourly rate is unchanged.
An invoice was sent.
The test found no errors.
The server was down for an hour.
The summer campaign begins.
Summer is the best season for it.
In Summer we launch.
Spring is near.
The art direction is agreed.
Will the texts be ready?
May is a good month for the launch.
The sky is the limit.
The hall is booked.
Cross-browser tests are done.
You own the rights.
Wir freuen uns auf den Start im Mai.
Bitte entscheiden Sie bis Freitag.
Der Koch im Video gefällt.
Die Kosten der Anzeigen trägt Ihr Budget.
Es entstehen keine weiteren Kosten.
Ihr Gewinn steigt.
Das Gewinnspiel ist online.
Das ist ein Gewinn für alle.
Die Seite ist fertig.
Der Sommer wird heiß.
Ernst gemeinte Vorschläge sind willkommen.
Im Ernst, das gefällt uns.
Die Stunden sind verbraucht.
Das Kontingent ist aufgebraucht.
Die Freigabe liegt bei Ihnen.
Der Stein auf dem Bild gefällt.
Ihre Kunden sehen das neue Portal.
Die Mark wird gestärkt.
Der junge Auftritt gefällt.
Wir stimmen einen neuen Termin ab.
Die Urlaubskampagne läuft.
Das Team freut sich.
Die Krankenkasse hat zugesagt.
We lost a week because the texts came late.
The work took longer than planned.
The project is late.
Frost is the new colour.
The King of the page is the logo.
West side photos are in.
Design, build and test are done.
We await your wishes for the Green theme.
Your profit and loss report loads faster now.
Many thanks for the quick feedback on the drafts.
The new home page went live and works on every phone.
We suggest moving the workshop to the first week of June.
Could you send us the final logo, please?
Will it be possible to test with real customers?
May I ask for your decision on {title}?
We have mark-up ready for the templates.
The accessibility audit is finished.
We expect the release to go live as planned.
Your budget for {name} is used up.
Please tell us whether the retainer should go on.
The extra pages are covered by the change request.
Additional work is charged by the hour, as agreed.
The hours of {name} are used up; shall we go on?
The photos will be delivered by your studio.
The margin notes in the PDF are now readable.
Increase in sales: the campaign did well.
Your team can now edit texts themselves.
The price list is up to date.
Costs for fonts are included.
The hosting cost stays the same.
There will be no additional cost.
The agreed price covers all of it.
The search finds what people look for.
Our team enjoyed the workshop with you.
We are happy to join your summer party.
The new colours are warm: rose, olive and gold.
Spring cleaning of old pages is done.
The king size banner is ready.
The bank details on the invoice are new.
Please open an account for the test.
The French version follows in August.
English texts are ready; German ones follow.
In case of questions, call us.
A frank word: we need the texts soon.
The sales page is live.
The pipeline for deployments is set up.
We plan to go live in late May or early June.
The rate limit of the API is higher now.
An error rate this low is good.
The loss of data was prevented.
Your profits grow with the shop.
The holiday opening hours are on the page.
Sick notes can now be handed in online.
The leave request form is ready for your staff.
Utilisation of your storage is shown.
All other pages follow next month.
The other agency of yours has sent the files.
We value your trust.
It was a pleasure to work with you.
Let us know what you think.
The young designers from your team did well.
Good news: the launch went well.
The work is in hand.
Best wishes from all of us.
Der Start ist für Mai geplant.
Vielen Dank für das gute Gespräch.
Bitte geben Sie uns die Texte bis Ende Juni.
Wir liegen im Plan.
Die Zusatzkosten haben Sie freigegeben.
Der Preis bleibt gleich.
Ihre Mitarbeiter können das Portal nutzen.
Die Auslastung der Server ist gering.
Das Budget ist ausgeschöpft, wie geht es weiter?
Der Gewinner des Wettbewerbs steht fest.
Im Winter ist Wartung.
Die Bilder vom Berg gefallen uns.
Der Hirsch im Logo ist neu gezeichnet.
Die Kosten für Schriften sind enthalten.
Wir würden uns über Ihre Rückmeldung freuen.
Kein Kunde Ihrer Filiale muss warten.
Die anderen Seiten folgen.
Das Weiß ist nun wärmer.
Die Bauer-Seite ist fertig.
The first tests with users were encouraging.
We propose to start the second phase in September.
Please sign the change request so that we can start.
The logo has been redrawn for small screens.
Newsletters now open correctly in all mail programs.
We recommend to extend the retainer.
The texts for the start page are still missing.
The images take too long to load; we are looking into it.
Your colleagues joined the training.
A short film shows the new building.
The shop now takes cards from every bank.
We may need one more round of feedback.
The plan for June stands.
You can reach us by phone.
As soon as the contract is signed we start.
The contact form works again.
We are waiting for the access data.
What is left of the budget goes into the search.
Most pages have been translated.
The survey among your customers is done.
Thank you for paying so promptly.
The next invoice comes at the end of the month.
Some browsers showed the wrong price.
We added a cost overview to the dashboard.
The tax rate on the invoice is corrected.
The workshop is on the first floor, black door.
The park looks lovely in the video.
We fixed what you reported.
The brief is clear.
In the long run this saves you money.
The white version of the logo is approved.
The field for the surname is optional.
This gives you room for growth.
A little patience is needed.
Hunting for the bug took a day.
The shop made good progress.
Most of the risk is gone.
The power of the brand shows.
The team page is live.
It is easy to use.
Die ersten Entwürfe liegen bei Ihnen.
Wir bitten um Freigabe bis Montag.
Der Newsletter wurde verschickt.
Die Anmeldung funktioniert wieder.
Für die Bilder brauchen wir Ihre Zustimmung.
Im nächsten Schritt testen wir mit Kundinnen.
Das Angebot für die zweite Phase liegt vor.
Die Rechnung kommt Ende des Monats.
Die Farben sind kräftiger.
Die Schrift ist lesbarer.
Der Start verschiebt sich um eine Woche.
Alle Seiten sind übersetzt.
Die Wartung läuft in der Nacht.
Das Video zeigt den Park im Frühling.
Die Kleinen freuen sich über das Spiel.
Ihre Hinweise sind eingearbeitet.
Der Wechsel des Anbieters ist abgeschlossen.
Die Barrierefreiheit ist geprüft.
Der König im Märchenfilm ist neu gezeichnet.
Es geht gut voran.
We have started with the second round of drafts.
All texts are in and proofread.
The redesign is in line with your brand.
Please let us have your comments by Friday.
The gallery opens faster than before.
Rob's feedback from your side is built in.
We changed the order of the menu, as you wished.
The budget for the pilot is agreed.
Anything beyond the pilot needs a new agreement.
The next milestone is near.
We will send the contract today.
The map shows all your branches.
The voucher codes work.
There were more sign-ups than expected.
The event page has been viewed often.
Prices in the shop include tax.
We need a decision on the domain.
The bishop's visit is on the page.
Ward and patient pages are separated.
A long summer of work is behind us.
It took a little longer because the interface was down.
Cookies are only set after consent.
We appreciate your patience.
The winner of the quiz gets a prize.
May all your guests enjoy the new site.
Wir haben die zweite Runde der Entwürfe begonnen.
Bitte schicken Sie uns die Freigabe.
Die Termine stehen.
Der Aufwand für die Übersetzung ist enthalten.
Das Budget reicht bis zum Jahresende.
Die Kollegen aus Ihrem Haus waren dabei.
Der Preis für die Lizenz ist gleich geblieben.
Wir melden uns nächste Woche.
Die Texte fehlen noch.
Der Vogel im Logo ist nun blau.
Im Sommer geht es weiter.
"""
