"""Qt calls that return nothing must not lose references to None, as PySide6 6.12.0 does on Python 3.11."""

import sys

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsRectItem, QLabel

CALLS = 1000
ALLOWED = 100


def test_void_calls_keep_the_references_to_none(qtbot):
    label, item = QLabel(), QGraphicsRectItem()
    qtbot.addWidget(label)
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter, color = QPainter(image), QColor("red")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("x")
        item.setPos(1, 1)
        painter.fillRect(0, 0, 4, 4, color)
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < ALLOWED
