"""Cameras: projection and its inverse, rigs, and their mappings."""

from __future__ import annotations

import json

import numpy as np
import pytest
from avatarforge.forge.mesh.camera import (
    SIX,
    Camera,
    rig,
    rig_around,
    rig_from_mappings,
    rig_to_mappings,
)
from avatarforge.tests.mesh import fixtures
from hypothesis import given, settings
from hypothesis import strategies as st


@settings(max_examples=40, deadline=None)
@given(
    st.floats(-180, 180),
    st.floats(-90, 90),
    st.one_of(st.none(), st.floats(10, 120)),
    st.floats(0.1, 50),
)
def test_a_point_on_a_pixels_ray_is_projected_to_its_centre(
    azimuth: float, elevation: float, fov: float | None, scale: float
) -> None:
    (camera,) = rig([(azimuth, elevation)], scale=scale, fov=fov, size=(9, 6), centre=(1, 2, 3))
    origins, directions = camera.rays()
    found = camera.project(origins + directions * 2.5 * scale)
    columns, rows = np.meshgrid(np.arange(9) + 0.5, np.arange(6) + 0.5)
    assert np.allclose(found[..., 0], columns, atol=1e-6)
    assert np.allclose(found[..., 1], rows, atol=1e-6)
    assert (found[..., 2] > 0).all()
    assert np.allclose(camera.basis @ camera.basis.T, np.eye(3), atol=1e-9)


@pytest.mark.parametrize(
    ("view", "point", "pixel"),
    [
        ("front", (0.5, 0, 0), (75, 50)),  # the subject's left is on the picture's right
        ("front", (0, 0.5, 0), (50, 25)),
        ("back", (0.5, 0, 0), (25, 50)),
        ("left", (0, 0, 0.5), (25, 50)),
        ("right", (0, 0, 0.5), (75, 50)),
        ("top", (0, 0, 0.5), (50, 75)),  # the front is at the picture's lower rim
        ("bottom", (0, 0, 0.5), (50, 25)),
    ],
)
def test_named_views(view: str, point: tuple[float, float, float], pixel: tuple[int, int]) -> None:
    (camera,) = rig([view], scale=2.0, size=100)
    x, y, _ = camera.project(point)
    assert (x, y) == pytest.approx(pixel)


def test_nearer_to_the_eye_is_less_deep() -> None:
    (camera,) = rig(["left"], scale=2.0)
    assert camera.project((1, 0, 0))[2] < camera.project((-1, 0, 0))[2]


def test_behind_a_perspective_camera_is_nowhere() -> None:
    camera = Camera((0, 0, 2), (0, 0, 0), fov=60)
    assert np.isnan(camera.project((0, 0, 3))[:2]).all()


@pytest.mark.parametrize("fov", [None, 20.0, 90.0])
@pytest.mark.parametrize("size", [100, (60, 100), (100, 60)])
def test_a_rig_around_a_mesh_sees_all_of_it_and_hardly_more(
    fov: float | None, size: int | tuple[int, int]
) -> None:
    mesh = fixtures.humanoid("T", cell=0.03).mesh
    cameras = rig_around(mesh, [*SIX, (30, 20)], fov=fov, size=size, margin=0.05)
    width, height = (size, size) if isinstance(size, int) else size
    tightest = 1.0
    for camera in cameras:
        x, y, _ = camera.project(mesh.vertices).T
        rim = min(x.min() / width, 1 - x.max() / width, y.min() / height, 1 - y.max() / height)
        assert rim > 0.04
        tightest = min(tightest, float(rim))
    assert tightest < 0.2


def test_mappings_go_through_json_and_back() -> None:
    cameras = (*rig(weights=[1, 0.1, 0.5, 0.1, 0.05, 0.05]), *rig(["front"], fov=35, size=(7, 9)))
    text = json.dumps(rig_to_mappings(cameras))
    assert rig_from_mappings(json.loads(text)) == cameras


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"fov": 40}, "ortho_scale or fov"),
        ({"eye": [0, 0]}, "eye must be three"),
        ({"eye": "abc"}, "must be numbers"),
        ({"eye": [0, 0, 0]}, "where it stands"),
        ({"eye": [0, 1, 0]}, "along its own up"),
        ({"ortho_scale": 0}, "above 0"),
        ({"width": 0}, "has none"),
        ({"weight": -1}, "weight"),
        ({"focus": 1}, "no focus"),
    ],
)
def test_a_mapping_that_is_wrong_is_refused_with_its_number_and_the_reason(
    change: dict[str, object], reason: str
) -> None:
    good = rig(["front"])[0].to_mapping()
    good["target"] = [0, 0, 0]
    with pytest.raises(ValueError, match=f"camera 1: .*{reason}"):
        rig_from_mappings([good, {**good, **change}])


def test_unknown_views_and_too_few_weights_are_refused() -> None:
    with pytest.raises(ValueError, match="no view 'side'"):
        rig(["side"])
    with pytest.raises(ValueError, match="2 weights for 1"):
        rig(["front"], weights=[1, 1])
