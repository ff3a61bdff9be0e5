"""The desk that the tests of this screen act on."""

from tests.app.ui.follow_desk import context, world

__all__ = ["context", "world"]
