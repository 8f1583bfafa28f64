"""Figures: forecasts out of one's own pace. No Django, no database; useful alone."""

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

__all__ = ["FEWEST", "LEVELS", "SURE", "Forecast", "Refusal", "forecast", "resampled", "widened"]
