"""The time axis as numbers: minutes to pixels, zoom, and where the ticks stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

_DAY = 1440
_STEPS = (5, 10, 15, 30, 60, 120, 240, 360, 720, _DAY, 2 * _DAY, 4 * _DAY, 7 * _DAY, 14 * _DAY, 28 * _DAY)
_LEAST_TICK_PIXELS = 64
MOST_PIXELS_A_MINUTE = 24.0
LEAST_PIXELS_A_MINUTE = 0.02


@dataclass(frozen=True, slots=True)
class TimeScale:
    """`first_minute` lies at x = 0; x grows by `pixels_a_minute`."""

    first_minute: float = -30.0
    pixels_a_minute: float = 2.0

    def x(self, minute: float) -> float:
        """The pixel of a minute."""
        return (minute - self.first_minute) * self.pixels_a_minute

    def minute(self, x: float) -> float:
        """The minute of a pixel."""
        return self.first_minute + x / self.pixels_a_minute

    def zoomed(self, factor: float, at_x: float) -> TimeScale:
        """The scale magnified by `factor`, what lies at `at_x` staying there."""
        wanted = self.pixels_a_minute * factor
        pixels = min(MOST_PIXELS_A_MINUTE, max(LEAST_PIXELS_A_MINUTE, wanted))
        return TimeScale(self.minute(at_x) - at_x / pixels, pixels)

    def panned(self, pixels: float) -> TimeScale:
        """The scale moved so that what lay at x = `pixels` lies at 0."""
        return replace(self, first_minute=self.first_minute + pixels / self.pixels_a_minute)

    @staticmethod
    def fitted(first: float, last: float, width: float, margin: float = 24.0) -> TimeScale:
        """The scale that shows the minutes `first` to `last` in `width` pixels with a margin each side."""
        room = max(1.0, width - 2 * margin)
        pixels = min(MOST_PIXELS_A_MINUTE, max(LEAST_PIXELS_A_MINUTE, room / max(1.0, last - first)))
        return TimeScale(first - margin / pixels, pixels)

    @property
    def tick_minutes(self) -> int:
        """The distance of labelled ticks: the smallest round one that leaves room for the labels."""
        for step in _STEPS:
            if step * self.pixels_a_minute >= _LEAST_TICK_PIXELS:
                return step
        return _STEPS[-1]

    def ticks(self, width: float, offset_minutes: int = 0) -> list[int]:
        """The minutes of the ticks within `width` pixels; `offset_minutes` aligns them to full hours:
        it is the minute of the hour (or day) at which minute 0 lies."""
        step = self.tick_minutes
        first = int((self.first_minute + offset_minutes) // step) * step - offset_minutes
        last = self.minute(width)
        return [minute for minute in range(first, int(last) + step, step) if minute >= self.first_minute]
