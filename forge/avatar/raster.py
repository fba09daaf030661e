from __future__ import annotations
import io
import numpy as np
import numpy.typing as npt
def rasterise(svg: str, width: int, height: int) -> npt.NDArray[np.uint8]:
    import resvg_py
    from PIL import Image
    png = resvg_py.svg_to_bytes(svg_string=svg, width=width, height=height, skip_system_fonts=True)
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGBA"))
