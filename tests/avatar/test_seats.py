"""Who sits on nothing that was named is given something to sit on."""

from __future__ import annotations

import pytest
from avatarforge.forge.avatar.drawing import Drawing, draw
from avatarforge.forge.avatar.features import VIEWS, Features, View
from avatarforge.forge.pose.library import pose
from avatarforge.forge.pose.skeleton import Pose


def sat(view: View, *, named: bool = True, seed: int = 0) -> Drawing:
    sitting = pose("sitting", view)
    given = sitting if named else Pose(sitting.joints)
    return draw(Features(), view=view, pose=given, width=64, height=96, seed=seed)


@pytest.mark.parametrize("view", VIEWS)
def test_a_seat_is_part_of_the_figure_in_every_view(view: View) -> None:
    seated, floating = sat(view), sat(view, named=False)
    assert seated.joints.joints == floating.joints.joints
    assert seated.figure.count("<path") > floating.figure.count("<path") + 3


def test_seats_differ_with_the_seed_and_not_between_drawings() -> None:
    assert len({sat("front", seed=seed).figure.count("<path") for seed in range(12)}) >= 2
    assert sat("front", seed=5).svg == sat("front", seed=5).svg


def test_nobody_else_gets_one() -> None:
    for name in ("standing", "sitting_on_the_ground", "kneeling"):
        named = draw(Features(), pose=pose(name), width=64, height=96).figure
        bare = draw(Features(), pose=Pose(pose(name).joints), width=64, height=96).figure
        assert abs(named.count("<path") - bare.count("<path")) < 3
