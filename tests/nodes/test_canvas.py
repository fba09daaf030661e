"""Sizes and sheets of pictures, as nodes of a graph."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from avatarforge.forge.avatar.features import VIEWS
from avatarforge.forge.avatar.framing import VIEW_SIZES
from avatarforge.forge.recipes.sizing import SIZINGS, fit
from avatarforge.nodes.canvas import FitSize, SplitSheet
from hypothesis import given
from hypothesis import strategies as st


def values(output: Any) -> tuple[Any, ...]:
    found: tuple[Any, ...] = output.args
    return found


@given(
    model=st.sampled_from(sorted(SIZINGS)),
    width=st.integers(0, 512).map(lambda side: 8 * side),
    height=st.integers(0, 512).map(lambda side: 8 * side),
    view=st.sampled_from(VIEWS),
    columns=st.integers(1, 8),
)
def test_any_size_that_the_node_takes_is_fitted(
    model: str, width: int, height: int, view: Any, columns: int
) -> None:
    wide, high, final_width, final_height = values(
        FitSize.execute(model, width, height, view, columns)
    )
    usual_width, usual_height = VIEW_SIZES[view]
    assert (final_width, final_height) == (width or usual_width, height or usual_height)
    assert (wide, high) == fit(final_width, final_height, SIZINGS[model], columns)


def test_the_node_offers_every_family_that_has_sizes() -> None:
    (model,) = (given for given in FitSize.GET_SCHEMA().inputs if given.id == "model")
    assert list(model.options or ()) == list(SIZINGS)  # type: ignore[attr-defined]


def test_a_sheet_is_cut_row_by_row() -> None:
    cells = torch.rand(6, 5, 7, 3)
    top, bottom = (torch.cat(list(cells[at : at + 3]), dim=1) for at in (0, 3))
    sheet = torch.cat([top, bottom], dim=0)[None]
    (cut,) = values(SplitSheet.execute(sheet, 3, 2))
    assert torch.equal(cut, cells)


def test_what_does_not_divide_is_left_at_the_right_and_below() -> None:
    sheet = torch.rand(1, 11, 10, 3)
    (cut,) = values(SplitSheet.execute(sheet, 3, 2))
    assert tuple(cut.shape) == (6, 5, 3, 3)
    assert torch.equal(cut[0], sheet[0, :5, :3])
    assert torch.equal(cut[5], sheet[0, 5:10, 6:9])


def test_a_batch_of_sheets_is_cut_sheet_by_sheet() -> None:
    sheets = torch.rand(2, 4, 8, 4)
    (cut,) = values(SplitSheet.execute(sheets, 2, 1))
    assert tuple(cut.shape) == (4, 4, 4, 4)
    for number, (sheet, at) in enumerate(((0, 0), (0, 4), (1, 0), (1, 4))):
        assert torch.equal(cut[number], sheets[sheet, :, at : at + 4])


@pytest.mark.parametrize(("columns", "rows"), [(9, 1), (1, 5), (64, 64)])
def test_a_picture_smaller_than_its_cells_is_refused(columns: int, rows: int) -> None:
    with pytest.raises(ValueError, match=f"8x4 pixels cannot be cut into {columns}x{rows} cells"):
        SplitSheet.execute(torch.rand(1, 4, 8, 3), columns, rows)


@given(
    columns=st.integers(1, 5),
    rows=st.integers(1, 5),
    width=st.integers(5, 20),
    height=st.integers(5, 20),
)
def test_cells_are_equal_and_none_is_lost(columns: int, rows: int, width: int, height: int) -> None:
    sheet = torch.arange(height * width * 3, dtype=torch.float32).reshape(1, height, width, 3)
    (cut,) = values(SplitSheet.execute(sheet, columns, rows))
    assert tuple(cut.shape) == (columns * rows, height // rows, width // columns, 3)
    assert len(torch.unique(cut)) == cut.numel(), "no pixel twice"
