"""Recipes: one file describes one system, from what it hears to how it learns."""

from ser_desktop.training.recipes.recipe import FOLDER, Recipe, load, names

__all__ = ["FOLDER", "Recipe", "load", "names"]
