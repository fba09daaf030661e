"""Scan conversion: which triangle covers the centre of each pixel, and which of them is in front.

Every value is made by the same double-precision operations in the same order on any device,
each rounded as IEEE 754 says, so what is found is the same to the last bit, whichever device
it ran on.
"""

from __future__ import annotations

from .device import NUMPY, Array, Device, shares


class Scan:
    """A picture into which triangles are drawn, in their order.

    On the device, row by row: `found` (H * W,) int32 the triangle, -1 where none is; `nearest`
    (H * W,) float64 the lowest key, infinite where none is; `claims` (H * W,) int32 how many
    triangles cover a pixel, counted only of triangles without keys.
    """

    def __init__(self, width: int, height: int, device: Device = NUMPY) -> None:
        self.width, self.height, self.device = width, height, device
        self.found = device.full(height * width, -1, "int32")
        self.nearest = device.full(height * width, float("inf"), "float64")
        self.claims = device.full(height * width, 0, "int32")

    def draw(self, corners: Array, key: Array | None, number: int = 0) -> None:
        """(M, 3, 2) `corners` in pixels of triangles that have the numbers from `number` on.

        `key` (M, 3), linear over the picture, decides: the lowest is seen, of equal ones the
        first triangle; without keys the first triangle is. Triangles that share an edge neither
        overlap nor leave a gap there. Those with a corner that is no number are left out.
        """
        device, xp = self.device, self.device.xp
        if len(corners) <= device.rows // self.height:
            self._draw(corners, key, number)
            return
        y = corners[..., 1]
        tall = xp.clip(xp.amax(y, axis=1) - xp.amin(y, axis=1), 0, self.height) + 2
        tall = xp.where(xp.isfinite(tall), tall, 1.0)
        for part in shares(device.host(device.cast(tall, "int64")), device.rows):
            self._draw(corners[part], None if key is None else key[part], number + part.start)

    def _draw(self, corners: Array, key: Array | None, number: int) -> None:
        device = self.device
        triangle, row, start, count = self._spans(corners)
        slope_x = first = None
        if key is not None:
            slope_x, slope_y, offset = _planes(corners, key, device)
            # At the first pixel's centre; further ones add the slope.
            across, down = (device.cast(each, "float64") + 0.5 for each in (start, row))
            first = slope_x[triangle] * across + slope_y[triangle] * down
            first += offset[triangle]
        for part in shares(device.host(count), device.fragments):
            owner, step = device.spread(count[part])
            pixel = (row[part] * self.width + start[part])[owner] + step
            which = triangle[part][owner]
            if slope_x is None or first is None:
                self.claims += device.counted(pixel, len(self.claims))
                value = None
                better = self.found[pixel] < 0
            else:
                value = first[part][owner] + slope_x[which] * step
                better = value < self.nearest[pixel]
            pixel, which = pixel[better], which[better]
            if value is not None:
                value = value[better]
                device.lower(self.nearest, pixel, value)
                won = value == self.nearest[pixel]
                pixel, which = pixel[won], which[won]
            device.first(self.found, pixel, device.cast(which + number, "int32"))

    def _spans(self, corners: Array) -> tuple[Array, Array, Array, Array]:
        """Triangle, row, first column and number of pixels of each run of covered pixels."""
        device, xp = self.device, self.device.xp
        ranked = device.taken(corners, device.ranked(corners[..., 1]))
        finite = xp.isfinite(ranked).reshape(-1, 6).all(axis=1)
        ranked = xp.where(finite[:, None, None], ranked, 0.0)
        x, y = ranked[..., 0], ranked[..., 1]
        top = device.cast(xp.clip(xp.ceil(y[:, 0] - 0.5), 0, self.height), "int64")
        bottom = device.cast(xp.clip(xp.ceil(y[:, 2] - 0.5), 0, self.height), "int64")
        tall = xp.clip(bottom - top, 0, None)
        tall[(xp.amax(x, axis=1) < 0) | (xp.amin(x, axis=1) > self.width)] = 0
        triangle, row = device.spread(tall)
        row += top[triangle]
        middle = device.cast(row, "float64") + 0.5
        # An edge is always followed from its upper end, so both its triangles get the same column.
        slope = [
            device.ratio(x[:, other] - x[:, upper], y[:, other] - y[:, upper])
            for upper, other in ((0, 2), (0, 1), (1, 2))
        ]
        long = x[triangle, 0] + (middle - y[triangle, 0]) * slope[0][triangle]
        lower = middle >= y[triangle, 1]
        corner = device.cast(lower, "int64")
        short = x[triangle, corner] + (middle - y[triangle, corner]) * xp.where(
            lower, slope[2][triangle], slope[1][triangle]
        )
        left, right = xp.minimum(long, short), xp.maximum(long, short)
        start = xp.clip(xp.ceil(left - 0.5), 0, self.width)
        end = xp.clip(xp.ceil(right - 0.5), 0, self.width)
        some = end > start
        begin = device.cast(start[some], "int64")
        return triangle[some], row[some], begin, device.cast(end[some], "int64") - begin


def _planes(corners: Array, key: Array, device: Device) -> tuple[Array, Array, Array]:
    """(M,) slopes and offset: key = slope_x * x + slope_y * y + offset."""
    edge = corners[:, 1:] - corners[:, :1]
    rise = key[:, 1:] - key[:, :1]
    area = edge[:, 0, 0] * edge[:, 1, 1] - edge[:, 0, 1] * edge[:, 1, 0]
    inverse = device.ratio(device.xp.ones_like(area), area)
    slope_x = (rise[:, 0] * edge[:, 1, 1] - rise[:, 1] * edge[:, 0, 1]) * inverse
    slope_y = (rise[:, 1] * edge[:, 0, 0] - rise[:, 0] * edge[:, 1, 0]) * inverse
    return slope_x, slope_y, key[:, 0] - slope_x * corners[:, 0, 0] - slope_y * corners[:, 0, 1]
