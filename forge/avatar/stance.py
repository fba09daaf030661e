"""What a person is said to be doing, as a pose of the library."""

from __future__ import annotations

from collections.abc import Mapping

from ..pose.library import pose
from ..pose.skeleton import Pose
from .features import Features, View

POSES: Mapping[str, str] = {
    "sitting": "sitting",
    "sitting on the ground": "sitting_on_the_ground",
    "kneeling": "kneeling",
    "walking": "walking",
    "running": "running",
    "jumping": "jumping",
    "flying": "flying",
    "dancing": "dancing",
    "fighting": "fighting_stance",
    "waving": "waving",
    "arms crossed": "arms_crossed",
    "hands on hips": "hands_on_hips",
    "hands in pockets": "hands_in_pockets",
    "pointing": "pointing",
    "peace sign": "peace_sign",
    "casting": "casting_spell",
    "arms raised": "cheering",
    "praying": "praying",
    "leaning": "leaning",
    "thinking": "thinking",
    "riding": "sitting",
    "lying": "sitting_on_the_ground",
}
"""By the vocabulary's name of it; what is not here is drawn standing."""

NEAREST = frozenset({"riding", "lying"})
"""Those for which the library has no more than something like it."""

_ARMED: Mapping[str, str] = {"fighting": "guard"}


def pose_of(features: Features, view: View) -> Pose | None:
    """The pose that the words ask for; None for who stands at ease."""
    stance = features.stance or "standing"
    name = POSES.get(stance)
    if features.props:
        name = _ARMED.get(stance, name)
    return pose(name, view) if name else None
