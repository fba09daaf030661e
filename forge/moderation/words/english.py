"""English words."""

from __future__ import annotations

from .vocabulary import Words

ENGLISH = Words(
    minors="""
child, children, childs, childish, childlike, kid, kids, kiddo, kiddos, kiddie, kiddies, kiddy,
minor, minors, underage, underaged, under age, under aged, teen, teens, teenager, teenagers,
teenage, teenaged, teeny, preteen, preteens, pre teen, pre teens, tween, tweens, toddler,
toddlers, baby, babies, infant, infants, newborn, newborns, adolescent, adolescents, adolescence,
juvenile, juveniles, schoolgirl, schoolgirls, schoolboy, schoolboys, schoolchild, schoolchildren,
schoolkid, schoolkids, school girl, school girls, school boy, school boys, school kid, school
kids, school uniform, little girl, little girls, little boy, little boys, little one, little ones,
little lady, small girl, small girls, small boy, small boys, young girl, young girls, young boy,
young boys, tiny girl, tiny girls, tiny boy, tiny boys, kindergarten, kindergartener,
kindergartner, kindergarteners, kindergartners, preschool, preschooler, preschoolers, pre school,
pre schooler, elementary school, primary school, middle school, high school, junior high,
highschool, grade school, middle schooler, middle schoolers, high schooler, high schoolers,
highschooler, highschoolers, schooler, schoolers, pubescent, prepubescent, prepubescents,
prepuberty, pre puberty, lolita, lolitas, barely legal, jailbait, jail bait, girl scout, boy
scout, girl scouts, boy scouts, cub scout, first grader, second grader, third grader, fourth
grader, fifth grader, sixth grader, seventh grader, eighth grader, ninth grader, tenth grader,
grader, graders, sweet sixteen, childlike body, child body, fourth grade, fifth grade, sixth
grade, seventh grade, eighth grade, ninth grade, child actress, child actor, little sister, little
brother, little daughter, little son, kid sister, kid brother, foster child, stepchild, youngster,
youngsters, grandchild, grandchildren, grandkid, grandkids, boychild, girlchild, not yet of age,
not of age, not of legal age, below legal age, under legal age, not legal yet, not yet legal,
below the age of consent, under the age of consent, below age, still in school, still at school,
too young to vote, too young to drive, too young to drink, not old enough to vote, not old enough
to drive, not old enough to drink, cannot legally drink, cannot legally vote, milk teeth, baby
teeth, first communion, training bra, half grown, not fully grown, pubertal, prepubertal, pre
pubertal, school age, school aged, schoolage, nursery school, daycare, day care, playgroup, bat
mitzvah, bar mitzvah, moppet, nymphet, nymphets, lil girl, lil boy, lil sis, lil bro, wee girl,
wee lass, tot, tots, tyke, tykes, youngling, schoolmates, underclassman, underclassmen, homeroom,
school recess, junior varsity, little miss, kiddywink, in single digits, too small for a bra, too
little for a bra, too young for a bra, puberty, gcse, gcses, secondary school, sixth former,
junior school, infant school, grammar school, statutory, illegal age, u12, u13, u14, u15, u16,
u17, u18, growth spurt, puppy fat, in primary, in elementary, out of elementary, out of primary,
in secondary, diaper, diapers, nappy, nappies, pacifier, under sixteens, under fifteens, under
twelves, under tens, under fourteens, under eighteens, under seventeens, under thirteens, needs a
babysitter, need a babysitter, needs a nanny, booster seat, carded and turned away
""",
    minors_named="""
loli, lolis, lolicon, lolicons, lolikon, shota, shotas, shotacon, shotakon, child porn,
childporn, child pornography, kiddie porn, kiddy porn, kid porn, pedo, pedos, pedophil*, paedo,
paedos, paedophil*, csam, csem, toddlercon, pthc, ptsc, child erotica, teen porn,
underage porn, preteen porn, child molester, child molesters, child abuse material, hebephil*
""",
    violence="""
rape, rapes, raped, raping, rapist, rapists, raper, gangrape, gang rape, gangraped, gang raped,
gangraping, molest, molests, molested, molesting, molester, molesters, molestation, nonconsensual,
non consensual, noncon, non con, dubcon, sexual assault, sexual assaults, sexually assault,
sexually assaults, sexually assaulted, sexually assaulting, sexual violence, sexual abuse,
sexually abuse, sexually abuses, sexually abused, sexually abusing, sexual slave, sexual slavery,
sex slave, sex slaves, sex slavery, forced sex, forcing sex, force sex, forced intercourse, forced
to have sex, forces her to have sex, forces him to have sex, forced into sex, forced to strip,
forced to undress, forces her to strip, forces her to undress, forced himself on, forces himself
on, forcing himself on, forced herself on, forces herself on, forced penetration, forced oral,
forced blowjob, forced nudity, forcibly strip*, forcibly undress, forcibly undresses, rape
fantasy, date rape, raped by, ravish her against her will, fuck her against her will, sex with a
sleeping, sex with a drunk, sex with an unconscious, sex with a drugged, sex with a passed out,
sex trafficking scene
""",
    bestiality="""
bestiality, beastiality, zoophil*, zoosex, zoo porn, zooporn, animal porn, animal sex, dog sex,
horse sex, horse porn, dog porn, sex with animal, sex with animals, sex with an animal, dogfucker,
goatfucker, horse cock, horse cocks, horse dick, horse penis, dog cock, dog dick, dog penis,
animal penis, animal cock, animal dick, knotted by a dog, mounted by a dog, mounted by a horse,
bred by a dog, bred by a horse, mating with a dog, mating with a horse, fuck animals, fucks
animals, fucking animals
""",
    coercion="""
forced, forcing, forces, forcibly, by force, against her will, against his will, against their
will, against my will, without consent, without her consent, without his consent, without their
consent, drugged, unconscious, passed out, knocked out, held down, pinned down screaming,
blackmail, blackmailed, blackmailing, screaming no, begging him to stop, begging them to stop,
begging her to stop, begs him to stop, begs them to stop, crying and begging, does not want it,
too drunk to, roofied, kidnapped, abducted, coerced, hostage, screams no, screamed no, says no
but, saying no but, said no but, cries no, begging him not to, begging them not to, begs him not
to, while she slept, while she sleeps, while he slept, while he sleeps, while asleep, in her
sleep, in his sleep, won t take no, ignoring her no, although she refuses, even though she
refuses, tied up and crying, spiked her drink, spikes her drink, without asking her, had his way
with her, has his way with her, having his way with her, have his way with her, had their way with
her, ignores her pleas, ignoring her pleas, ignores his pleas, despite her protests, against her
wishes, against his wishes, dog mounting, dog mounts, dog is mounting, horse mounting a, horse
mounts a, dog on top of her, animal mounting
""",
    animals="""
dog, dogs, doggo, hound, horse, horses, stallion, stallions, pony, ponies, donkey, donkeys, mule,
goat, goats, sheep, cow, cows, bull, bulls, pig, pigs, boar, animal, animals, puppy, puppies, pup,
kitten, kittens, wolf, wolves, monkey, monkeys, ape, gorilla, rottweiler, labrador, shepherd dog,
great dane, mastiff, poodle, beast, dolphin, lamb, hamster, rabbit
""",
    acts="""
having sex, having hot sex, having wild sex, having rough sex, having passionate sex > embracing
have sex, have hot sex, having intercourse > embrace
has sex > embraces
had sex > embraced
sex > romance
anal sex, oral sex, vaginal sex, group sex, rough sex, hot sex, wild sex, gay sex > a hug
lesbian sex, intercourse, sexual intercourse, sexual act, sexual acts, sex act, sex acts > a hug
coitus, blowjob, blowjobs, blow job, blow jobs, blowie, handjob, handjobs, hand job > a hug
hand jobs, footjob, rimjob, rim job, titjob, titfuck, deepthroat, deep throat > a hug
deepthroating, facefuck, facefucking, fellatio, cunnilingus, fingering her, fisting > a hug
making love, makin love > holding hands
make love > hold hands
makes love > holds hands
made love > held hands
screwing her, screwing him, shagging, banging her, banging him, copulating > hugging
fornicating, mating with, humping, penetrating her, penetrating him, penetrates her > hugging
penetrates him, penetrated by, fucking a woman, fucking a man, fucking a girl > hugging
fucking my wife, fucking hard, girls fucking, guys fucking, men fucking, women fucking > hugging
lesbians fucking, is fucking a, dog fucking, horse fucking, fucking a dog > hugging
fucking a horse, fuckfest, mounting her, mounting him, penetrating a woman, penetrated > hugging
fuck me > hug me
fuck her > hug her
fuck him > hug him
fucked > hugged
fucked by, gets fucked by, getting fucked by > hugged by
giving head, gives head, sucking him off, sucks him off, sucking his cock > smiling at him
sucks his cock > smiling at him
sucking cock, sucking dick, sucking his dick, sucks his dick, suck my dick > smiling
suck my cock > smiling
eating her out, eats her out, licking her pussy, licks her pussy > smiling at her
going down on her > smiling at her
riding his cock, riding his dick, rides his cock, riding dick, riding cock > sitting beside him
fuck us > hug us
fuck them > hug them
fuck each other > hug each other
fuck my, fuck a woman, fuck a man, fuck a girl > hug
fucks me > hugs me
fucks her > hugs her
fucks him > hugs him
fucks them > hugs them
fucks my, fucks a, fucks the, mounts her, mounts him, penetrates a woman > hugs
fucking me > hugging me
fucking her > hugging her
fucking him > hugging him
fucking them > hugging them
fucking each other > hugging each other
couple fucking > couple hugging
people fucking > people hugging
man fucking > man smiling
woman fucking > woman smiling
they are fucking > they are hugging
fucking in the, fucking on the, fucking in a, fucking on a, fucking against > hugging near the
fucking all night, fucking like > hugging
giving him head, gives him head, gave him head, give him head, giving me head > smiling at him
had his way with her, has his way with her, had their way with her > danced with her
having his way with her, have his way with her > dancing with her
fingers her, fingered her > hugs her
deepthroat* > smiles
""",
    explicit="""
naked, nude, unclothed, stark naked, butt naked, buck naked, completely naked > casually dressed
totally naked, fully naked, fully nude, completely nude, totally nude > casually dressed
half naked, half nude, semi nude, seminude, bare naked, disrobed, undressed > casually dressed
topless, bottomless, nekkid, unclad, completely unclothed > casually dressed
completely undressed, fully undressed, fully unclothed > casually dressed
get naked, strip naked > dress up
gets naked, strips naked > dresses up
getting naked > dressing up
got naked, stripped naked > dressed up
nudes, naked pics, naked pictures, nude pics, naked photos, nude photos > portraits
naked selfies, nude selfies > portraits
naked pic, nude pic, naked photo, nude photo, naked picture, nude picture > portrait
nude selfie, naked selfie, nude portrait, nude photograph, nude painting, nude art > portrait
nude artwork, nude drawing > portrait
nude scene, naked scene, sex scene, sex scenes, nude shot, nude pose > quiet scene
nude modeling > quiet scene
nude model, nude models, naked model > fashion model
nude beach, nudist beach, naturist beach > sunny beach
naked body, nude body, naked bodies, nude bodies, nude figure, naked figure > elegant outfit
nakedness, nudity, full nudity, frontal nudity, full frontal nudity, full frontal > elegance
nudist, nudists, nudism > traveller
without clothes, without any clothes, without clothing, without any clothing > in casual clothes
no clothes, no clothes on, no clothing, wearing no clothes > in casual clothes
wearing no clothing, with no clothes, with no clothes on, with no clothing > in casual clothes
wearing nothing, wearing nothing at all, with nothing on > in casual clothes
with nothing on at all, in the nude, in the buff, in her birthday suit > in casual clothes
in his birthday suit, in their birthday suits, birthday suit > in casual clothes
in the altogether, without a bra, without panties, without underwear, no bra > in casual clothes
no panties, no underwear, pantyless, braless, without a top, without her top > in casual clothes
without bra, only panties, only in panties, wearing only panties > in casual clothes
only underwear, only in underwear, wearing only underwear > in casual clothes
wearing only a thong, only a thong, underwear only, in only panties > in casual clothes
wearing nothing but, wears nothing but, dressed only in, clad only in > in casual clothes and
bra and panties, see through dress, see through lingerie, see through top > a casual outfit
sheer nightie > a casual outfit
undressing, undresses, stripping off, strips off, stripping down, stripping for > getting ready
stripping naked, is stripping, woman stripping, girl stripping, man stripping > getting ready
undress, strip off > get ready
striptease, stripteases, strip tease, lap dance, lapdance > a dance
stripper, strippers > dancer
taking off her clothes, taking off his clothes, taking off their clothes > adjusting a jacket
taking her clothes off, taking his clothes off, taking their clothes off > adjusting a jacket
taking off her bra, taking off her panties, removing her clothes > adjusting a jacket
removes her clothes, pulling down her panties, pulls down her panties > adjusting a jacket
clothes off > adjusting a jacket
takes off her clothes, takes off his clothes, takes her clothes off > adjusts a jacket
take off your clothes, take your clothes off, take off her clothes > put on a jacket
take off my clothes > put on a jacket
skinny dipping, skinny dip, skinny dips, skinnydipping > swimming in swimsuits
porn, porno, pornos, pornographic, pornography, pr0n, pornhub, xxx, xxxx, x rated > romantic
triple x, erotic, erotica, erotically, erotism, eroticism, sexually explicit, sexual > romantic
sexually > romantic
porn scene, porn scenes, porn video, porn videos, porn movie, porn film > a romantic scene
porn clip > a romantic scene
pornstar, pornstars, porn star, porn stars, pornographer > movie star
nsfw, nsfl, r34, rule34, rule 34 > tasteful
hentai, ecchi, ahegao > anime
lewd, lewds, smut, smutty, raunchy > playful
explicit content, explicit sex, explicit scene, explicit pose, explicit image > a quiet scene
explicit picture > a quiet scene
tits, titties, titty, tities, boobs, boob, boobies, titts, tiddies > eyes
bare breasts, naked breasts, exposed breasts, huge breasts, big breasts > bright eyes
large breasts, bare breast, naked breast, exposed breast, bare boobs, naked boobs > bright eyes
huge tits, big tits, big boobs, huge boobs, bare tits, perky breasts, perky tits > bright eyes
her breasts > bright eyes
showing her breasts, flashing her breasts, flashing her tits > smiling brightly
showing her tits, showing tits, showing boobs, showing her boobs > smiling brightly
flashing boobs, flashes her boobs, shows her tits > smiling brightly
nipple, nipples, areola, areolas, areolae, nips out > hands
penis, penises, phallus, boner, boners, erect penis, erect cock, hard cock, hard dick > smile
big dick, big cock, huge cock, huge dick, his cock, his dick, my cock, my dick > smile
your cock, your dick, big black cock, bbc cock, dick pic, dick pics, dickpic, dickpics > smile
throbbing cock, throbbing member, erection, erections, dicks, monster cock > smile
vagina, vaginas, pussy, pussies, vulva, vulvas, clit, clitoris, labia, cunt, cunts > smile
wet pussy, shaved pussy, her pussy, my pussy, camel toe, cameltoe, pubes, pubic hair > smile
crotch shot, crotchless, twat, snatch shot, genital, genitals, genitalia, private parts > smile
scrotum, ballsack, testicles, testicle, anus, asshole shot, butthole, butthole shot > smile
squirting pussy > smile
bare ass, bare butt, bare bottom, naked ass, naked butt, nude butt, bare buttocks > jeans
ass up, showing her ass, shows her ass, spread ass, buttplug, butt plug > jeans
spread legs, legs spread, spreading her legs, spreads her legs, spread eagle > relaxed pose
open legs > relaxed pose
orgasm, orgasms > joyful moment
orgasming, orgasmic > joy
masturbate, jerk off > relax
masturbates, jerks off, wanks, touches herself, fingers herself > relaxes
masturbated > relaxed
masturbating, masturbat*, jerking off, jacking off, wanking, touching herself > relaxing
touching himself, fingering herself, pleasuring herself, pleasuring himself > relaxing
masturbation > relaxation
jizz, semen, sperm, cum, cums, cumming, cumshot, cumshots, creampie, creampies > sparkles
bukkake, cum shot, covered in cum, facial cumshot, ejaculat*, squirting orgasm > sparkles
anal > quiet
analingus, anilingus, sodomy, sodomize, sodomizing, pegging > close
gangbang, gangbangs, gang bang, threesome, threesomes, foursome sex, orgy, orgies > party
swingers orgy > party
dildo, dildos, vibrator, vibrators, fleshlight, sex toy, sex toys, sex doll, sex dolls > flower
bdsm, bondage, dominatrix, sadomaso, femdom > theatre
doggystyle, doggy style, doggie style, missionary position, cowgirl position > side by side
reverse cowgirl, 69 position, sixty nine position, sex position, sex positions > side by side
horny, slutty, whorish, kinky sex, sexting, sext, sexts > cheerful
slut, sluts, whore, whores, milf, milfs, gilf, camgirl, camgirls, cam girl > woman
upskirt, upskirts, up skirt, down blouse, downblouse, nip slip, nipslip > candid
wardrobe malfunction > candid
sex tape, sextape, sex tapes, sex video, sex party, sex orgy > film
onlyfans nude, onlyfans, only fans > social media
nothing on underneath, nothing underneath, nothing but a smile > casual clothes
nothing but her skin > casual clothes
nude in the, naked in the > casually dressed in the
nothing on except, nothing on but, nothing on besides, in nothing but > in casual clothes and
in nothing except, wears nothing except > in casual clothes and
sexual encounter, sexual encounters > romantic evening
take her bra off, takes her bra off, taking her bra off, take off her bra > adjust a jacket
takes off her bra, take her panties off, takes her panties off > adjust a jacket
pull off her panties, pulls off her panties > adjust a jacket
in nothing at all, wears nothing at all, wear nothing at all > in casual clothes
bares her chest, bares her breasts, baring her breasts, bare her breasts > smiles brightly
in the raw, as god made him, as god made her, as god made them > in casual clothes
as nature intended, au naturel, the full monty, completely bare, totally bare > in casual clothes
bare naked body, stood there bare, stands there bare, wearing naught > in casual clothes
bares all, bare all, bared all, baring all > smiles
at it like rabbits, going at it hard > together
goes down on her, goes down on him, went down on her, went down on him > smiles
""",
    ambiguous="""
breasts, bosoms, bare chested woman, thighs spread, naked breast, breast > eyes
cock, balls deep > smile
cocks > smiles
""",
    kitchen="""
chicken, turkey, duck, goose, pheasant, grilled, roast, roasted, recipe, recipes, oven, marinate,
marinated, marinade, fillet, fried, butter, garlic, fry, baked, cancer, surgery, screening,
mammogram, oncology, tumor, tumour, breastfeeding, breastfeed, nursing, lactation, milk,
reconstruction, weathercock, rooster, hen, hens, crow, crows, crowed, crowing, farm, farmyard,
barnyard, fight club, stop cock, robin, bird, birds, feathers, plumage, hospital, clinic, medical,
anatomy class
""",
    suggestive="""
sexy, sexier, sexiest, sexiness, sexualized, sexualised, sexualize, sexualise, sensual, sensually,
seductive, seductively, seducing, seduce, seduces, seduction, aroused, arousing, arousal, turned
on by, lingerie, thong, thongs, g string, gstring, panties, panty, knickers, bra, underwear,
negligee, garter belt, cleavage, busty, buxom, bosom, fetish, fetishes, fetishistic, kinky, kink,
naughty pose, makes out with, make out with, french kissing, groping, gropes, fondling, fondles,
fondled, erogenous, voluptuous, provocative, provocatively, suggestive pose, sultry, bedroom eyes,
escort service, prostitute, prostitutes, prostitution, brothel, hooker, hookers, dirty talk, in
bed with a man, in bed with an adult, skimpy, micro bikini, string bikini, pole dance, pole
dancing, twerking, twerk, bare chested girl, lustful, lusting, without pants, no pants, wet shirt,
wet t shirt, shirtless girl, bedroom pose, moaning, sleeping with her, sleeps with her, sleep with
her, hot body, tight body, pleasure her, condom, condoms, playboy, fuck, fucking, fucked, fucks,
making out with, grooming a child, cocks, strip her, strip him, strip them, strip the girl, strip
the girls, strip the boy, strip the underage, strip the underaged, strip the teen, strip the
teenager, strip the cheerleader, strip the student, undress her, undress him, undress them,
undress the, come hither, in stockings, stockings and garters, garter, garters, fishnets, fishnet,
smoldering look, smouldering look, steamy, flirty, flirtatious, pouting, pouty, biting her lip,
bites her lip, licking her lips, arching her back, arches her back, straddles, straddling,
straddle, hot girl, hot girls, hot teen, hot teens, hot pic, hot pics, hot photo, hot photos,
turns me on, turn me on, turns him on, makes me hard, virginity, deflower*, one night stand,
friends with benefits, between the sheets, make out, making out, tongue kiss, tongue kissing,
inner thigh, inner thighs, bare thighs, boudoir, pin up, pinup, adult video, adult film, adult
content, cam show, webcam show, strip poker, strip club, stripping, strips for, sugar daddy, sugar
baby, hourglass figure, nubile, intimate photo, intimate photos, intimate pics, plays with
herself, playing with herself, rubs herself, sensuous, sensuality, titillat*, carnal, lusts,
libido, voyeur*, feet pics, dirty pics, dirty photos, dirty pictures, dirty video, naughty pics,
naughty photo, naughty photos, spicy pics, spicy photo, spicy photos, full bush, moans, moaned,
moan, inviting look, bedroom look, on her knees before him, undress for, strip down, a good time
in bed, sleeping together, sleep together, slept together, smash her, hooking up with, hooks up
with, hook up with, erotically, thirst trap, fap, fapping, wank, see through, peeping, fully
exposed, exposes herself, exposes himself, exposing herself, exposing himself, flashes the camera,
lacy underthings, undies down, upskirting, strip for me, strip for us, strip for him, strip for
the camera, strip now, now strip, wet lace, show some skin, shows some skin, showing some skin,
showing off her body, shows off her body, show me your body, show me her body, her ass, his ass,
nice ass, tight ass, your ass, round ass, big booty, her booty, passionately kissing, kisses her
passionately, passionate kiss, her lover, his lover, bulge in his, bares her, baring her
""",
    innocent="""
naked eye, naked eyes, naked mole, naked mole rat, naked mole rats, naked truth, naked cake, naked
cakes, naked flame, naked flames, naked juice, naked chef, naked gun, naked short, naked lunch,
naked singularity, naked bike, naked bikes, naked ape, naked wine, naked oats, naked option, naked
options, naked ambition, nude coloured, nude colored, nude colour, nude color, nude colours, nude
colors, nude heel, nude heels, nude lipstick, nude lipsticks, nude lip, nude lips, nude tone, nude
tones, nude shade, nude shades, nude shoe, nude shoes, nude pump, nude pumps, nude nails, nude
nail, nude palette, nude makeup, nude eyeshadow, nude pink, nude beige, nude stilettos, nude
sandals, nude tights, nude polish, nude nail polish, nude leather, nude stockings, nude mouse,
nude mice, no nudity, no nude, no nudes, not nude, not naked, non nude, without nudity, avoid
nudity, no nsfw, not nsfw, no sex, no sexual content, no porn, not sexual, non sexual, nonsexual,
not sexually explicit, no explicit content, no underage, anti porn, sex education, sex ed, sex
educator, sexual education, sexual health, sexual orientation, sexual selection, sexual
reproduction, asexual reproduction, sexual harassment training, sexual harassment policy, sexual
harassment seminar, sexual dimorphism, same sex, opposite sex, fair sex, fairer sex, both sexes,
sex ratio, sex chromosome, sex chromosomes, sex discrimination, sex and the city, sex pistols, sex
of the baby, sex of the puppy, sex of the kitten, biological sex, either sex, sex linked, sex
hormone, sex hormones, safe sex campaign, safe sex, sex therapist, sex male, sex female, sex m,
sex f, sex woman, sex man, sex unknown, the sex of, weaker sex, stronger sex, battle of the sexes,
single sex school, single sex, mixed sex, gentle sex, sex reveal, sex assigned, sex differences,
sex equality, sexual violence prevention, sexual assault awareness, sexual abuse prevention,
sexual violence awareness, against sexual violence, against sexual assault, against sexual abuse,
end sexual violence, stop sexual violence, sexual assault survivor, sexual assault survivors,
survivors of sexual violence, survivors of sexual assault, survivors of sexual abuse, sexual abuse
survivor, sexual abuse survivors, sexual assault hotline, sexual violence hotline, sexual assault
nurse, prevent sexual violence, prevent sexual abuse, victims of sexual violence, victims of
sexual abuse, rape seed, rape seeds, rape field, rape fields, rape oil, rape flower, rape flowers,
rape blossom, rape plant, rape crop, oilseed rape, oil seed rape, rape crisis, rape survivor, rape
survivors, rape kit, rape alarm, rape alarms, rape whistle, rape prevention, rape awareness, rape
culture, rape statistics, rape trial, rape case, rape laws, rape law, rape hotline, rape victims
support, rape victim support, against rape, anti rape, stop rape, end rape, rape of the sabine
women, rape of the lock, rape of nanking, broccoli rape, rape kale, rapeseed, breast cancer,
breast pocket, breast pockets, breast pump, breast milk, breast stroke, breast feeding, breast
fed, breast exam, breast screening, breast plate, breast surgery, breast clinic, breast surgeon,
breast of chicken, breasts of chicken, breast of turkey, breast of duck, chicken breast, chicken
breasts, turkey breast, turkey breasts, duck breast, duck breasts, red breast, robin redbreast,
breast tissue, breast check, breast implant, make a clean breast, great tit, great tits, blue tit,
blue tits, coal tit, coal tits, marsh tit, marsh tits, willow tit, willow tits, crested tit,
crested tits, long tailed tit, long tailed tits, bearded tit, bearded tits, tufted tit, tit for
tat, cock a doodle, cock crow, cock crows, cock and bull, hitch cock, moby dick, tom dick and
harry, philip k dick, dick van dyke, dick tracy, dick turpin, dick clark, dick grayson, dick
cheney, pussy cat, pussy cats, pussy willow, pussy willows, pussy riot, pussy bow, octo pussy,
puss in boots, sperm whale, sperm whales, sperm bank, sperm donor, sperm count, anal retentive,
anal gland, anal glands, anal fin, anal fins, cum laude, magna cum laude, summa cum laude, cum
dining, cum library, cum office, cum study, cum bedroom, cum kitchen, cum sofa, alan cumming, alan
cummings, bottomless brunch, bottomless coffee, bottomless pit, bottomless mimosa, bottomless
mimosas, bottomless fries, bottomless drinks, bottomless well, bottomless lake, bottomless bag,
bottomless pocket, bottomless pockets, bottomless abyss, bottomless soda, make love not war, no
clothes for, no clothes in, without clothes pegs, clothes off the, erection of the, erection of a,
erection of an, cathedral erection, scaffold erection, steel erection, tent erection, paint
stripper, undressed salad, undressed stone, undressed window, topless tower, topless towers, human
bondage, bondage of sin, debt bondage, vibrator motor, concrete vibrator, humping camel, fingering
a, minor chord, minor chords, minor scale, minor scales, minor key, minor keys, minor league,
minor leagues, minor injury, minor injuries, minor detail, minor details, minor change, minor
changes, minor issue, minor issues, minor bug, minor bugs, minor adjustment, minor adjustments,
minor problem, minor problems, minor role, minor version, minor tweaks, minor planet, minor
planets, minor character, minor setback, minor scratch, minor scratches, minor damage, minor
surgery, minor offence, minor offense, minor flaws, minor repairs, asia minor, ursa minor, canis
minor, morris minor, leo minor, a minor key, in b minor, in c minor, in d minor, in e minor, in f
minor, in g minor, c sharp minor, f sharp minor, c minor, d minor, e minor, b minor, g minor, f
minor, b flat minor, minor sonata, no minors, no children, no kids, no child, no minor, no teens,
kid gloves, kid leather, kid glove, kid rock, kid cudi, kid at heart, kids at heart, child at
heart, children at heart, karate kid, billy the kid, cisco kid, inner child, brainchild, destiny
child, not a child, no longer a child, not a kid, not a teen, not a teenager, no kidding, no
teenagers, young boy genius, childish gambino, childish humor, childish humour, baby blue, baby
pink, baby blues, baby face, baby faced, baby doll, baby dolls, baby grand, baby carrots, baby
spinach, baby bump, baby shower, baby yoda, baby steps, baby boomer, baby boomers, baby hair, baby
hairs, baby oil, baby powder blue, baby tee, baby corn, baby sitter, baby daddy, baby mama, baby
spice, million dollar baby, spice girls, ice ice baby, crybaby, teeny tiny, teeny weeny, teeny
bit, high school sweetheart, high school sweethearts, high school friend, high school friends,
high school reunion, high school musical, since high school, from high school, back in high
school, old school, high school teacher, high school teachers, primary school teacher, elementary
school teacher, middle school teacher, kindergarten teacher, preschool teacher, children book,
children books, childrens book, children hospital, adult children, adult child, grown children,
lolita fashion, lolita dress, lolita style, gothic lolita, sweet lolita, classic lolita, lolita
outfit, motor grader, road grader, little lady bug, old kid on the block, new kids on the block,
newborn star, newborn stars, juvenile detention officer, juvenile eagle, juvenile court judge,
little brother is watching, animal crossing, sports bra, provocative question, pole position,
wanderlust, bloodlust, sultry summer, sultry weather, sultry heat, thong sandals, thong sandal,
flip flop thongs, seductive smell, naughty dog, naughty kitten, panty hose, condom machine, hot
dog, hot dogs, downward dog, sex drugs and rock, sex symbol, sex symbols, sex appeal, private
parts of the, x rated chilli, knocked out cold in, sexual equality, sexual identity, sexual
minorities, sexual politics, sexual revolution, sexual freedom march, erotic thriller author, orgy
of colour, orgy of color, orgy of colours, orgy of colors, orgy of flavours, orgy of destruction,
orgy of shopping, facial mask, forced perspective, forced smile, forced laugh, vagina monologues,
full frontal assault on, full frontal attack, orgasmic chocolate, orgasmic dessert, orgasmic food,
phallus impudicus, much ado, further ado, more ado, no clothes in the, topless jeep, topless car,
topless cars, dicks sporting, tour de force, steam boiler, a naked bulb, naked bulb, naked light
bulb, naked branches, naked tree, naked trees, naked cork, naked neck, naked necked, naked neck
chicken, wire stripper, wire strippers, boob tube, fuck cancer, what the fuck, fuck off, fuck it,
fuck that, fucked up, fuck up, as fuck, holy fuck, the fuck, head start, him head and shoulders,
him head over heels, undress the christmas tree, undress the tree, undress the bed, undress the
table, undress the wound, undress the window, in nothing at all but, see through the, see through
a, see through him, see through her, see through it, see through you, see through window, see
through glass, see through plastic, see through bag, see through box, see through lid, see through
wall, see through door, see through raincoat, see through umbrella, see through backpack, see
through curtain, see through curtains, see through pocket, no longer under age, no longer
underage, no longer a minor, no longer a teen, no longer a teenager, steamy kitchen, steamy
bathroom, steamy bath, steamy window, steamy windows, steamy jungle, steamy soup, steamy summer,
moans in its sleep, moans about, moan about, moaned about, moans that, moaned that, nursing bra,
nursing bras, secondary school teacher, secondary school teachers, statutory rights, statutory
holiday, bares her teeth, bares her soul, baring her teeth, baring her soul, adult diaper, adult
diapers, in primary colours, in primary colors, in elementary particle, in elementary physics, in
secondary colours
""",
    clause="everyone fully clothed, seen from the waist up",
    common="""
a an and are as at ass be bed big bit boo bot but by can cock cop cum cut dad day did do don end
er es eve ex for four from fun get go god got had has hat have he hen her hi him his hot how i
if in ion is it its jack job king la lab lad lay leg let lid lip lit lot low mad man map mat may
me men min mind mob my net new no nob non nor not now nut of off oh old on one or orb our out
over own pa pan par pay peg pen per pet pick pin pit pop pot put ran rap rat raw red ring rob
rod row run sad sat saw say see set sex she sip sit six so son sum sun tab tag tail tap tea tee
ten that the then therapist they tie tin tip tit to toe ton too top toy try two up us use ve via
was way we well wet who why win with won yes yet yo you your hard
""",
)
