"""Figures: forecasts out of one's own pace, how far raters agree. No Django, no database; useful alone."""

from samsyn.figures.agreement import Scale, alpha
from samsyn.figures.forecasting import (
    FEWEST,
    LEVELS,
    SURE,
    Forecast,
    Refusal,
    forecast,
    resampled,
    widened,
)

__all__ = [
    "FEWEST",
    "LEVELS",
    "SURE",
    "Forecast",
    "Refusal",
    "Scale",
    "alpha",
    "forecast",
    "resampled",
    "widened",
]
