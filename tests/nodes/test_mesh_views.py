"""The front and the back that are made of one picture."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import skimage.data
from avatarforge.forge.avatar.selfie.faces import Box, find_faces
from avatarforge.forge.mesh import back
from avatarforge.forge.mesh.camera import Camera
from avatarforge.forge.mesh.cutout import prepared
from avatarforge.forge.mesh.mesh import Mesh
from avatarforge.forge.mesh.views import front_and_back, front_camera
from PIL import Image, ImageDraw

CAMERA = Camera(eye=(0.1, 0.9, 4), target=(0.1, 0.9, 0), ortho_scale=2.0, width=512, height=512)


@pytest.fixture(scope="module")
def astronaut() -> Any:
    return prepared(skimage.data.astronaut(), size=512, outline=32)


def test_the_front_is_the_picture_and_the_back_its_mirror_without_a_face(astronaut: Any) -> None:
    views = front_and_back(astronaut.picture, astronaut.mask, CAMERA, size=512)
    (front, back), (shown, behind) = views.images, views.masks
    assert np.array_equal(behind, shown[:, ::-1])
    assert not (shown & ~astronaut.mask).any()
    assert shown.sum() > 0.95 * astronaut.mask.sum(), "all but the rim"
    inner = np.abs(front.astype(int) - astronaut.picture)[shown].max(axis=1)
    assert (inner == 0).mean() > 0.98, "all but the outermost pixels, which hold some ground"
    assert find_faces(front)
    assert not find_faces(back)
    assert any("synthetic" in note for note in views.notes)
    assert not any("no face" in note for note in views.notes)
    detail = [np.abs(np.diff(each.astype(int), axis=0))[1:][shown[2:]].mean() for each in
              (front, back[:, ::-1])]  # fmt: skip
    assert detail[1] < 0.6 * detail[0]


def test_a_point_is_at_mirrored_pixels(astronaut: Any) -> None:
    views = front_and_back(astronaut.picture, astronaut.mask, CAMERA, size=256)
    front, back = (camera.project([[0.3, 1.2, 0.2]])[0] for camera in views.cameras)
    assert front[0] + back[0] == pytest.approx(256)
    assert front[1] == pytest.approx(back[1])
    assert views.cameras[1].weight < views.cameras[0].weight


def test_without_a_face_the_notes_say_so() -> None:
    row, column = np.mgrid[:200, :120]
    mask = np.hypot((row - 100) / 90, (column - 60) / 40) < 1
    picture = np.where(mask[..., None], (90, 140, 60), 255).astype(np.uint8)
    views = front_and_back(picture, mask, CAMERA, size=200)
    assert views.images.shape == (2, 200, 120, 3)
    assert any("no face" in note for note in views.notes)
    inside = views.images[1][views.masks[1]].astype(int)
    assert np.abs(inside - (90, 140, 60)).max() <= 2, "one colour stays that colour"


def drawn_cat(side: int = 512) -> tuple[Any, Any]:
    image = Image.new("RGB", (side, side), (255, 255, 255))
    pen, fur = ImageDraw.Draw(image), (214, 140, 60)
    pen.polygon([(120, 160), (130, 20), (240, 90)], fill=fur)
    pen.polygon([(392, 160), (382, 20), (272, 90)], fill=fur)
    pen.ellipse((110, 70, 402, 330), fill=fur)
    pen.ellipse((150, 280, 362, 500), fill=fur)
    mask = np.asarray(image).min(axis=2) < 250
    for x in (196, 316):
        pen.ellipse((x - 26, 154, x + 26, 206), fill=(120, 190, 80))
        pen.ellipse((x - 9, 158, x + 9, 202), fill=(10, 10, 10))
    pen.ellipse((234, 236, 278, 262), fill=(60, 30, 30))
    pen.polygon([(242, 238), (270, 238), (256, 256)], fill=(200, 80, 90))
    return np.asarray(image), mask


@pytest.mark.parametrize("apart", [True, False], ids=["two eyes", "one, seen from the side"])
def test_an_animals_back_has_no_eyes(apart: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    picture, mask = drawn_cat()
    # What finds faces of people may, or may not, take a cat's for one.
    monkeypatch.setattr(back, "find_faces", lambda picture: ())
    if not apart:
        picture = picture.copy()
        picture[140:220, 280:350] = picture[280, 256]
    views = front_and_back(picture, mask, CAMERA, size=512)
    fur = np.array((214, 140, 60))
    shown = views.masks[0]
    assert np.abs(views.images[0][shown].astype(int) - fur).max() > 150, "the eyes"
    assert np.abs(views.images[1][:, ::-1][shown].astype(int) - fur).max() < 20
    said = "two eyes" if apart else "no face"
    assert any(said in note for note in views.notes)


def test_a_face_that_fills_the_picture_to_its_edge_is_covered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    picture, mask = drawn_cat()
    monkeypatch.setattr(back, "find_faces", lambda picture: (Box(x=300, y=330, side=300),))
    views = front_and_back(picture, mask, CAMERA, size=512)
    assert not any("no face" in note for note in views.notes)


def test_a_camera_is_found_for_a_mesh_that_came_without_one() -> None:
    mask = np.zeros((300, 200), bool)
    mask[30:270, 60:120] = True
    corners = np.array([[x, y, z] for x in (1, 1.5) for y in (-1, 1) for z in (0, 0.3)], np.float32)
    box = Mesh(corners, np.array([[0, 1, 2]]))
    camera, notes = front_camera(box, mask)
    pixels = camera.project(corners)
    assert pixels[:, :2].min(axis=0) == pytest.approx((60, 30))
    assert pixels[:, :2].max(axis=0) == pytest.approx((120, 270))
    assert notes == ()
    assert front_camera(Mesh(corners * (2, 1, 1), box.faces), mask)[1]
    with pytest.raises(ValueError, match="empty"):
        front_camera(box, np.zeros((9, 9), bool))


def test_outlines_in_ink_are_left_to_the_bake_but_not_what_is_thin() -> None:
    mask = np.zeros((500, 300), bool)
    mask[50:450, 100:200] = True
    mask[100:103, 200:280] = True
    picture = np.where(mask[..., None], 200, 255).astype(np.uint8).repeat(3, axis=2)
    shown = front_and_back(picture, mask, CAMERA, size=500).masks[0]
    assert not shown[200:300, 100:102].any() and shown[200:300, 103:197].all()
    assert shown[101, 210:270].all(), "a finger of three pixels"


def test_where_an_outline_is_wider_it_is_left_to_the_bake_as_well() -> None:
    mask = np.zeros((500, 300), bool)
    mask[50:450, 100:200] = True
    picture = np.where(mask[..., None], (200, 150, 120), 255).astype(np.uint8)
    picture[50:450, 100:102] = 30
    picture[240:260, 100:104] = 30  # two pixels more, for a while
    shown = front_and_back(picture, mask, CAMERA, size=500).masks[0]
    assert not shown[240:260, 100:104].any()
    assert shown[60:440, 104:190].all() and shown[100:200, 103].all()


def test_what_does_not_fit_is_refused() -> None:
    mask = np.ones((64, 64), bool)
    picture = np.zeros((64, 64, 3), np.uint8)
    for other in (
        {"picture": picture[:32]}, {"mask": ~mask}, {"size": 8},
        {"camera": Camera(eye=(0, 0, 4), target=(0, 0, 0), fov=40)},
    ):  # fmt: skip
        given: dict[str, Any] = {"picture": picture, "mask": mask, "camera": CAMERA, "size": 64}
        given |= other
        with pytest.raises(ValueError, match=r"fit|empty|size|orthographic"):
            front_and_back(given["picture"], given["mask"], given["camera"], size=given["size"])
