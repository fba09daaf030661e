"""The records of an FBX scene: what each object is, and how the objects hang together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .fbx_binary import CREATION_TIME, FILE_ID, VERSION, Long, Property, Record
from .fbx_geometry import CENTIMETRES, UV_SET

# An FBX second has this many ticks.
TICKS = 46_186_158_000
DOCUMENT_ID = 1
FIRST_ID = 1_000_000
CREATOR = "AvatarForge"


@dataclass(slots=True)
class Scene:
    """The objects and their connections as they are added, with ids in the order of adding."""

    objects: Record = field(default_factory=lambda: Record("Objects"))
    connections: Record = field(default_factory=lambda: Record("Connections"))
    last: int = FIRST_ID

    def number(self) -> int:
        self.last += 1
        return self.last

    def connect(self, child: int, parent: int, slot: str = "") -> None:
        """Hang an object on another, or on one of its properties."""
        if slot:
            self.connections.add("C", "OP", Long(child), Long(parent), slot)
        else:
            self.connections.add("C", "OO", Long(child), Long(parent))

    def model(self, kind: str, name: str, parent: int, offset: NDArray[Any] | None = None) -> int:
        """A node of the scene, at `offset` (3,) metres from its parent."""
        number = self.number()
        record = self.objects.add("Model", Long(number), f"{name}\0\1Model", kind)
        record.add("Version", 232)
        values = record.add("Properties70")
        where = np.zeros(3) if offset is None else np.asarray(offset, np.float64) * CENTIMETRES
        prop(values, "InheritType", "enum", "", "", 1)
        prop(values, "DefaultAttributeIndex", "int", "Integer", "", 0)
        prop(values, "Lcl Translation", "Lcl Translation", "", "A", *map(float, where))
        prop(values, "Lcl Rotation", "Lcl Rotation", "", "A", 0.0, 0.0, 0.0)
        prop(values, "Lcl Scaling", "Lcl Scaling", "", "A", 1.0, 1.0, 1.0)
        record.add("Shading", True)
        record.add("Culling", "CullingOff")
        self.connect(number, parent)
        return number

    def attribute(self, kind: str, name: str, flags: str, model: int, size: float) -> None:
        """What a node without a mesh is: a bone, or an empty."""
        number = self.number()
        record = self.objects.add("NodeAttribute", Long(number), f"{name}\0\1NodeAttribute", kind)
        values = record.add("Properties70")
        prop(values, "Size", "double", "Number", "", size)
        record.add("TypeFlags", flags)
        self.connect(number, model)

    def material(self, name: str, model: int) -> int:
        number = self.number()
        record = self.objects.add("Material", Long(number), f"{name}\0\1Material", "")
        record.add("Version", 102)
        record.add("ShadingModel", "phong")
        record.add("MultiLayer", 0)
        values = record.add("Properties70")
        white, black = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)
        prop(values, "DiffuseColor", "Color", "", "A", *white)
        prop(values, "DiffuseFactor", "Number", "", "A", 1.0)
        prop(values, "AmbientColor", "Color", "", "A", *black)
        prop(values, "EmissiveColor", "Color", "", "A", *black)
        prop(values, "EmissiveFactor", "Number", "", "A", 0.0)
        prop(values, "SpecularColor", "Color", "", "A", *black)
        prop(values, "SpecularFactor", "Number", "", "A", 0.0)
        prop(values, "Shininess", "Number", "", "A", 2.0)
        prop(values, "ShininessExponent", "Number", "", "A", 2.0)
        prop(values, "ReflectionFactor", "Number", "", "A", 0.0)
        prop(values, "TransparencyFactor", "Number", "", "A", 0.0)
        prop(values, "Opacity", "double", "Number", "", 1.0)
        self.connect(number, model)
        return number

    def texture(self, name: str, file: str, content: bytes, material: int) -> None:
        """A picture file inside this file, as the material's colour."""
        number, video = self.number(), self.number()
        record = self.objects.add("Texture", Long(number), f"{name}\0\1Texture", "")
        record.add("Type", "TextureVideoClip")
        record.add("Version", 202)
        record.add("TextureName", f"{name}\0\1Texture")
        values = record.add("Properties70")
        prop(values, "UVSet", "KString", "", "", UV_SET)
        prop(values, "UseMaterial", "bool", "", "", 1)
        record.add("Media", f"{name}\0\1Video")
        record.add("FileName", file)
        record.add("RelativeFilename", file)
        record.add("ModelUVTranslation", 0.0, 0.0)
        record.add("ModelUVScaling", 1.0, 1.0)
        record.add("Texture_Alpha_Source", "None")
        record.add("Cropping", 0, 0, 0, 0)
        self.connect(number, material, "DiffuseColor")
        clip = self.objects.add("Video", Long(video), f"{name}\0\1Video", "Clip")
        clip.add("Type", "Clip")
        prop(clip.add("Properties70"), "Path", "KString", "XRefUrl", "", file)
        clip.add("UseMipMap", 0)
        clip.add("Filename", file)
        clip.add("RelativeFilename", file)
        clip.add("Content", content)
        self.connect(video, number)

    def skin(self, name: str, mesh: int) -> int:
        number = self.number()
        record = self.objects.add("Deformer", Long(number), f"{name}\0\1Deformer", "Skin")
        record.add("Version", 101)
        record.add("Link_DeformAcuracy", 50.0)
        record.add("SkinningType", "Linear")
        self.connect(number, mesh)
        return number

    def cluster(
        self,
        name: str,
        skin: int,
        bone: int,
        points: NDArray[np.int32],
        weights: NDArray[np.float64],
        head: NDArray[Any],
    ) -> None:
        """What one bone moves. `head` (3,) metres is where the bone stood when it was bound."""
        number = self.number()
        record = self.objects.add("Deformer", Long(number), f"{name}\0\1SubDeformer", "Cluster")
        record.add("Version", 100)
        record.add("UserData", "", "")
        if len(points):
            record.add("Indexes", points)
            record.add("Weights", weights)
        record.add("Transform", placed(-np.asarray(head, np.float64)))
        record.add("TransformLink", placed(head))
        self.connect(number, skin)
        self.connect(bone, number)

    def bind_pose(self, name: str, nodes: list[tuple[int, NDArray[Any]]]) -> None:
        """Where every node stood when the skin was bound: ids and (3,) metres."""
        record = self.objects.add("Pose", Long(self.number()), f"{name}\0\1Pose", "BindPose")
        record.add("Type", "BindPose")
        record.add("Version", 100)
        record.add("NbPoseNodes", len(nodes))
        for node, where in nodes:
            pose = record.add("PoseNode")
            pose.add("Node", Long(node))
            pose.add("Matrix", placed(where))

    def records(self) -> list[Record]:
        """Every top record of the file, in the order in which readers want them."""
        return [
            *_header(),
            _settings(),
            _documents(),
            Record("References"),
            _definitions(self.objects),
            self.objects,
            self.connections,
            _takes(),
        ]


