"""Portuguese words."""

from __future__ import annotations

from .vocabulary import Words

PORTUGUESE = Words(
    minors="""
crianca, criancas, criancinha, criancinhas, menino, menina, meninos, meninas, menininho,
menininha, menininhas, menininhos, menor de idade, menores de idade, de menor, um menor,
uma menor, menores, adolescente, adolescentes, pre adolescente, pre adolescentes, bebe nu,
bebe nua, um bebe, uma bebe, o bebe, a bebe, bebes nus, os bebes, garotinho, garotinha,
garotinhos, garotinhas, moleque, moleques, mocinha, mocinhas, novinha, novinhas, novinho,
novinhos, colegial, colegiais, estudante do ensino medio, aluna do fundamental,
escola primaria, ensino fundamental, uniforme escolar, infantil, infantis, pre pubere,
impubere, puberes, recem nascido, recem nascida, filha pequena, filho pequeno, irmazinha,
irmaozinho, netinha, netinho, pirralha, pirralho, pirralhos, ninfeta, ninfetas, guri, guria,
gurizinho, jardim de infancia, miuda, miudo, miudos, miudas, lolita, lolitas,
nao e maior de idade, ainda nao e maior, menor de dezoito, primeira serie, segunda serie,
terceira serie, quarta serie, quinta serie, sexta serie, setima serie, oitava serie, nona serie,
primeiro ano do fundamental, quinto ano, sexto ano, setimo ano, oitavo ano, nono ano,
gurias, guris, pirralhas, dentes de leite, primeira comunhao, ensino medio,
ela e menor, ele e menor, ainda e menor, sou menor,
puberdade
""",
    minors_named="""
pornografia infantil, porno infantil, pedofil*, pornografia de menores, abuso infantil,
abuso de menores, abuso de criancas
""",
    violence="""
estupro, estupros, estupra, estupram, estuprar, estuprada, estuprado, estupradas, estuprando,
estuprou, estuprador, estupradores, estuprala, estupro coletivo, violada, violadas,
violar uma mulher, violar a mulher, violando uma mulher, violou uma mulher, violacao sexual,
violacao de uma mulher, abuso sexual, abusa sexualmente, abusar sexualmente,
abusada sexualmente, abusado sexualmente, abusando sexualmente, agressao sexual,
violencia sexual, sexo forcado, sexo a forca, sexo sem consentimento, forcada a fazer sexo,
forcada a tirar a roupa, forcada a ter sexo, obrigada a fazer sexo, obrigada a tirar a roupa,
obrigada a ter sexo, escrava sexual, escravas sexuais, escravo sexual, violador, violadores,
assedia sexualmente
""",
    bestiality="""
bestialidade, bestialismo, zoofil*, sexo com animais, sexo com um animal, sexo com animal,
porno animal, porno com animais
""",
    coercion="""
a forca, contra a vontade dela, contra a sua vontade, contra sua vontade, contra a vontade,
sem consentimento, sem o consentimento, forcada, forcado, drogada, drogado, inconsciente,
desmaiada, sequestrada, chantageada,
enquanto dorme, enquanto ela dorme, dormindo sem saber, diz que nao, diz nao, grita que nao,
sem ela querer, implora para parar, indefesa
""",
    animals="""
cachorro, cachorra, cachorros, cao, caes, cavalo, cavalos, egua, jumento, jegue, bode, ovelha,
vaca, touro, porco, porca, animal, animais, lobo, macaco, gato
""",
    acts="""
fazendo sexo, tendo relacoes sexuais, transando, fazendo amor > se abra\u00e7ando
fazer sexo, ter relacoes sexuais, transar, fazer amor, ter sexo > se abra\u00e7ar
fazem sexo, transam, fazem amor > se abra\u00e7am
faz sexo, transa com, faz amor > abra\u00e7a
fizeram sexo, transaram, fizeram amor, transou com, tiveram relacoes > se abra\u00e7aram
fodendo, trepando, comendo ela de quatro, metendo nela, fudendo, penetrando > abra\u00e7ando
penetrando ela > abra\u00e7ando
foder, fuder, trepar com, foda dura > abra\u00e7ar
fode, trepa com > abra\u00e7a
sexo, sexo oral, sexo anal, sexo selvagem, relacoes sexuais, relacao sexual > romance
boquete, boquetes, chupando o pau, chupando a rola, punheta, punhetas > abra\u00e7o
mamando no pau > abra\u00e7o
me fode, me foda, me come gostoso > me abra\u00e7a
fodemos > abra\u00e7amos
""",
    explicit="""
nua, nuazinha, peladinha, desnuda, despida, seminua > vestida
nu, desnudo, seminu > vestido
nuas, despidas, desnudas, seminuas > vestidas
nus, desnudos, seminus > vestidos
sem roupa, sem roupas, sem nada no corpo, sem calcinha, sem sutia > com roupas casuais
sem roupa nenhuma, sem roupa intima, de topless, topless, so de calcinha > com roupas casuais
tirando a roupa, tirando as roupas, tirando a calcinha, tirando o sutia > se arrumando
se despindo, despindo se > se arrumando
tirar a roupa, se despir, despir se, tire a roupa > se arrumar
tira a roupa, se despe, tira as roupas > se arruma
nudez, nudez frontal, nu frontal, nu artistico, nudes, manda nudes > eleg\u00e2ncia
nudismo, nudista, nudistas, praia de nudismo, praia nudista > praia
mamilo > bra\u00e7o
mamilos > bra\u00e7os
peitos, tetas, peitoes, peitos de fora, seios nus, seios de fora > olhos brilhantes
seios a mostra, seios grandes, peitinhos, seus seios, seios expostos > olhos brilhantes
penis, pau duro, pau pra fora, rola dura, piroca, pirocas, caralho duro, pica dura > sorriso
erecao, pinto duro, seu penis, meu pau, rola grande, clitoris, ppk, genitais, genital > sorriso
partes intimas, penis ereto, penis eretos > sorriso
vagina, vaginas, vulva, buceta, bucetas, xoxota, xota, xana, boceta, bocetas > express\u00e3o
bunda nua, bunda de fora, bunda pelada, bundao, pernas abertas > cal\u00e7a jeans
de pernas abertas, de quatro pelada, cu arrombado, cuzinho > cal\u00e7a jeans
orgasmo > momento feliz
orgasmos > momentos felizes
ejacul*, gozando na, gozada, gozadas, gozou na > alegria
se masturbando, masturbando, masturbacao, masturb*, siririca, batendo uma > relaxando
semen, esperma, porra na cara, leitinho na cara > brilho
porno, pornografia, pornografico, pornografica, pornos, xxx, putaria, safadeza > rom\u00e2ntico
sacanagem, erotico, sexualmente explicito, sexualmente explicita, sexual > rom\u00e2ntico
sexuais > rom\u00e2ntico
atriz porno, ator porno, estrela porno > estrela de cinema
cena porno, cena de sexo, video porno, videos porno, filme porno > cena rom\u00e2ntica
eroticos > rom\u00e2nticos
erotica > rom\u00e2ntica
eroticas > rom\u00e2nticas
orgia, orgias, suruba, surubas, menage, gangbang > festa
vibrador, brinquedo sexual, brinquedos sexuais > flor
puta, putas, vadia, vadias, putinha, putinhas > mulher
tesuda, tesudo, com tesao, tesao > alegre
se masturba > relaxa
porno caseiro > v\u00eddeo rom\u00e2ntico
como vieram ao mundo, como veio ao mundo > com roupas casuais
""",
    ambiguous="""
seios, pau > olhos
pelada, peladas > vestida
pelado, pelados > vestido
""",
    kitchen="""
frango, peru, pato, receita, receitas, assado, forno, cancer, mamografia, mama, amamentacao,
amamentar, cirurgia, leite, grelhado, molho, outubro rosa, madeira, brasil, selfie, arvore,
pedaco, canela, vassoura, papas, patatas, almendras, tomates, tomate, manzana, naranja, ajo,
gambas, camarones, cebolla, zanahoria, zanahorias, batata, batatas, futebol, jogo, bola, campo,
time, cabeza, arroz, gol, jogar, jogando, jogam, amigos jogam, joelho
""",
    suggestive="""
sexy, sensual, sensuais, sedutora, sedutor, lingerie, calcinha, calcinhas, fio dental, sutia,
roupa intima, provocante, excitada, excitado, decote, insinuante, safada, safado, safadinha,
luxuria, fetiche, striptease, prostituta, prostitutas, apalpando, transa,
meia arrastao, cinta liga, camisola transparente, gemendo, geme, virgindade, desvirgin*, garota
gostosa, toda gostosa, menina gostosa, sensualidade, cueca sexy
""",
    innocent="""
olho nu, a olho nu, pes nus, maos nuas, bracos nus, ombros nus, verdade nua, nua e crua,
nu e cru, arvore nua, arvores nuas, galhos nus, parede nua, paredes nuas, sem nudez, nao nua,
nao nu, esmalte nude, cor nude, tom nude, tons nude, sapato nude, salto nude, saltos nude,
nu metal, nu jazz, nu disco, gato pelado, educacao sexual, saude sexual, orientacao sexual,
identidade sexual, mesmo sexo, sexo feminino, sexo masculino, sexo do bebe, o sexo do,
sexo oposto, igualdade de sexo, ambos os sexos, diversidade sexual, reproducao sexual,
combate ao abuso sexual, contra o abuso sexual, contra a violencia sexual,
prevencao do abuso sexual, prevencao da violencia sexual, vitimas de violencia sexual,
combate a violencia sexual, contra o estupro, vitimas de estupro, combate ao estupro,
pau brasil, pau de selfie, pau de canela, cara de pau, peitos de frango, peito de frango,
peitos de peru, casca de pau, perna de pau, pica pau, pau a pau, menores precos,
menores custos, um menor preco, um menor custo, um menor impacto, uma menor quantidade,
uma menor temperatura, literatura infantil, livro infantil, livros infantis,
livro infantil ilustrado, menino maluquinho, menino jesus, irmaos menores, problemas menores,
menina dos olhos, nina simone, meninas superpoderosas, orgia de cores, batom nude, batons nude,
e menor que, e menor do
""",
    clause="com todos vestidos, vistos da cintura para cima",
    common="""
ao aos as ate cao com da dao das de dele do dos e ela ele eles em essa estao eu foi ja lha lhe
mae mao mar mas meu mostra na nao nas nem no nos num o ou pai pao para pela pelo pe pois por pra
quem rei sao se sem ser seu sua sim so tem teu tua tudo um uma vai vem voce
""",
)
