"""German words; an umlaut is met without its dots and written out."""

from __future__ import annotations

from .vocabulary import Words

GERMAN = Words(
    minors="""
kinder, kindern, kindes, kindlich, kindliche, kindlicher, kindliches, kindlichen, kindchen,
kleinkind, kleinkinder, kleinkindern, schulkind, schulkinder, schulmadchen, schulmaedchen,
schuljunge, schuljungen, schulerin, schuelerin, schulerinnen, schuelerinnen, schuler, schueler,
grundschul*, kindergarten, kindergartenkind*, vorschul*, minderjahrig*, minderjaehrig*,
jugendliche, jugendlicher, jugendlichen, jugendliches, teenie, teenies, teenagerin,
teenagerinnen, teenagern, kleines madchen, kleines maedchen, kleine madchen, kleine maedchen,
kleinen madchen, kleinen maedchen, junges madchen, junges maedchen, junge madchen,
junge maedchen, jungen madchen, jungen maedchen, kleiner junge, kleinen jungen, kleine jungen,
saugling, sauglinge, saeugling, saeuglinge, baby, babys, neugeborene, neugeborenes,
halbwuchsige, halbwuchsiger, halbwuechsige, vorpubertar*, vorpubertaer*, pubertierende,
schuluniform, kleine schwester, kleiner bruder, kita, enkelin, enkelkind, enkelkinder, knirps,
gymnasiastin, gymnasiastinnen, gymnasiast, lolita, lolitas, ein kind, das kind, dem kind,
mein kind, dieses kind, einem kind, kleines kind, kleine kind, kleinen kind, junges kind,
nacktes kind, nackte kind, nackten kind, kind nackt, kind ohne, kind sex, sexy kind, kind und,
kind im, kind am, kind beim, kind mit, jahriges kind, jaehriges kind, jahrige kind,
erstklassler*, zweitklassler*, drittklassler*, viertklassler*, funftklassler*, sechstklassler*,
siebtklassler*, achtklassler*, neuntklassler*, zehntklassler*, erstklaessler*, zweitklaessler*,
drittklaessler*, viertklaessler*, fuenftklaessler*, sechstklaessler*, siebtklaessler*,
achtklaessler*, neuntklaessler*, zehntklaessler*, noch nicht volljahrig, noch nicht volljaehrig,
nicht volljahrig, nicht volljaehrig, unter achtzehn, unter 18, noch keine achtzehn,
noch keine 18,
milchzahne, milchzaehne, goere, goeren, knabe, knaben, bubchen, buebchen, kommunionkind,
halbwuchsige*, halbwuchsiges, halbwuechsiges, minderjahriger, unmundig, unmuendig,
pubertat, pubertaet, realschulerin, realschuelerin, hauptschulerin, hauptschuelerin,
mittelschulerin, mittelschuelerin
""",
    minors_named="""
kinderporno*, kinderpornografie, kinderpornographie, padophil*, paedophil*, kindesmissbrauch,
kinderschander*, kinderschaender*, jugendporno*, kindersex, kinderfick*, padokriminell*
""",
    violence="""
vergewaltig*, sexuelle gewalt, sexuellen gewalt, sexueller gewalt, sexualisierte gewalt,
sexueller missbrauch, sexuellen missbrauch, sexueller ubergriff, sexueller uebergriff,
sexuell missbraucht, sexuell missbrauchen, sexuell missbrauchte, sexuell genotigt,
sexuell genoetigt, sexuelle notigung, sexuelle noetigung, erzwungener sex, zum sex gezwungen,
sex ohne einwilligung, zwingt sie zum sex, zwingt ihn zum sex, zwingt sie sich auszuziehen,
gezwungen sich auszuziehen, sexsklavin, sexsklavinnen, sexsklave, sexsklaven,
schandet die frau, schaendet die frau, sexuell belastigt, sexuell belaestigt
""",
    bestiality="""
zoophil*, sodomie mit tieren, sex mit tieren, sex mit einem tier, tiersex, tierporno*, sodomie
""",
    coercion="""
gezwungen, erzwungen, zwingt, gegen ihren willen, gegen seinen willen, ohne einwilligung,
ohne ihre einwilligung, ohne zustimmung, mit gewalt, bewusstlos, bewusstlose, bewusstlosen,
betaubt, betaeubt, unter drogen, unter drogen gesetzt, entfuhrte, entfuehrte, erpresst,
wahrend sie schlaft, waehrend sie schlaeft, im schlaf, sagt nein, schreit nein, fleht ihn an,
obwohl sie nicht will, ohne sie zu fragen, wehrlos, wehrlose, wehrlosen
""",
    animals="""
hund, hunde, hunden, hundes, pferd, pferde, pferden, hengst, stute, esel, ziege, ziegen, schaf,
schafen, kuh, bulle, schwein, schweinen, tier, tiere, tieren, wolf, affe, welpe, ruden, rueden
""",
    acts="""
beim sex, beim geschlechtsverkehr > beim Kuscheln
haben sex, sex haben, sex hat > kuscheln
hat sex > kuschelt
hatten sex, hatte sex > kuschelten
sex > Kuscheln
geschlechtsverkehr, geschlechtsakt, analsex, oralsex, gruppensex, sexualakt > Romantik
ficken, fickend, vogeln miteinander, bumsen, gefickt, durchgefickt, fickt sie, fickte > umarmen
poppen > umarmen
fickt, bumst, penetriert > umarmt
lieben sich nackt, schlafen nackt miteinander, liebe machen > umarmen sich
blasen ihm einen, blast ihm einen, blaest ihm einen, einen blasen > l\u00e4chelt
lutscht seinen schwanz, schwanz lutschen, lutscht schwanz, blowjob > l\u00e4chelt
sie ficken, miteinander ficken > sie kuscheln
""",
    explicit="""
nackt, splitternackt, splitterfasernackt, halbnackt, unbekleidet, entbloesst > angezogen
entblosst, textilfrei, hullenlos, huellenlos > angezogen
nackte, splitternackte, halbnackte, unbekleidete, entblosste, entbloesste > angezogene
nackter, splitternackter, halbnackter, unbekleideter > angezogener
nackten, splitternackten, halbnackten, unbekleideten > angezogenen
nacktes, splitternacktes, halbnacktes, unbekleidetes > angezogenes
nacktem > angezogenem
ohne kleidung, ohne kleider, ohne klamotten, ohne unterwasche > in Alltagskleidung
ohne unterwaesche, ohne hoschen, ohne hoeschen, ohne bh, oben ohne > in Alltagskleidung
unten ohne, im evaskostum, im evaskostuem, im adamskostum, topless > in Alltagskleidung
nur im slip, nur in unterwasche, nur in unterwaesche > in Alltagskleidung
zieht sich aus, ziehen sich aus, zieht sich nackt aus, strippt, strippen > macht sich fertig
entkleidet sich > macht sich fertig
sich ausziehen, beim ausziehen, zieh dich aus, sich entkleiden > sich fertig machen
nacktheit, nacktbild, nacktbilder, nacktfoto, nacktfotos, nacktaufnahme > Portr\u00e4t
nacktaufnahmen, aktfoto, aktfotos, aktbild, aktbilder, nudes, nacktszene > Portr\u00e4t
nacktszenen, nacktmodell, nacktmodel > Portr\u00e4t
nacktbaden, nacktbadestrand, nacktstrand, fkk strand, fkk > Strand
brustwarze, brustwarzen, nippel > H\u00e4nde
titten, nackte bruste, nackte brueste, grosse bruste, grosse brueste, ihre bruste > helle Augen
ihre brueste, moepse, mopse zeigen, dicke titten, pralle bruste > helle Augen
penis, penisse, steifer schwanz, harter schwanz, seinen harten schwanz, pimmel > Blick
steifer penis, erigierter penis > Blick
schwanz lutschen, erektion, sein steifer schwanz, vaginas, moese, kitzler > L\u00e4cheln
klitoris, schamlippen, schamhaare, genitalien, geschlechtsteile, geschlechtsteil > L\u00e4cheln
intimbereich > L\u00e4cheln
vagina, vulva, muschi, fotze, fotzen, nasse muschi > Miene
nackter arsch, nackter hintern, nackter po, arschloch zeigen, gespreizte beine > Jeans
gespreizten beinen, beine breit, spreizt die beine, spreizt ihre beine, nackten hintern > Jeans
nackten arsch > Jeans
orgasmus, orgasmen > Moment der Freude
ejakul*, kommt zum hohepunkt > Freude
masturb*, selbstbefriedigung, befriedigt sich selbst, wichst, wichsen > entspannt
sich selbst befriedigen, onanier* > entspannt
sperma, abspritzen, spritzt ab, ficksahne > Glanz
porno, pornos, pornografie, pornographie, pornografisch, pornografische > romantisch
pornographisch, pornographische, xxx, erotisch, sexuell, sexuelle, sexueller > romantisch
sexuelles, sexuellen, sexuell explizit > romantisch
pornostar, pornostars, pornodarsteller*, pornoszene > Filmstar
sexszene, sexszenen, sexfilm, sexfilme, sexvideo, sexvideos, pornofilm > romantische Szene
pornofilme, pornovideo > romantische Szene
erotische, erotischen, erotik > romantische
erotischer > romantischer
erotisches > romantisches
orgie, orgien, gangbang, dreier im bett, flotter dreier, swingerparty > Feier
dildo, dildos, vibrator, sexspielzeug, sextoy > Blume
hure, huren, schlampe, schlampen, nutte, nutten > Frau
notgeil > fr\u00f6hlich
masturbiert, onaniert > entspannt sich
deine mose, ihre mose, meine mose, feuchte mose, nasse mose > L\u00e4cheln
wie gott sie schuf, wie gott ihn schuf, wie gott sie geschaffen hat > in Alltagskleidung
nippeln > H\u00e4nden
""",
    ambiguous="""
bruste, brueste > Augen
""",
    kitchen="""
huhn, hahnchen, haehnchen, pute, ente, rezept, rezepte, braten, gebraten, ofen, krebs,
mammographie, mammografie, stillen, stillend, operation, milch, untersuchung, vorsorge, grill
""",
    suggestive="""
sexy, sinnlich, sinnliche, verfuhrerisch, verfuhrerische, verfuehrerisch, verfuehrerische,
dessous, reizwasche, reizwaesche, tanga, tangas, hoschen, hoeschen, bh, unterwasche,
unterwaesche, strapse, aufreizend, aufreizende, lasziv, lasziven, laszive, ausschnitt tief,
striptease, fetisch, prostituierte, befummelt, begrapscht, im slip,
netzstrumpfe, netzstruempfe, netzstrumpfen, netzstruempfen, strumpfhalter, neglige, stohnt,
stoehnt, stohnend, stoehnend, jungfraulichkeit, jungfraeulichkeit, entjungfer*, erregt sie,
erotisierend, strumpfbander, strumpfbaender, lustern, luestern, sinnlicher, sinnlichen, sinnliches,
strapsen
""",
    innocent="""
nackte wahrheit, nackten wahrheit, nackter wahrheit, nackte tatsachen, nackte zahlen,
nackten zahlen, nackte panik, nackte angst, nackte gewalt, nackter wahnsinn, nacktes uberleben,
nacktes ueberleben, nackte felsen, nackten felsen, nackter fels, nacktem auge, nackte wand,
nackte wande, nackte waende, nackten wanden, nackten waenden, nackten fussen, nackten fuessen,
nackte fusse, nackte fuesse, nackten schultern, nackte schultern, nackten armen, nackte arme,
nackte baume, nackte baeume, nackte aste, nackte aeste, nackter beton, nacktem beton,
nackte existenz, nackte leben, das nackte leben, nackten handen, nackten haenden, nicht nackt,
keine nacktheit, ohne nacktheit, nude ton, nude tone, nude farben, nude lippenstift,
nude nagellack, nude look, sexuelle gesundheit, sexuelle orientierung, sexuelle identitat,
sexuelle identitaet, sexuelle bildung, sexuelle vielfalt, sexuelle fortpflanzung,
sexueller orientierung, sexuellen orientierung, gegen sexuelle gewalt,
gegen sexualisierte gewalt, gegen vergewaltigung, opfer sexueller gewalt,
opfer von vergewaltigung, pravention sexueller gewalt, praevention sexueller gewalt,
hilfe bei vergewaltigung, pravention von sexuellem missbrauch, sex appeal, sex and the city,
sex pistols, kind von traurigkeit, kinder uberraschung, kinderbuch, menschenskind,
kind geblieben, kind des, inneres kind, innere kind, geburtstagskind, keine kinder, kein kind,
orgie der farben, baby blau, baby shower, baby bauch, sex der, hahnchen bruste,
sexuelle aufklarung, sexuelle aufklaerung
""",
    clause="alle bekleidet, von der H\u00fcfte aufw\u00e4rts zu sehen",
    common="""
ab aber alle als am an auf aus bei beim bin bis bist da das dem den denn der des die dir doch du
ein eine er es euch fur gar gib gut hat ich ihm ihn ihr ihre im in ins ist ja je kann kein mal
man mein mich mir mit nach nie noch nun nur ob oder ohne rat sah sei sein seit sich sie sind so
tag tor tot tun um und uns vom von vor war was weg wem wen wer wie wir wo zu zum zur zwei
""",
)