def placed(where: NDArray[Any]) -> NDArray[np.float64]:
    """(16,) of a shift by (3,) metres: row vectors, so that the shift is the last row."""
    matrix = np.eye(4)
    matrix[3, :3] = np.asarray(where, np.float64) * CENTIMETRES + 0.0  # no -0.0
    return matrix.ravel()


def prop(values: Record, name: str, kind: str, label: str, flags: str, *content: Property) -> None:
    values.add("P", name, kind, label, flags, *content)


def _header() -> list[Record]:
    header = Record("FBXHeaderExtension")
    header.add("FBXHeaderVersion", 1003)
    header.add("FBXVersion", VERSION)
    header.add("EncryptionType", 0)
    stamp = header.add("CreationTimeStamp")
    stamp.add("Version", 1000)
    for unit, value in (("Year", 1970), ("Month", 1), ("Day", 1), ("Hour", 10),
                        ("Minute", 0), ("Second", 0), ("Millisecond", 0)):  # fmt: skip
        stamp.add(unit, value)
    header.add("Creator", CREATOR)
    info = header.add("SceneInfo", "GlobalInfo\0\1SceneInfo", "UserData")
    info.add("Type", "UserData")
    info.add("Version", 100)
    meta = info.add("MetaData")
    meta.add("Version", 100)
    for name in ("Title", "Subject", "Author", "Keywords", "Revision", "Comment"):
        meta.add(name, "")
    values = info.add("Properties70")
    for stage in ("Original", "LastSaved"):
        prop(values, stage, "Compound", "", "")
        prop(values, f"{stage}|ApplicationVendor", "KString", "", "", CREATOR)
        prop(values, f"{stage}|ApplicationName", "KString", "", "", CREATOR)
    return [
        header,
        Record("FileId", (FILE_ID,)),
        Record("CreationTime", (CREATION_TIME,)),
        Record("Creator", (CREATOR,)),
    ]


def _settings() -> Record:
    record = Record("GlobalSettings")
    record.add("Version", 1000)
    values = record.add("Properties70")
    # Right-handed, +y up, the front towards +z, one unit a centimetre.
    for name, number in (
        ("UpAxis", 1), ("UpAxisSign", 1), ("FrontAxis", 2), ("FrontAxisSign", 1),
        ("CoordAxis", 0), ("CoordAxisSign", 1), ("OriginalUpAxis", 1), ("OriginalUpAxisSign", 1),
    ):  # fmt: skip
        prop(values, name, "int", "Integer", "", number)
    prop(values, "UnitScaleFactor", "double", "Number", "", 1.0)
    prop(values, "OriginalUnitScaleFactor", "double", "Number", "", 1.0)
    prop(values, "AmbientColor", "ColorRGB", "Color", "", 0.0, 0.0, 0.0)
    prop(values, "DefaultCamera", "KString", "", "", "Producer Perspective")
    prop(values, "TimeMode", "enum", "", "", 6)  # 30 frames a second
    prop(values, "TimeSpanStart", "KTime", "Time", "", Long(0))
    prop(values, "TimeSpanStop", "KTime", "Time", "", Long(TICKS))
    prop(values, "CustomFrameRate", "double", "Number", "", -1.0)
    return record


def _documents() -> Record:
    record = Record("Documents")
    record.add("Count", 1)
    document = record.add("Document", Long(DOCUMENT_ID), "Scene", "Scene")
    values = document.add("Properties70")
    prop(values, "SourceObject", "object", "", "")
    prop(values, "ActiveAnimStackName", "KString", "", "", "")
    document.add("RootNode", Long(0))
    return record


def _definitions(objects: Record) -> Record:
    """How many objects there are of each type; readers reserve by it and compare."""
    counts = Counter(each.name for each in objects.children)
    record = Record("Definitions")
    record.add("Version", 100)
    record.add("Count", 1 + sum(counts.values()))
    record.add("ObjectType", "GlobalSettings").add("Count", 1)
    for name, count in counts.items():
        record.add("ObjectType", name).add("Count", count)
    return record


def _takes() -> Record:
    record = Record("Takes")
    record.add("Current", "")
    return record
