"""Bodies of the chat image routes, as the document has them."""

from __future__ import annotations

import copy
import struct
from typing import Any

ALICE: dict[str, Any] = {
    "handle": "alice",
    "avatar_features": {
        "observed": {
            "face_shape": "oval",
            "hair_color": "blonde",
            "hair_type": "wavy",
            "hair_style": "long",
            "hair_length": "shoulder-length",
            "eye_color": "blue",
            "eye_shape": "almond",
            "skin_tone": "fair",
            "skin_undertone": "cool",
            "age_appearance": "young adult",
            "age_range": "20-30",
            "gender": "female",
            "expression": "happy",
        },
        "dress": {"dress_color": "white", "dress_type": "casual"},
        "accessories": {"hat_present": "no", "glasses_present": "no", "mask_present": "no"},
        "meta": {"face_detected": True, "num_faces": 1, "quality_score": 0.95},
    },
}
BOB: dict[str, Any] = {
    "handle": "bob",
    "avatar_features": {
        "observed": {
            "face_shape": "square",
            "hair_color": "black",
            "hair_type": "straight",
            "hair_style": "short",
            "eye_color": "brown",
            "skin_tone": "medium",
            "age_range": "25-35",
            "gender": "male",
        },
        "dress": {},
        "accessories": {"hat_present": "no", "glasses_present": "no", "mask_present": "no"},
        "meta": {"face_detected": True, "num_faces": 1, "quality_score": 0.93},
    },
}
CHARLIE: dict[str, Any] = {
    "handle": "charlie",
    "avatar_features": {
        "observed": {
            "face_shape": "round",
            "hair_color": "brown",
            "skin_tone": "tan",
            "age_range": "30-40",
            "gender": "male",
        },
        "dress": {},
        "accessories": {
            "hat_present": "no",
            "glasses_present": "yes",
            "glasses_type": "round",
            "mask_present": "no",
        },
        "meta": {"face_detected": True, "num_faces": 1, "quality_score": 0.9},
    },
}

_ONE_TO_ONE: dict[str, Any] = {
    "chat_messages": [
        {
            "sender_handle": "alice",
            "text": "What do you think about the sunset?",
            "timestamp": "2026-01-14T18:00:00Z",
            "tagged_handles": [],
        },
        {
            "sender_handle": "bob",
            "text": "It's beautiful! Reminds me of our trip with @charlie",
            "timestamp": "2026-01-14T18:01:30Z",
            "tagged_handles": ["charlie"],
        },
        {
            "sender_handle": "alice",
            "text": "Let's imagine us walking on the beach during sunset",
            "timestamp": "2026-01-14T18:03:00Z",
            "tagged_handles": [],
        },
    ],
    "style": "realistic",
    "participants": [ALICE, BOB],
    "target_message": "Let's imagine us walking on the beach during sunset",
}
_SHORTS: dict[str, Any] = {
    "style": "anime",
    "participants": [ALICE],
    "user_message": "A confident woman posing elegantly in a luxurious bedroom",
}
_SCENES: dict[str, Any] = {
    "style": "realistic",
    "participants": [BOB, CHARLIE],
    "user_message": "Two friends celebrating a victory at a sports bar",
}


def _bare(handle: str, shape: str, quality: float) -> dict[str, Any]:
    return {
        "handle": handle,
        "avatar_features": {
            "observed": {"face_shape": shape},
            "meta": {"face_detected": True, "num_faces": 1, "quality_score": quality},
        },
    }


_PRIVATE: dict[str, Any] = {
    "sender_id": "user123",
    "receiver_id": "user456",
    "style_request": {"style_id": "suko_3d"},
    "new_message": {"sent_at": "2026-01-14T15:30:00Z", "text": "Let's meet at the coffee shop"},
    "history": {
        "messages": [{"sent_at": "2026-01-14T15:25:00Z", "text": "Hey, what are you up to?"}]
    },
    "participants": {
        "sender_avatar": _bare("user123", "oval", 0.95),
        "receiver_avatar": _bare("user456", "round", 0.92),
    },
}
_GENERAL: dict[str, Any] = {
    "sender_id": "user123",
    "style_request": {"style_id": "suko_3d"},
    "prompt": {"sent_at": "2026-01-14T16:00:00Z", "text": "A serene mountain landscape at dawn"},
    "participants": {"sender_avatar": _bare("user123", "oval", 0.95)},
}

PATHS = {
    "1to1": "/v1/chat/1to1/imagegen",
    "shorts": "/v1/chat/shorts/generate",
    "scenes": "/v1/chat/scenes/generate",
    "private": "/v1/chat/private/imagegen",
    "general": "/v1/imagegen",
}
CAPTIONED = ("1to1", "shorts", "scenes")
_BODIES = {
    "1to1": _ONE_TO_ONE,
    "shorts": _SHORTS,
    "scenes": _SCENES,
    "private": _PRIVATE,
    "general": _GENERAL,
}
_TEXTS: dict[str, tuple[str, ...]] = {
    "1to1": ("target_message",),
    "shorts": ("user_message",),
    "scenes": ("user_message",),
    "private": ("new_message", "text"),
    "general": ("prompt", "text"),
}


def body(route: str, text: str | None = None, **changes: Any) -> dict[str, Any]:
    """The document's example, with another text and other fields."""
    made = copy.deepcopy(_BODIES[route]) | changes
    if text is not None:
        *outer, last = _TEXTS[route]
        at = made
        for name in outer:
            at = at[name]
        at[last] = text
    return made


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height
