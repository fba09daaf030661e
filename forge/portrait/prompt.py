"""What a diffusion model is told about a pet's portrait."""

from __future__ import annotations

from dataclasses import dataclass

_NEGATIVE = (
    "human, person, human hands, photograph, text, watermark, signature, deformed, extra limbs, "
    "extra ears, two heads, blurry, lowres"
)
_STYLE = "classical oil painting, warm chiaroscuro light, fine brushwork, old master"


@dataclass(frozen=True, slots=True)
class Prompt:
    positive: str
    negative: str


def portrait_prompt(
    pet: str,
    costume: str = "",
    setting: str = "",
    *,
    style: str = "",
    prompt: str = "",
    negative: str = "",
    edit: bool = False,
) -> Prompt:
    """In the words of the caller and of the nodes before; `edit` speaks to a model that is
    shown the photograph, and asks it to keep the animal as it is."""
    animal = " ".join(pet.split()) or "pet"
    manner = style.strip() or _STYLE
    if style.strip().casefold() in ("oil", "oil painting", "oil_painting"):
        manner = _STYLE
    worn = f" wearing {costume}" if costume else ""
    before = f", before {setting}" if setting else ""
    if edit:
        sentence = (
            f"Turn the picture into a framed half-length portrait of the same {animal}{worn}"
            f"{before}, seated and looking out of the picture, as {manner}. Keep the animal's "
            "face, eyes, ears, fur colours and markings exactly as they are."
        )
        positive = " ".join(part for part in (prompt.strip(), sentence) if part)
    else:
        parts = (
            prompt.strip(),
            f"half-length portrait of a {animal}{worn}{before}",
            f"animal head with the {animal}'s own fur and markings",
            manner,
        )
        positive = ", ".join(part for part in parts if part)
    return Prompt(positive, ", ".join(part for part in (negative.strip(), _NEGATIVE) if part))
