"""Where things lie: bundled assets and models, and the user's own folders."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

APP = "ser-desktop"


def home() -> Path:
    """Folder that holds ``assets`` and ``models``: the checkout, or the unpacked program."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def assets() -> Path:
    """Bundled icon, demo clip and the like."""
    return home() / "assets"


def model_folders() -> list[Path]:
    """Places where models are looked for, the user's own first."""
    return [platformdirs.user_data_path(APP) / "models", home() / "models"]


def tried() -> Path:
    """Folder of the notes which models were tried out."""
    return platformdirs.user_data_path(APP) / "tried"


def cache() -> Path:
    """Where features computed from recordings may be kept; safe to delete."""
    return platformdirs.user_cache_path(APP)


def settings() -> Path:
    """File of what a person chose."""
    return platformdirs.user_config_path(APP) / "settings.json"


def logs() -> Path:
    """Folder of what the program noted of its own runs."""
    return platformdirs.user_log_path(APP)


def voices() -> Path:
    """Folder of the profiles of voices."""
    return platformdirs.user_data_path(APP) / "voices"
