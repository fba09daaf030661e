"""Spanish words."""

from __future__ import annotations

from .vocabulary import Words

SPANISH = Words(
    minors="""
nino, nina, ninos, ninas, ninito, ninita, ninitos, ninitas, chiquillo, chiquilla, chiquillos,
chiquillas, menor de edad, menores de edad, un menor, una menor, menores, los menores,
las menores, adolescente, adolescentes, preadolescente, preadolescentes, colegiala, colegialas,
colegial, colegiales, quinceanera, quinceaneras, un bebe, una bebe, el bebe, la bebe,
los bebes, bebe desnudo, bebe desnuda, bebes desnudos, jovencita, jovencitas, jovencito,
jovencitos, muchachita, muchachitas, muchachito, muchachitos, mocosa, mocosas, mocoso, mocosos,
infantil, infantiles, infante, infantes, prepuber, prepubers, impuber, impuberes, puber,
puberes, alumna de primaria, alumno de primaria, escuela primaria, escuela secundaria,
instituto de secundaria, uniforme escolar, parvulo, parvulos, hija pequena, hijo pequeno,
hermanita, hermanito, chiquitina, chiquitin, crio, crios, cria pequena, pequenita, pequenito,
pequenuela, guarderia, nieta, nieto, nietos, escolares, lolita, lolitas,
no es mayor de edad, aun no es mayor de edad, no cumple la mayoria de edad, primero de primaria,
primero de secundaria, primer grado, segundo grado, tercer grado, cuarto grado, quinto grado,
sexto grado, septimo grado, octavo grado, noveno grado, alumna de eso, alumno de eso,
sin mayoria de edad, sin la mayoria de edad,
chavalita, chavalitas, chavalin, chavalines, nenita, nenitas, nenito, dientes de leche, primera
comunion, parvulario, pibita, ninez, minoria de edad, pequenaja,
es menor, soy menor, eres menor, siendo menor,
pubertad
""",
    minors_named="""
porno infantil, pornografia infantil, pornografia de menores, porno de menores,
porno con menores, pedofil*, pederasta, pederastas, pederastia, abuso infantil,
abuso de menores, corrupcion de menores, abusar de una nina, abusar de un nino,
abusa de una nina, abusa de un nino
""",
    violence="""
violacion, violaciones, violada, violadas, violado sexualmente, violando a, violo a una,
violo a la, violar a una, violar a un, violar a la, violar a su, violan a una, violan a un,
viola a una, viola a un, viola a su, violarla, violarlo, violarlas, violarte, violarme,
violador, violadores, agresion sexual, abuso sexual, abusa sexualmente, abusar sexualmente,
abusada sexualmente, abusado sexualmente, abusando sexualmente, violencia sexual, sexo forzado,
sexo a la fuerza, sexo sin consentimiento, forzada a tener sexo, forzada a desnudarse,
obligada a tener sexo, obligada a desnudarse, obligado a desnudarse, la obliga a tener sexo,
la obliga a desnudarse, la fuerza a tener sexo, esclava sexual, esclavas sexuales,
esclavo sexual, forzandola sexualmente, agredida sexualmente, violandola, violandolo
""",
    bestiality="""
bestialismo, zoofil*, sexo con animales, sexo con un animal, sexo animal, porno animal,
porno con animales
""",
    coercion="""
a la fuerza, por la fuerza, contra su voluntad, en contra de su voluntad,
sin su consentimiento, sin consentimiento, forzada, forzado, obligada, obligado, drogada,
drogado, inconsciente, secuestrada, secuestrado, chantajeada,
mientras duerme, mientras dormia, dice que no, grita que no, sin preguntarle, aunque se niega,
le suplica que pare, indefensa
""",
    animals="""
perro, perros, caballo, caballos, yegua, burro, burra, cabra, cabras, oveja, ovejas, vaca,
toro, cerdo, cerda, animales, cachorro, lobo, mono, gato
""",
    acts="""
teniendo sexo, teniendo relaciones sexuales, haciendo el amor, cogiendo duro > abraz\u00e1ndose
follandose > abraz\u00e1ndose
tener sexo, tener relaciones sexuales, hacer el amor > abrazarse
tienen sexo, tienen relaciones sexuales, hacen el amor, hacemos el amor > se abrazan
estan follando > se abrazan
tiene sexo, hace el amor > se abraza
tuvieron sexo, hicieron el amor > se abrazaron
follando, culiando, penetrando, penetrandola, apareandose con > abrazando
follar, follarse, follarla, follarme, follarte, penetrarla > abrazar
folla, follan, se la folla, penetra a > abraza
sexo, sexo oral, sexo anal, sexo duro, sexo salvaje, relaciones sexuales > romance
mamada, mamadas > caricia
chupandosela, chupando la polla, chupa la polla, chupando su polla, chupando verga > abrazo
follame, follala, follalo, follarnos, follemos > abr\u00e1zame
chupame, chupamela, chupala, mamamela > sonr\u00ede
""",
    explicit="""
desnuda, desvestida, encuerada, sin bragas, semidesnuda, calata, empelotada > vestida
desnudo, desvestido, encuerado, semidesnudo > vestido
desnudas, encueradas, semidesnudas > vestidas
desnudos, encuerados, semidesnudos > vestidos
en cueros, en pelotas, sin ropa, sin nada de ropa, sin nada puesto > con ropa informal
sin ropa interior, como dios la trajo al mundo, en topless, topless > con ropa informal
desnudandose, quitandose la ropa, quitandose el sujetador > arregl\u00e1ndose
quitandose las bragas > arregl\u00e1ndose
desnudarse, quitarse la ropa > arreglarse
se desnuda, se quita la ropa, quitate la ropa > se arregla
se desnudan, se quitan la ropa > se arreglan
desnudez, desnudo integral, desnudo frontal > elegancia
nudismo, nudista, nudistas, playa nudista > playa
pezon > brazo
pezones > brazos
tetas, tetitas, tetotas, pechos desnudos, senos desnudos, pechos al aire > ojos brillantes
tetas al aire, senos al aire, sus pechos, sus senos, senos grandes > ojos brillantes
pechos grandes, pechos grandes y desnudos > ojos brillantes
pene, penes, pene erecto, penes erectos, pene duro > gesto amable
polla dura, su polla, mi polla, tu polla, verga, vergas, ereccion > sonrisa
huevos al aire, vagina, vaginas, vulva, clitoris, chocho, su cono, mi cono > sonrisa
concha mojada, chochito, genitales, genital, partes intimas > sonrisa
culo desnudo, culo al aire, culazo, nalgas desnudas, nalgas al aire, trasero desnudo > vaqueros
piernas abiertas, abierta de piernas, su culo > vaqueros
orgasmo > momento feliz
orgasmos > momentos felices
eyacul* > alegr\u00eda
masturbandose, masturbando, masturb* > relaj\u00e1ndose
masturbacion > relajaci\u00f3n
semen, corrida en la cara, lefa > brillo
porno, pornografia, pornografico, xxx, triple equis, erotico > rom\u00e1ntico
sexualmente explicito, sexualmente explicita, sexual, sexuales > rom\u00e1ntico
pornografica, erotica > rom\u00e1ntica
pornograficas, eroticas > rom\u00e1nticas
pornograficos, eroticos > rom\u00e1nticos
actriz porno, actor porno, estrella porno > estrella de cine
escena porno, escena de sexo, video porno, videos porno, pelicula porno > escena rom\u00e1ntica
peli porno > escena rom\u00e1ntica
orgia, orgias, trio sexual, gangbang > fiesta
vibrador, juguete sexual, juguetes sexuales > flor
puta, putas, zorra desnuda, prostituta desnuda, putita, putitas > mujer
cachonda, cachondo, cachondas, cachondos > alegre
se masturba > se relaja
masturbarse > relajarse
como vinieron al mundo, como vino al mundo > con ropa informal
como dios lo trajo al mundo, como dios los trajo al mundo > con ropa informal
""",
    ambiguous="""
pechos, senos, pecho desnudo > ojos
polla > sonrisa
pollas > sonrisas
""",
    kitchen="""
pollo, pavo, pato, receta, recetas, asado, horno, cancer, mamografia, mama, lactancia, cirugia,
leche, plancha, parrilla, salsa, coseno, cosenos, montana, gallina,
gallo, gallos, gallina, gallinas, granja, corral, polluelo, polluelos, huevos fritos
""",
    suggestive="""
sexy, sensual, sensuales, seductora, seductor, lenceria, tanga, tangas, bragas, sujetador,
ropa interior, provocativa, provocativo, provocadora, excitada, excitado, escote, insinuante,
ligueros, striptease, lujuria, manoseando, toqueteando, fetiche, prostituta, prostitutas,
medias de red, liguero, picardias, gimiendo, gime, virginidad, desvirg*, sensualidad, erotismo,
mirada picara, en la cama conmigo, me pone caliente, sosten, sin camisa
""",
    innocent="""
al desnudo, pies desnudos, pie desnudo, manos desnudas, brazos desnudos, hombros desnudos,
verdad desnuda, arbol desnudo, arboles desnudos, ramas desnudas, pared desnuda,
paredes desnudas, roca desnuda, bombilla desnuda, rama desnuda, ojo desnudo, color desnudo,
sin desnudos, no desnuda, no desnudo, tacones nude, labial nude, color nude, tono nude,
tonos nude, esmalte nude, zapatos nude, educacion sexual, salud sexual, orientacion sexual,
identidad sexual, mismo sexo, sexo femenino, sexo masculino, sexo del bebe, el sexo del,
sexo opuesto, igualdad de sexo, discriminacion por sexo, de ambos sexos, diversidad sexual,
acoso sexual protocolo, reproduccion sexual, violacion de derechos, violacion de los derechos,
violaciones de derechos, violaciones de los derechos, violacion de datos,
violacion de la privacidad, violacion de seguridad, violacion de la ley,
violacion de las normas, violacion del contrato, violacion del reglamento,
violacion de la constitucion, violacion de trafico, violacion de transito,
violacion de la tregua, violacion del alto, violacion de patente, violacion del acuerdo,
violacion de acceso, violaciones de trafico, violacion de copyright, violaciones del,
violencia sexual prevencion, contra la violencia sexual, contra el abuso sexual,
contra la violacion, prevencion de la violencia sexual, prevencion del abuso sexual,
victimas de violencia sexual, victimas de violacion, porno no, pene de madera, rape a la,
rape con, rape al horno, rape en, receta de rape, filete de rape, lomos de rape, cola de rape,
sopa de rape, rape fresco, rape asado, cabeza rape, el rape, nino interior, nina interior,
fenomeno del nino, el nino fenomeno, fenomeno el nino, menores precios, menores costes,
menores costos, menores cambios, menores gastos, un menor precio, un menor coste,
un menor costo, un menor impacto, un menor consumo, una menor cantidad, una menor temperatura,
hermanos menores, problemas menores, danos menores, obras menores, ordenes menores,
gastos menores, cono de helado, cono de trafico, perra vida, huevos fritos, nina simone,
nina ricci, nino rota, nina hagen, arte infantil libre, literatura infantil, cuento infantil,
cuentos infantiles, libro infantil, libros infantiles, ex alumna, sensual tango,
musica sensual, de puta madre, puta madre, hijo de puta, hijos de puta, que se despida,
se despida, me despida, violar la ley, violar la norma, violar la privacidad,
violar la constitucion, violar la intimidad, violar la tregua, violar la seguridad,
es menor que, es menor de lo, es menor el, es menor la, es menor a
""",
    clause="con todos vestidos, vistos de cintura para arriba",
    common="""
al amor ante asi bien cada casa como con cual da dan dar das de del di dia dio dos e el ella en
era eran esa ese eso esta fe fue gran ha hace han hay he iba ir la las le les lo los luz mal mar
mas me mes mi mia muy ni nos o os paz pie por pues que rio sal se sea ser si sin sol son su sus
tal tan te ti tia tio tu tus u un una uno va van ver vez vi via vida vino voy y ya yo estan
""",
)
