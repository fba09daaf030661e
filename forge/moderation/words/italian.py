"""Italian words."""

from __future__ import annotations

from .vocabulary import Words

ITALIAN = Words(
    minors="""
bambino, bambina, bambini, bambine, bimba, bimbi, bimbe, ragazzino, ragazzina, ragazzini,
ragazzine, minorenne, minorenni, adolescenti, neonato, neonata, neonati, scolara, scolaro,
liceale, liceali, fanciulla, fanciullo, fanciulle, fanciulli, sorellina, fratellino, infantile,
infantili, uniforme scolastica,
non e maggiorenne, non ancora maggiorenne, prima media, seconda media, terza media, scuola media,
scuole medie, scuola elementare, scolaretta, scolarette,
marmocchia, marmocchio, piccina, piccino, denti da latte, prima comunione, ragazzetta, ragazzetto,
fanciullina, adolescente,
puberta
""",
    minors_named="pedopornografia, pedopornografico, pornografia minorile, porno minorile",
    violence="""
stupro, stupri, stupra, stuprare, stuprata, stuprate, stuprato, stuprando, stupratore,
stupratori, violenza sessuale, violentata, violentata sessualmente, violentare una donna,
violenta una donna, violentando una donna, abuso sessuale, abusi sessuali, sesso forzato,
schiava sessuale
""",
    bestiality="zoofilia, zoofilo, bestialita sessuale, sesso con animali, sesso con un animale",
    coercion="""
contro la sua volonta, con la forza, costretta, costretto, priva di sensi, senza consenso, drogata,
mentre dorme, mentre dormiva, dice di no, urla di no, senza il suo consenso, contro il suo volere,
lo supplica di smettere, indifesa
""",
    animals="""
cane, cani, cavallo, cavalli, asino, capra, pecora, mucca, toro, maiale, animale, animali
""",
    acts="""
facendo sesso, facendo l amore, scopando > abbracciandosi
fare sesso, fare l amore, scopare, fottere > abbracciarsi
fanno sesso, fanno l amore, scopano > si abbracciano
fa sesso, fa l amore, scopa una > abbraccia
sesso, sesso orale, sesso anale, rapporto sessuale, rapporti sessuali > romanticismo
pompino, pompini > abbraccio
coppia che scopa, che scopa con, che si scopa, se la scopa, scopa con lei, scopa con lui > abbraccia
""",
    explicit="""
nuda, svestita, spogliata, seminuda > vestita
svestito, spogliato, seminudo, uomo nudo, corpo nudo, completamente nudo, ragazzo nudo > vestito
tutto nudo, mezzo nudo, nudo sul letto > vestito
svestite, spogliate, seminude > vestite
nudi, svestiti, spogliati, seminudi > vestiti
senza vestiti, senza abiti, senza mutande, senza mutandine, senza reggiseno > in abiti informali
si spoglia, spogliandosi, spogliarsi, togliendosi i vestiti, si toglie i vestiti > si prepara
nudita, nudo integrale, nudo frontale > eleganza
capezzolo, capezzoli > mani
tette, seno nudo, seni nudi, tettone > occhi luminosi
pene eretto, cazzo duro, il suo cazzo, il suo pene, erezione, vagina, clitoride > sorriso
genitali > sorriso
culo nudo, gambe aperte, gambe spalancate > jeans
orgasmo > momento felice
orgasmi, eiacul* > gioia
masturb*, si masturba > si rilassa
sperma, sborra, sborrata > luce
porno, pornografia, pornografico, pornografica, erotico, sessuale, sessuali > romantico
sessualmente > romantico
erotica > romantica
erotici > romantici
erotiche > romantiche
orgia > festa
puttana, puttane, troia, troie > donna
scena di sesso, scene di sesso > scena romantica
film porno, video porno > film romantico
come mamma l ha fatta, come mamma l ha fatto, come mamma li ha fatti > in abiti informali
nuda integrale, tutta nuda > vestita
""",
    ambiguous="",
    kitchen="",
    suggestive="""
sensuale, sensuali, seducente, perizoma, mutandine, provocante, intimo trasparente, autoreggenti,
reggicalze, calze a rete, lingerie, geme, gemendo, verginita, sensualita, reggiseno, vestaglia
trasparente, sensualmente, ammiccante, lussuria, in intimo
""",
    innocent="""
occhio nudo, a occhio nudo, piedi nudi, mani nude, a mani nude, braccia nude, spalle nude,
messa a nudo, mettere a nudo, nuda verita, educazione sessuale, salute sessuale,
orientamento sessuale, stesso sesso, sesso opposto, sesso del bambino, sesso femminile,
sesso maschile, contro la violenza sessuale, contro lo stupro, cime di rape, rape rosse,
zuppa di rape, guerra di troia, cavallo di troia, elena di troia, citta di troia
""",
    clause="tutti vestiti, visti dalla vita in su",
    common="""
ai anche che chi ci cosa da dal davanti dei del della di e ed gli ho il io la lei lo lui ma mi
nel l nella noi non per piu poi qua quel sei si sono sta sto su sul sulla tra tu un una va vi
voi
""",
)
