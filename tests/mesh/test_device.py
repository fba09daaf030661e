"""torch beside numpy, the reference: on the processor always, on a GPU where there is one."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from avatarforge.forge.mesh import bake as bake_module
from avatarforge.forge.mesh import device_torch
from avatarforge.forge.mesh import preview as preview_module
from avatarforge.forge.mesh.atlas import lay_out
from avatarforge.forge.mesh.bake import bake
from avatarforge.forge.mesh.bake_views import look
from avatarforge.forge.mesh.camera import Camera, rig_around
from avatarforge.forge.mesh.device import NUMPY, Numpy, pieces, shares
from avatarforge.forge.mesh.device_torch import Torch, chosen
from avatarforge.forge.mesh.mesh import Mesh
from avatarforge.forge.mesh.preview import turntable
from avatarforge.forge.mesh.raster import What, depth_buffer, rasterise, render
from avatarforge.forge.mesh.scan import Scan
from avatarforge.tests.mesh import fixtures, pictures
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
GAINS = np.array([[1, 1, 1], [0.88, 0.95, 1.12], [1.1, 1.05, 0.9], [0.93, 0.9, 1.0]])
AROUND = [(0, 0), (90, 10), (180, 0), (-70, 25)]


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """Threads that wait for each other would take longer than the arrays of a test."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module", params=["cpu", "cuda"])
def device(request: pytest.FixtureRequest) -> Torch:
    """torch in pieces so small that every mesh here needs several."""
    if request.param == "cuda" and not torch.cuda.is_available():
        pytest.skip("no GPU: torch finds no CUDA device")
    found = chosen(request.param)
    assert isinstance(found, Torch)
    found.faces, found.rows, found.fragments, found.points = 3000, 5000, 7000, 9000
    return found


def person() -> Mesh:
    return fixtures.humanoid("arms_in_front", cell=0.03).mesh


def scans(
    corners: NDArray[np.float64], key: NDArray[np.float64] | None, device: Torch
) -> Iterator[tuple[NDArray[Any], NDArray[Any]]]:
    """Numpy's arrays and the device's."""
    wanted, found = Scan(40, 30), Scan(40, 30, device)
    for start in (0, len(corners) // 2):
        part = slice(start, None if start else len(corners) // 2)
        wanted.draw(corners[part], None if key is None else key[part], start)
        keys = None if key is None else device.array(key[part])
        found.draw(device.array(corners[part]), keys, start)
    for name in ("found", "nearest", "claims"):
        yield getattr(wanted, name), device.host(getattr(found, name))


@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**32 - 1), keyed=st.booleans())
def test_any_triangles_are_found_as_numpy_finds_them(device: Torch, seed: int, keyed: bool) -> None:
    rng = np.random.default_rng(seed)
    count = int(rng.integers(0, 400))
    # Some far outside, some on pixels' centres, some flat, some twice, some no numbers.
    corners = rng.normal(20, rng.choice([3, 30, 300]), (count, 3, 2))
    corners[:, :, 1] -= 5
    snapped = rng.random(count) < 0.4
    corners[snapped] = np.round(corners[snapped] * 2) / 2
    flat = rng.random(count) < 0.1
    corners[flat, 2] = corners[flat, 1]
    corners[1::5] = corners[0::5][: len(corners[1::5])]
    corners[rng.random(count) < 0.05, 1, 0] = rng.choice([np.nan, np.inf])
    key = np.round(rng.uniform(1, 2, (count, 3)) * 8) / 8
    key[rng.random(count) < 0.5] = 1.5
    for wanted, found in scans(corners, key if keyed else None, device):
        assert wanted.dtype == found.dtype
        assert np.array_equal(wanted, found)


def test_of_triangles_at_one_depth_the_first_is_seen(device: Torch) -> None:
    corners = np.repeat(np.array([[(0, 0), (90, 0), (0, 90)]], np.float64), 50, axis=0)
    (wanted, found), *_ = scans(corners, np.ones((50, 3)), device)
    assert (found == 0).all() and np.array_equal(wanted, found)


