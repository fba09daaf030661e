"""Which kind of animal free words mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

PetKind = Literal["dog", "cat", "bird", "rabbit", "horse", "other"]

PETS: tuple[PetKind, ...] = get_args(PetKind)

_WORDS: Mapping[PetKind, str] = {
    "dog": (
        "dog doggy doggo puppy pup hound canine mutt mongrel wolf fox dingo coyote jackal husky "
        "retriever labrador lab labradoodle goldendoodle cockapoo poodle terrier spaniel beagle "
        "bulldog bullmastiff mastiff pug dachshund chihuahua collie sheepdog shepherd corgi "
        "rottweiler doberman dobermann boxer dalmatian greyhound whippet setter pointer weimaraner "
        "vizsla shiba akita malamute samoyed pomeranian spitz maltese havanese bichon papillon "
        "schnauzer pinscher newfoundland bernese saluki borzoi basset bloodhound shih tzu chow "
        "pekingese yorkie westie pitbull staffy hund hunde hundchen welpe dackel pudel "
        "schaferhund chien chienne chiot perro perra perrito cachorro cane cagnolino cao hond "
        "hundur pies sobaka inu"
    ),
    "cat": (
        "cat kitty kitten kittycat puss pussycat feline tomcat tabby moggy calico tortoiseshell "
        "siamese persian ragdoll sphynx birman burmese bengal coon shorthair longhair abyssinian "
        "lion tiger leopard cheetah panther lynx bobcat puma cougar jaguar ocelot caracal serval "
        "katze katzen kater katzchen mieze chat chatte chaton gato gata gatito gatto gatta "
        "gattino kat poes kot koshka neko"
    ),
    "bird": (
        "bird birdie parrot parakeet budgie budgerigar cockatiel cockatoo macaw lovebird conure "
        "canary finch sparrow robin pigeon dove crow raven magpie jay owl hawk falcon eagle "
        "chicken hen rooster cock chick duck duckling goose swan turkey peacock penguin flamingo "
        "toucan hummingbird gull seagull vogel wellensittich papagei huhn hahn ente gans eule "
        "taube oiseau perroquet perruche poule canard pajaro ave loro pollo pato uccello "
        "pappagallo gallina anatra passaro papagaio ptak tori"
    ),
    "rabbit": (
        "rabbit bunny hare lop lionhead leveret hase kaninchen hasen zwergkaninchen lapin lievre "
        "conejo conejito liebre coniglio coniglietto coelho konijn krolik usagi"
    ),
    "horse": (
        "horse pony mare stallion foal colt filly gelding equine arabian mustang shetland "
        "clydesdale thoroughbred appaloosa palomino friesian haflinger donkey mule zebra unicorn "
        "pferd pferde stute hengst fohlen esel cheval chevaux jument poulain poney caballo yegua "
        "potro burro cavallo cavalla puledro asino cavalo paard kon uma"
    ),
    "other": (
        "other animal pet hamster guinea pig mouse rat gerbil chinchilla ferret hedgehog squirrel "
        "turtle tortoise snake lizard gecko iguana chameleon frog toad fish goldfish cow calf bull "
        "goat sheep lamb llama alpaca deer monkey bear panda koala raccoon otter seal elephant "
        "meerschweinchen maus ratte schildkrote schlange kuh ziege schaf cochon vaca oveja"
    ),
}

_KINDS: Mapping[str, PetKind] = {
    word: kind for kind, words in _WORDS.items() for word in words.split()
}


@dataclass(frozen=True, slots=True)
class Pet:
    """`known` is whether the words named an animal at all."""

    kind: PetKind
    known: bool


def read_pet(words: str) -> Pet:
    """ "golden retriever" is a dog, "Katze" a cat, "hamster" another; what nobody knows too.

    Of several animals the last one named counts, as in "lion head rabbit"; letters beyond
    ASCII are read without their marks.
    """
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    named = [kind for word in re.findall(r"[a-z]+", plain) if (kind := _kind(word))]
    return Pet(named[-1], True) if named else Pet("other", False)


def _kind(word: str) -> PetKind | None:
    for form in (word, word.removesuffix("s"), word.removesuffix("es")):
        if form in _KINDS:
            return _KINDS[form]
    # A breed in one word: "sheepdog", "Perserkatze", "Brieftaube".
    ends = [known for known in _KINDS if len(known) >= 4 and word.endswith(known)]
    return _KINDS[max(ends, key=len)] if ends else None
