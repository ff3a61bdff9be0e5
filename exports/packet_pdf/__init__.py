"""The meeting packet as PDF: `render_packet_pdf(document)` gives the same bytes for the same document."""

from exports.packet_pdf.render import render_packet_pdf

__all__ = ["render_packet_pdf"]
