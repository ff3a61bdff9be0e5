"""The printed time axis: tiles of rows and hours on as many pages as needed, or everything on one."""

from exports.timeline_pdf.render import letter_points, render_timeline_pdf

__all__ = ["letter_points", "render_timeline_pdf"]
