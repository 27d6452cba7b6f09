"""Drafts as the engine writes them, made from a solver's sessions; and what the verifier says of them."""

import json
import subprocess

HARD = {
    "unknown", "off_grid", "no_placement", "length", "unit_taken", "not_open", "blocked", "no_weeks", "outside_windows",
    "outside_class_hours", "too_small", "group_too_small", "lacks", "per_day", "own_overlap", "free_days",
    "most_minutes", "too_many", "held_back", "excluded", "coach", "unbundled", "lock_missing", "not_locked",
}  # fmt: skip


def class_names(instance):
    rules = instance["rules"]
    names = [c["name"] for c in rules["classes"]]
    return (["primacy"] if rules.get("primacy") else []) + names


def of_solver(instance, sessions):
    """Only the sessions are told; the verifier tells the figures."""
    line = {"wishes": 0, "wanted": [0] * 7, "given": [0] * 7, "at_most": 0, "at_most_in_place": 0, "minutes": 0, "lowest_share": 0, "points": 0}
    return {
        "format": 1,
        "instance": "",
        "rules": instance["rules"]["id"],
        "rules_version": instance["rules"]["version"],
        "seed": instance.get("seed", 0),
        "work": 0,
        "ended": "work",
        "sessions": sessions,
        "classes": [{"name": name, **line} for name in class_names(instance)],
        "change_price": 0,
        "organisations": [],
        "quotas": [],
        "refusals": [],
    }


def verify(check, instance, draft):
    """Violations of the hard rules, and all of them."""
    out = subprocess.run([check, instance, draft], capture_output=True, text=True, check=True).stdout
    found = [json.loads(line.split("\t")[0]) for line in out.splitlines()]
    return [one for one in found if one["violation"] in HARD], found


def figures(instance, found):
    """What each class got in the verifier's own reckoning, from a draft that tells nothing but sessions."""
    classes = {name: {"given": [0] * 7, "lowest_share": 0, "points": 0} for name in class_names(instance)}
    for one in found:
        if one["violation"] == "class_figure" and one["figure"] in ("given", "lowest_share", "points"):
            classes[one["class"]][one["figure"]] = json.loads(one["expected"])
    return classes
