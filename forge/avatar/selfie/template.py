"""The face template's weights, and how much each piece of evidence counts for a face.

The template is a logistic regression over windows of drawn faces in all styles and light and
the grey faces of scikit-image's `lfw_subset`, against their surroundings and scikit-image's
pictures without a face, with the hardest windows put in again and again. The weights of the
evidence were fitted to drawn faces and some sixty photographs in the same way.
"""

from __future__ import annotations

import base64
from functools import lru_cache

import numpy as np

from .gradients import LENGTH, Floats

_BIAS = -18.49570
_SCALE = 0.01094188
_WEIGHTS = (  # one signed byte each
    "O0gHsrJTzqMgGiwF59Ls5JkHDiD87gITCYX91OnwINQRFt7f2vncCwj19/joGuOjHRcW+Q4I8hWL5vHTCu1AHP+e"
    "4CrOzexDKzP528RF0fzw/mYa/f8p7+U2yy/OFBQyMvr9mwDnFNQVB/j1qgLkFA8YCPIqrercPVIYFt1G9D3M7BkF"
    "DhlbHCHI+CzM9ulA8C/H2fcK0tNBIF8uM19XR/Q4/EohO09TaTx5ARz3IQrxTg4g/Q0gIR3tL9w1HWNWXH9cLh5k"
    "JD0JJjo9MC9S9PcExwci0usU6zjK3gUiCPAkJD0SPS8xRCBKBGAvNj1XNCBLISHmHNri9tcJA/rG8t/0CekxBD4d"
    "RDopMxlXMj8nSkY0UvBXEyD2CisDB8sY/BjZ0wYPDB807inYJfbwFS8Y0RfVJx7DzNX06B4NQzEC+ddJ7xTBGgge"
    "SzgkwybB1cwiKvjz7h4qIMfl9vQFERkhDQoTxtkpCh3cpygB9/Ad1iCey6mE+gUV1hOd8B3T/wsnFSwETVhOPwwx"
    "7Rf7UVhPPgY06SIE8K/9AZoU2SEV9Yi7orLz/TX9Eu4C2cEi098P7x364/sUwS4M+eGbDAk7zS7T1NisIiQrLg0H"
    "PS8PVRzRFucUWgpkG+k24iMUEKro29ZDx0Ai18XJ2Qj8uTTlzfFVAgb35h357jvP7vXXIRk6AeqMDBv2QSrq/bL8"
    "MyAC4sixOzIBVev8Dt8MK95TL8XrKOwkFuDm8/QiGtQfA5DZCSAV/NsQyrlHBgUv"
)

VERDICT: tuple[float, ...] = (
    -3.001,
    3.526,
    1.474,
    -0.897,
    -0.024,
    -0.016,
    1.802,
    0.000,
    0.753,
    -0.786,
    -0.006,
    -0.008,
    0.000,
    0.122,
)
"""The threshold, then the weights of `faces._evidence`; above 0 is a face."""


@lru_cache(maxsize=1)
def weights() -> tuple[Floats, float]:
    """(LENGTH,) and the bias."""
    read = np.frombuffer(base64.b64decode("".join(_WEIGHTS)), np.int8)
    assert read.size == LENGTH
    return read.astype(np.float32) * np.float32(_SCALE), _BIAS
