"""What every node of the pack has: a schema, words for people, and a page of help."""

from __future__ import annotations

from pathlib import Path

import pytest
from avatarforge.nodes.comfy import io
from avatarforge.nodes.pack import NODES, AvatarForge

CHECKOUT = Path(__file__).absolute().parents[2]
IDS = [node.GET_SCHEMA().node_id for node in NODES]


@pytest.mark.parametrize("node", NODES, ids=IDS)
def test_a_node_explains_itself(node: type[io.ComfyNode]) -> None:
    schema = node.GET_SCHEMA()
    assert schema.node_id.startswith("AvatarForge")
    assert schema.display_name
    assert schema.description
    assert schema.search_aliases
    assert schema.category.startswith("AvatarForge")
    for given in schema.inputs:
        assert given.tooltip, f"{schema.node_id}.{given.id} has no tooltip"
    page = CHECKOUT / "web" / "docs" / f"{schema.node_id}.md"
    assert schema.display_name in page.read_text(encoding="utf-8").splitlines()[0]


def test_ids_are_unique_and_every_page_has_its_node() -> None:
    assert len(set(IDS)) == len(IDS) == 41
    pages = {page.stem for page in (CHECKOUT / "web" / "docs").glob("*.md")}
    assert pages == set(IDS)


async def test_the_extension_lists_them() -> None:
    assert await AvatarForge().get_node_list() == NODES
