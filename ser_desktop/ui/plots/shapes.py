"""Envelopes and attention as Qt draws them: polygons and colours along a time axis."""

from __future__ import annotations

import struct

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QPointF
from PySide6.QtGui import QBrush, QLinearGradient, QPolygonF

from ser_desktop.results import Float32, Float64
from ser_desktop.ui import theme
from ser_desktop.ui.theme import Palette

_STOPS = 200


def heights(envelope: Float32, pixel: float) -> tuple[Float64, Float64]:
    """Heights [N], [N] of the lower and the upper edge, at least one pixel apart.

    They follow the square root of the amplitude, so that a quiet voice is seen and a loud one fits.
    """
    roots = np.sign(envelope) * np.sqrt(np.abs(envelope.astype(np.float64)))
    low, high = np.clip(roots, -1.0, 1.0).T
    thin = np.maximum(0.0, pixel - (high - low)) / 2
    return low - thin, high + thin


def between(x: Float64, low: Float64, high: Float64) -> QPolygonF:
    """Polygon between two edges [N]."""
    points = np.stack([np.concatenate([x, x[::-1]]), np.concatenate([high, low[::-1]])], axis=1)
    polygon = QPolygonF()  # read as Qt writes it: to make each point in Python takes twenty times as long
    written = struct.pack(">i", len(points)) + points.astype(">f8").tobytes()
    QDataStream(QByteArray(written)) >> polygon
    return polygon


def tint(x: Float64, attention: Float64, palette: Palette) -> QBrush:
    """Colour along the time axis, from the wave's grey to the accent where attention [N] is 1."""
    gradient = QLinearGradient(QPointF(x[0], 0), QPointF(x[-1], 0))
    index = np.linspace(0, len(x) - 1, min(_STOPS, len(x))).astype(int)
    span = max(x[-1] - x[0], 1e-9)
    gradient.setStops(
        [((x[i] - x[0]) / span, theme.blend(palette.wave, palette.accent, attention[i])) for i in index]
    )
    return QBrush(gradient)