@pytest.mark.parametrize("fov", [None, 45.0])
def test_it_sees_what_numpy_sees(device: Torch, fov: float | None) -> None:
    mesh = person()
    for camera in rig_around(mesh, ["front", "bottom", (35.0, 20.0)], fov=fov, size=(200, 240)):
        wanted, found = rasterise(mesh, camera), rasterise(mesh, camera, device)
        assert wanted.mask.mean() > 0.05
        assert np.array_equal(found.face_id, wanted.face_id)
        assert np.abs(found.bary - wanted.bary).max() <= 1e-6
        assert np.allclose(found.depth, wanted.depth, rtol=1e-6, atol=0)
        depth = device.host(depth_buffer(mesh, camera, device))
        assert np.allclose(depth, depth_buffer(mesh, camera), rtol=1e-12, atol=0)


def test_what_runs_under_the_camera_is_cut_at_it(device: Torch) -> None:
    floor = fixtures.sheet(100, 100, cells=30)
    lying = replace(floor, vertices=floor.vertices[:, [0, 2, 1]], normals=None)
    camera = Camera((0.3, 1, 0.2), (0.3, 0.9, -1), fov=90, width=64, height=64)
    wanted, found = rasterise(lying, camera), rasterise(lying, camera, device)
    assert wanted.mask.any() and not wanted.mask.all()
    assert (wanted.face_id != found.face_id).mean() < 1e-3
    same = wanted.face_id == found.face_id
    assert np.abs(found.bary - wanted.bary)[same].max() <= 1e-6
    assert np.allclose(found.depth[same], wanted.depth[same], rtol=1e-6, atol=0)


@pytest.mark.parametrize(
    "mesh",
    [
        fixtures.with_nan(fixtures.icosphere(3), 7),
        fixtures.two_sheets(),
        fixtures.nonmanifold(),
        fixtures.triangle(),
        replace(fixtures.triangle(), faces=np.zeros((0, 3), np.int64)),
        replace(fixtures.triangle(), faces=np.zeros((4, 3), np.int64)),
    ],
    ids=["not numbers", "sheets", "nonmanifold", "one", "none", "no area"],
)
@pytest.mark.parametrize("fov", [None, 60.0])
def test_meshes_that_are_not_as_one_would_wish(
    device: Torch, mesh: Mesh, fov: float | None
) -> None:
    (camera,) = rig_around(fixtures.icosphere(3), ["front"], size=64, fov=fov)
    wanted, found = rasterise(mesh, camera), rasterise(mesh, camera, device)
    assert np.array_equal(found.face_id, wanted.face_id)
    assert np.allclose(found.depth, wanted.depth, rtol=1e-6, atol=0)


@pytest.mark.parametrize("fov", [None, 40.0])
def test_a_picture_is_looked_at_as_by_numpy(device: Torch, fov: float | None) -> None:
    mesh = person()
    atlas = lay_out(mesh, 256)
    rng = np.random.default_rng(3)
    image = rng.random((301, 203, 3), np.float32)
    mask = rng.random((301, 203)) < 0.98
    # Fine and coarse, so that several levels of the picture are read.
    for scale in (1, 6):
        fine = replace(atlas, extent=atlas.extent * scale)
        (camera,) = rig_around(mesh, [(20, 10)], fov=fov, size=(203, 301))
        wanted = look(mesh, fine, camera, image, mask, 1.0)
        found = look(mesh, fine, camera, image, mask, 1.0, device)
        assert len(wanted.index) > 5000 and np.isfinite(wanted.gap).any()
        assert np.array_equal(found.index, wanted.index)
        for name in ("weight", "quality", "colour", "low", "pixel", "gap"):
            one, other = getattr(found, name), getattr(wanted, name)
            assert one.dtype == other.dtype and one.shape == other.shape
            assert np.allclose(one, other, rtol=1e-5, atol=1e-6), name


@pytest.mark.parametrize("what", ["colour", "normal", "position", "depth", "mask", "shaded"])
def test_pictures_are_as_numpys(device: Torch, what: What) -> None:
    plain = fixtures.box_unwrapped(fixtures.icosphere(4, 0.5), size=128)
    rng = np.random.default_rng(1)
    texture = rng.integers(0, 256, (64, 64, 3)).astype(np.uint8)
    colours = rng.random((len(plain.vertices), 3), np.float32)
    for mesh in (plain, replace(plain, texture=texture), replace(plain, colours=colours)):
        for fov, samples in ((None, 2), (50.0, 1)):
            (camera,) = rig_around(mesh, [(30, 20)], fov=fov, size=(97, 80))
            wanted, found = (
                render(mesh, camera, what=what, background=0.9, supersample=samples, device=each)
                for each in (NUMPY, device)
            )
            assert found.shape == wanted.shape and found.dtype == wanted.dtype
            assert wanted.std() > 0 and np.abs(found - wanted).max() < 1e-5


