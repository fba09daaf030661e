"""Faces that a model has found, handed to the analysis."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
import skimage.data
from avatarforge.forge.avatar.selfie import analyse
from avatarforge.forge.avatar.selfie.faces import EYE_GAP, EYE_LINE, Box
from avatarforge.forge.avatar.selfie.landmarks import box_of
from avatarforge.nodes.pictures import to_image
from avatarforge.nodes.selfie import AnalyzeSelfie

ASTRONAUT_EYES = ((203.0, 105.0), (242.0, 104.0))  # the person's right one, x and y, first


def landmarks(right: tuple[float, float], left: tuple[float, float]) -> npt.NDArray[np.float64]:
    """478 points, of which only the corners of the eyes are in their places."""
    points = np.zeros((478, 2))
    for (outer, inner), (x, y) in (((33, 133), right), ((263, 362), left)):
        points[outer], points[inner] = (x - 4, y), (x + 4, y)
    return points


@pytest.mark.parametrize("tilt", [-30.0, 0.0, 20.0])
def test_the_eyes_are_where_a_box_has_them(tilt: float) -> None:
    box = Box(300.0, 200.0, 120.0, tilt)
    eyes = [box.point(0.5 + side * EYE_GAP / 2, EYE_LINE) for side in (-1, 1)]
    found = box_of(landmarks(eyes[0], eyes[1]), 0.8)
    assert (found.x, found.y) == pytest.approx((box.x, box.y))
    assert (found.side, found.tilt, found.score) == pytest.approx((box.side, tilt, 0.8))


@pytest.mark.parametrize("points", [np.zeros((478, 2)), np.zeros((5, 2)), np.full((478, 2), "x")])
def test_what_are_no_landmarks_is_refused(points: npt.ArrayLike) -> None:
    with pytest.raises(ValueError, match=r"landmarks|convert"):
        box_of(points)


def test_the_same_is_read_from_a_face_that_a_model_found() -> None:
    picture = skimage.data.astronaut()
    own = analyse(picture)
    told = analyse(picture, faces=[box_of(landmarks(*ASTRONAUT_EYES))])
    (found,), (seen,) = own.faces, told.faces
    assert abs(found.x - seen.x) < 0.15 * found.side and abs(found.y - seen.y) < 0.15 * found.side
    assert 0.75 < seen.side / found.side < 1.3
    answered = {
        name: (value, own.features[section][name])
        for section in ("observed", "accessories")
        for name, value in told.features[section].items()
        if value is not None and own.features[section][name] is not None
    }
    assert len(answered) >= 2
    assert all(one == other for one, other in answered.values()), answered


def test_the_node_takes_them_and_looks_for_itself_where_there_is_none() -> None:
    image = to_image(skimage.data.astronaut())
    face = {"landmarks_xy": landmarks(*ASTRONAUT_EYES), "score": 0.9}
    own = AnalyzeSelfie.execute(image).args
    assert AnalyzeSelfie.execute(image, faces={"frames": [[]]}).args[1:] == own[1:]
    told = AnalyzeSelfie.execute(image, faces={"frames": [[face]]}).args
    assert told[4] == ""
    # Where the detector here sees nothing, what a model found is read all the same.
    cat = to_image(skimage.data.chelsea())
    assert AnalyzeSelfie.execute(cat).args[4] == "NO_FACE_DETECTED"
    assert AnalyzeSelfie.execute(cat, faces={"frames": [[face]]}).args[4] != "NO_FACE_DETECTED"
