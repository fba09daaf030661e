"""French words."""

from __future__ import annotations

from .vocabulary import Words

FRENCH = Words(
    minors="""
enfant, enfants, enfantin, enfantine, gamin, gamine, gamins, gamines, gosse, gosses, fillette,
fillettes, garconnet, garconnets, petite fille, petites filles, petit garcon, petits garcons,
jeune fille, jeunes filles, jeune garcon, jeunes garcons, ado, ados, adolescent, adolescente,
adolescents, adolescentes, mineur, mineure, mineurs, mineures, bebe, bebes, lyceen, lyceenne,
lyceens, lyceennes, collegien, collegienne, collegiens, collegiennes, ecolier, ecoliere,
ecoliers, ecolieres, bambin, bambins, bambine, nourrisson, nourrissons, nouveau ne, prepubere,
impubere, pubere, petite soeur, petit frere, maternelle, ecole primaire, uniforme scolaire,
preado, preados, preadolescente, preadolescent, petite enfant, minette de college, nymphette,
nymphettes, lolita, lolitas, marmot, marmots, pitchoune,
pas majeure, pas majeur, pas encore majeure, pas encore majeur, sous l age legal, eleve de sixieme,
eleve de cinquieme, eleve de quatrieme, eleve de troisieme, en classe de sixieme,
en classe de cinquieme, en classe de quatrieme, en classe de troisieme,
mome, momes, mioche, mioches, minot, minots, en primaire, au primaire, au lycee, ecole
elementaire, en maternelle, dents de lait, premiere communion,
au college, en college,
puberte
""",
    minors_named="""
pedoporno*, pedopornograph*, pedophil*, pornographie enfantine, porno enfantin, pedocriminel*,
pornographie infantile, porno enfant, pedo
""",
    violence="""
viol, viols, violeur, violeurs, violee, violees, viole une femme, viole la femme, viole une,
violer une femme, violer une, violer la femme, violer cette, violant une, violent une femme,
se fait violer, la violer, le violer, me violer, te violer, elle est violee,
agression sexuelle, agressions sexuelles, agresse sexuellement, agressee sexuellement,
abus sexuel, abus sexuels, abuse sexuellement, abusee sexuellement, abuser sexuellement,
violence sexuelle, violences sexuelles, sexe force, sexe sans consentement, rapport force,
rapports forces, forcee a coucher, forcee a se deshabiller, forcee a faire l amour,
obligee a coucher, obligee a se deshabiller, obligee de se deshabiller, esclave sexuelle,
esclaves sexuelles, esclave sexuel, attouchements,
il la viole, il le viole, il les viole, ils la violent, ils le violent, elle le viole, on la viole,
qui la viole, qui le viole, la violent, l a violee, l ont violee, se font violer
""",
    bestiality="""
zoophil*, bestialite sexuelle, sexe avec un animal, sexe avec des animaux, sexe avec animaux,
porno animal, porno zoo, bestialite
""",
    coercion="""
de force, par la force, contre sa volonte, contre son gre, sans son consentement,
sans consentement, forcee, forcees, droguee, inconsciente, inconscient, evanouie, sequestree,
kidnappee, obligee,
sans son accord, sans leur accord, sans l accord de, pendant qu elle dort, pendant son sommeil,
elle dit non, il dit non, elle crie non, malgre ses cris, elle supplie, avec un chien couche,
couche avec un chien, couche avec son chien, couche avec un cheval, couche avec un animal
""",
    animals="""
chien, chiens, chienne, cheval, chevaux, jument, ane, chevre, chevres, mouton, moutons, vache,
taureau, cochon, cochons, animal, animaux, loup, singe, chat, poney
""",
    acts="""
faisant l amour, en train de faire l amour, couchant ensemble, baisant > s'enla\u00e7ant
en train de baiser, en train de se baiser, niquant > s'enla\u00e7ant
faire l amour, coucher ensemble nus > s'enlacer
font l amour, faisons l amour, se baisent, la baise, se font baiser > s'enlacent
fait l amour, fait l amour a, penetre une femme, penetrant une femme, se fait penetrer > enlace
penetration anale, penetration vaginale > enlace
baiser sauvagement, se faire baiser, se fait baiser, baiser ensemble, baise moi > enlacer
baise la, baise une, baise sa > enlacer
sexe, sexe oral, sexe anal, rapport sexuel, rapports sexuels, relation sexuelle > romance
relations sexuelles, acte sexuel > romance
fellation, fellations > \u00e9treinte
pipe profonde, taille une pipe, tailler une pipe, suce sa bite, sucer sa bite > c\u00e2lin
suce sa queue, suce une bite, sucer une bite, cunnilingus, sodomie, sodomiser > c\u00e2lin
sodomise, branlette, branlettes > c\u00e2lin
qui baise, qui baisent, il la baise, il baise, les baise > enlace
""",
    explicit="""
nue, toute nue, a moitie nue, completement nue, entierement nue, denudee > habill\u00e9e
devetue, deshabillee, seins nus, a poil, poitrine nue > habill\u00e9e
nu, tout nu, a moitie nu, completement nu, denude, devetu, deshabille > habill\u00e9
nues, toutes nues, denudees, devetues, deshabillees > habill\u00e9es
nus, tout nus, denudes, devetus, deshabilles > habill\u00e9s
sans vetements, sans aucun vetement, sans vetement > en tenue d\u00e9contract\u00e9e
sans culotte, sans soutien gorge, sans sous vetements > en tenue d\u00e9contract\u00e9e
en tenue d eve, en tenue d adam, topless > en tenue d\u00e9contract\u00e9e
se deshabillant, en train de se deshabiller, enlevant ses vetements > se pr\u00e9parant
retirant ses vetements, enlevant sa culotte, otant ses vetements > se pr\u00e9parant
se deshabiller, enlever ses vetements, deshabille toi > se pr\u00e9parer
se deshabille, enleve ses vetements, retire ses vetements > se pr\u00e9pare
nudite, nudite frontale, nudisme, nudiste, nudistes, photo de nu > \u00e9l\u00e9gance
photos de nu, nudes > \u00e9l\u00e9gance
plage nudiste, plage naturiste > plage
teton, tetons, mamelon, mamelons > mains
nichons, nibards, seins a l air, gros seins, seins enormes, ses seins > yeux brillants
gros nichons, lolos a l air, ses seins nus, les seins nus > yeux brillants
penis, sa bite, ma bite, ta bite, grosse bite, bites, bite dure, sa queue dure, zizi > sourire
verge en erection, en erection, erection, vagin, vagins, vulve, vulves, clitoris > sourire
chatte mouillee, sa chatte mouillee, sa chatte rasee, chatte rasee, foufoune > sourire
minou rase, parties genitales, genital, genitaux, parties intimes, lecher sa chatte > sourire
leche sa chatte, un sein nu, sein nu, seins denudes, penis en erection > sourire
cul nu, son cul, gros cul, fesses nues, fesses a l air, cul a l air, anus > jean
jambes ecartees, cuisses ecartees, ecartant les jambes, ecarte les cuisses > jean
orgasme > moment joyeux
orgasmes > moments joyeux
ejacul*, ejaculation > joie
se masturbant, masturbation, masturb*, se branlant, se caressant nue > se reposant
se masturbe, se branle > se repose
sperme, foutre > \u00e9clat
porno, pornographie, pornographique, pornographiques, pornos, xxx, film x, films x > romantique
scene x, hard porno, erotique, erotiques, erotisme, sexuellement explicite, sexuel > romantique
sexuelle, sexuels, sexuelles, lubrique > romantique
actrice porno, acteur porno, star du porno > vedette de cin\u00e9ma
scene porno, scene de sexe, video porno, videos porno, film porno > sc\u00e8ne romantique
films porno > sc\u00e8ne romantique
orgie, orgies, partouze, partouzes, gang bang, gangbang, plan a trois > f\u00eate
gode, godemichet, godes, vibromasseur, sextoy, sextoys, jouet sexuel > fleur
pute, putes, salope, salopes, putain nue > femme
en chaleur > joyeuse
dans le plus simple appareil, en costume d adam > en tenue d\u00e9contract\u00e9e
comme dieu l a faite, comme dieu l a fait > en tenue d\u00e9contract\u00e9e
""",
    ambiguous="""
seins > yeux
""",
    kitchen="""
poulet, dinde, canard, recette, recettes, roti, cancer, mammographie, allaitement, allaiter,
chirurgie, lait, depistage, equipe, entreprise, association, octobre rose, tumeur, medecin,
au four
""",
    suggestive="""
sexy, sensuel, sensuelle, sensuels, sensuelles, seductrice, lingerie, culotte, petite culotte,
soutien gorge, sous vetements, provocante, provocant, decollete, aguicheuse, porte jarretelles,
strip tease, striptease, fetichisme, prostituee, prostituees, luxure, tripote, tripotant,
en string, un string, son string,
nuisette, nuisettes, petite tenue, bas resille, porte jarretelle, guepiere, sous vetement, gemit,
gemissant, virginite, depucel*, lascive, lascif, langoureuse, langoureux, voluptueuse, allumeuse,
sensualite, jarretelles, dentelle transparente
""",
    innocent="""
oeil nu, a l oeil nu, pieds nus, pied nu, mains nues, main nue, bras nus, tete nue,
epaules nues, jambes nues, verite nue, arbre nu, arbres nus, branches nues, mur nu, murs nus,
sol nu, mise a nu, mettre a nu, mise a nu de, couleur nude, teinte nude, rouge a levres nude,
vernis nude, escarpins nude, ton nude, tons nude, nu metal, propriete nue, nue propriete,
epee nue, lame nue, sans nudite, pas nu, pas nue, va nu pieds, nu pieds, portes aux nues,
tomber des nues, tombe des nues, dans les nues, education sexuelle, sante sexuelle,
orientation sexuelle, identite sexuelle, meme sexe, sexe feminin, sexe masculin, sexe du bebe,
le sexe du, sexe oppose, beau sexe, sexe faible, egalite des sexes, les deux sexes,
diversite sexuelle, reproduction sexuee, reproduction sexuelle, harcelement sexuel formation,
contre le viol, contre les violences sexuelles, contre la violence sexuelle, victimes de viol,
victimes de violences sexuelles, prevention des violences sexuelles,
prevention des agressions sexuelles, contre les agressions sexuelles, au sein de, au sein du,
au sein d, au sein des, au sein la, en son sein, en leur sein, cancer du sein,
cancer des seins, viol de la loi, viol du reglement, viol de domicile, viol de propriete,
viol du secret, viol de sepulture, en mineur, la mineur, re mineur, mi mineur, si mineur,
sol mineur, do mineur, fa mineur, mode mineur, gamme mineure, probleme mineur,
problemes mineurs, detail mineur, details mineurs, mineur de charbon, mineurs de charbon,
mineur de fond, mineurs de fond, mineur d or, asie mineure, blessure mineure,
blessures mineures, tonalite mineure, casque de mineur, lampe de mineur, mineurs au travail,
greve des mineurs, mineurs en greve, cul de sac, culs de sac, cul de bouteille, cul de poule,
bouteille cul, jeu d enfant, bonne enfant, bon enfant, jeu enfant, litterature enfantine,
livre pour enfants, chanson pour enfants, enfant interieur, langue maternelle, string quartet,
orgie de couleurs, cordes string, putain de, pute de, erection d un, erection d une,
erection de la, erection du, erection de, creme de penis, viole une loi, viole une regle,
viole une norme, violer une loi, violer une regle, violer une norme, violant une loi,
violant une regle, viole une clause, violer une clause, baise la main, baiser la main,
baise sa main, baise les mains
""",
    clause="tout le monde habill\u00e9, vu \u00e0 partir de la taille",
    common="""
au aux avec bas bon c car ce ces chez ci d dans des donc du elle et eux fin fois il ils j je
jour l la le les ma mais mal me mer mes mon n ne nez nom nos nu on ont ou par pas peu pis plus
pour qu quel qui roi rue s sa sans se ses sous sur ta te tes toi ton tot tous tout tu un une va
vie voi vos vu
""",
)