def test_a_picture_of_nothing_is_its_background(device: Torch) -> None:
    away = Camera((0, 0, 2), (0, 0, 9), fov=40, width=8, height=6)
    empty: dict[What, float] = {"shaded": 0.5, "depth": 0.0, "mask": 0.0, "normal": 0.0}
    for what, value in empty.items():
        picture = render(fixtures.cube(), away, what=what, background=0.5, device=device)
        assert (picture == value).all()


def test_distances_are_exact_as_far_as_they_matter(device: Torch) -> None:
    rng = np.random.default_rng(5)
    for share, sides in ((0.9, (33, 47)), (0.99, (60, 9)), (1.0, (8, 8)), (0.0, (5, 7))):
        inside = rng.random(sides) < share
        wanted = NUMPY.distance(inside, 4.5)
        found = device.host(device.distance(device.array(inside), 4.5))
        near = wanted <= 4.5
        assert np.array_equal(found[near], wanted[near])
        assert (found[~near] > 4.5).all()


@pytest.mark.parametrize("exposed", [False, True], ids=["even", "exposure off"])
@pytest.mark.parametrize("albedo", [pictures.trig, pictures.checker(16)], ids=["smooth", "edges"])
def test_the_texture_is_numpys(
    device: Torch, albedo: pictures.Albedo, exposed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    mesh = person()
    cameras = rig_around(mesh, AROUND, fov=35.0, size=192)
    images = np.zeros((4, 192, 192, 3), np.float32)
    for view, camera in enumerate(cameras):
        seen = rasterise(mesh, camera)
        points = seen.interpolate(mesh.faces, mesh.vertices).astype(np.float64)
        images[view][seen.mask] = albedo(points) * (GAINS[view] if exposed else 1)
    images = np.clip(images, 0, 1)
    wanted = bake(mesh, images, cameras, size=256, device="numpy")
    monkeypatch.setattr(bake_module, "chosen", lambda _: device)
    found = bake(mesh, images, cameras, size=256)
    assert found.report["device"] == device.name and wanted.report["device"] == "numpy"
    if exposed:
        gains = found.report["levelling"]["gains"]
        assert np.allclose(gains, wanted.report["levelling"]["gains"], atol=1e-4)
    # 1 of 255 is what a rounding of a value within 1e-3 can make.
    apart = np.abs(found.texture.astype(int) - wanted.texture)
    assert apart.max() <= 1 and (apart > 0).mean() < 1e-3
    assert (found.coverage != wanted.coverage).mean() < 1e-4
    assert np.abs(found.confidence - wanted.confidence).max() < 1e-3


class Small(Torch):
    """With room for one picture."""

    def __init__(self, error: Exception) -> None:
        super().__init__(torch, "cpu")
        self.error = error
        self.pictures = 0

    def distance(self, inside: Any, reach: float) -> Any:
        self.pictures += 1
        if self.pictures > 1:
            raise self.error
        return super().distance(inside, reach)


@pytest.mark.parametrize(
    "error",
    [torch.OutOfMemoryError("CUDA out of memory"), RuntimeError("XPU out of memory. Tried to")],
    ids=["CUDA", "another driver"],
)
def test_numpy_goes_on_where_the_memory_ends(
    error: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    mesh = fixtures.sheet(1.0, 1.0, cells=8)
    cameras = rig_around(mesh, [(0, 0), (30, 0)], size=64)
    images = np.random.default_rng(0).random((2, 64, 64, 3))
    wanted = bake(mesh, images, cameras, size=64, device="numpy")
    monkeypatch.setattr(bake_module, "chosen", lambda _: Small(error))
    with caplog.at_level(logging.WARNING):
        found = bake(mesh, images, cameras, size=64)
    assert np.array_equal(found.texture, wanted.texture)
    assert found.report["device"] == "numpy"
    assert any("too little memory" in note for note in found.report["notes"])
    assert "too little memory" in caplog.text and "out of memory" in caplog.text


def test_a_still_is_made_by_numpy_where_the_memory_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(Torch):
        def full(self, count: int, value: float, kind: Any) -> Any:
            raise torch.OutOfMemoryError("CUDA out of memory")

    (wanted,) = turntable(fixtures.cube(), size=64, device="numpy")
    monkeypatch.setattr(preview_module, "chosen", lambda _: Full(torch, "cpu"))
    (found,) = turntable(fixtures.cube(), size=64)
    assert np.array_equal(found, wanted)


def test_other_errors_of_a_device_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    mesh = fixtures.sheet(1.0, 1.0, cells=8)
    cameras = rig_around(mesh, [(0, 0), (30, 0)], size=64)
    monkeypatch.setattr(bake_module, "chosen", lambda _: Small(RuntimeError("misaligned address")))
    with pytest.raises(RuntimeError, match="misaligned address"):
        bake(mesh, np.zeros((2, 64, 64, 3)), cameras, size=64)


def test_without_torch_numpy_does_it_and_does_not_load_it() -> None:
    """In a Python of its own, where nothing has loaded torch before."""
    script = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location(
    "avatarforge", sys.argv[1] + "/__init__.py", submodule_search_locations=[sys.argv[1]])
sys.modules["avatarforge"] = importlib.util.module_from_spec(spec)
import numpy as np
from avatarforge.forge.mesh import device_torch
from avatarforge.forge.mesh.bake import bake
from avatarforge.forge.mesh.camera import Camera
from avatarforge.forge.mesh.mesh import Mesh
device_torch.expected_device = lambda: "cpu"  # of a machine without a GPU
sheet = Mesh(np.array([(-1, -1, 0), (1, -1, 0), (1, 1, 0), (-1, 1, 0)]),
             np.array([(0, 1, 2), (0, 2, 3)]), uvs=np.array([(0, 1), (1, 1), (1, 0), (0, 0)]))
camera = Camera((0, 0, 2), (0, 0, 0), ortho_scale=2.2, width=32, height=32)
def worked():
    baked = bake(sheet, np.full((1, 32, 32, 3), 90, np.uint8), [camera], size=32)
    assert abs(baked.texture.astype(int) - 90).max() <= 1
    return baked.report["device"]
print(worked(), "torch" in sys.modules)
sys.modules["torch"] = None  # what an import of it then raises is ImportError
device_torch.expected_device = lambda: "cuda:0"
print(worked())
try:
    device_torch.chosen("cuda")
except ValueError as error:
    print(error)
"""
    ran = subprocess.run(
        [sys.executable, "-c", script, str(ROOT)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    first, second, third = ran.stdout.splitlines()
    assert first == "numpy False" and second == "numpy"
    assert "'cuda' cannot be used" in third and "torch" in third


def comfyui_with(device: str, monkeypatch: pytest.MonkeyPatch) -> None:
    management = SimpleNamespace(get_torch_device=lambda: torch.device(device))
    monkeypatch.setitem(sys.modules, "comfy.model_management", management)


@pytest.mark.parametrize("device", ["cpu", "mps"])
def test_comfyuis_device_is_asked(device: str, monkeypatch: pytest.MonkeyPatch) -> None:
    comfyui_with(device, monkeypatch)
    assert chosen() is NUMPY


def test_a_device_that_cannot_do_it_is_not_used(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    comfyui_with("xpu:6", monkeypatch)
    with caplog.at_level(logging.WARNING):
        assert chosen() is NUMPY
    assert "by numpy, not by xpu:6" in caplog.text


def test_a_device_that_finds_something_else_than_numpy_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def any_value(self: Torch, target: Any, at: Any, values: Any) -> None:
        target[at] = values  # as a GPU would whose lowest is not the lowest

    monkeypatch.setattr(device_torch, "_told", {})
    monkeypatch.setattr(Torch, "lower", any_value)
    with pytest.raises(ValueError, match="'cpu' cannot be used: it does not find what numpy"):
        chosen("cpu")


@pytest.mark.parametrize("name", ["gpu", "xpu:7", ""])
def test_a_device_that_there_is_not_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="cannot be used"):
        chosen(name)


def test_numpy_and_the_processor_can_be_asked_for() -> None:
    assert isinstance(chosen("numpy"), Numpy)
    assert chosen("cpu").name == "cpu"


@given(sizes=st.lists(st.integers(0, 50), max_size=30), most=st.integers(1, 60))
def test_pieces_hold_everything_once(sizes: list[int], most: int) -> None:
    things = np.array(sizes, np.int64)
    parts = [things[part] for part in shares(things, most)]
    assert np.array_equal(np.concatenate([things[:0], *parts]), things)
    assert all(part.sum() <= most or len(part) == 1 for part in parts)
    cut = [things[part] for part in pieces(len(things), most)]
    assert np.array_equal(np.concatenate(cut), things)
    assert all(len(part) <= most for part in cut)
