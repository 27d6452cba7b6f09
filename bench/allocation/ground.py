"""Where sessions can be: units, when they can be used, placements. A second reading of FORMAT.md, for the solvers only."""

import math
from dataclasses import dataclass
from functools import cache

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
METRES_PER_DEGREE = 111_194.926_644_558_74


def minutes(clock):
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def clock(minute):
    return f"{minute // 60:02d}:{minute % 60:02d}"


def metres(one, other):
    north = (one[0] - other[0]) * METRES_PER_DEGREE
    east = (one[1] - other[1]) * METRES_PER_DEGREE * math.cos(math.radians((one[0] + other[0]) / 2))
    return int(math.hypot(north, east) + 0.5)


@dataclass(frozen=True)
class Placement:
    """Units that a session can be put in: their numbers, what the file calls them, and the place's rank."""

    units: tuple
    spaces: tuple
    whole: str
    rank: int


class Ground:
    """The spaces of an instance. Slots of a day are the bits of a number."""

    def __init__(self, instance):
        self.grid = instance["grid"]
        self.slots = 1440 // self.grid
        self.weeks = set(range(1, instance["season"]["weeks"] + 1)) - set(instance["season"].get("closed_weeks", []))
        self.travel = {"fixed_minutes": 10, "minutes_per_km": 3, **instance.get("travel", {})}
        self.space = {space["id"]: space for space in instance["spaces"]}
        self.children = {}
        for space in instance["spaces"]:
            if space.get("parent") is not None:
                self.children.setdefault(space["parent"], []).append(space["id"])
        self.wholes = [space["id"] for space in instance["spaces"] if space.get("parent") is None]
        self.units = [space["id"] for space in instance["spaces"] if space["id"] not in self.children]
        self.number = {unit: number for number, unit in enumerate(self.units)}
        self.usable = [self._usable(unit) for unit in self.units]
        self.open_weeks = [
            self.weeks - {week for space in self.above(unit) for week in space.get("closed_weeks", [])}
            for unit in self.units
        ]
        self.features = [
            {feature for space in self.above(unit) for feature in space.get("features", [])} for unit in self.units
        ]
        self.of_kind = {}
        for whole in self.wholes:
            self.of_kind.setdefault(self.space[whole].get("kind"), []).append(whole)
        self._near = {}

    def above(self, space):
        """The space and those that it is a part of, from the inside out."""
        chain = []
        while space is not None:
            chain.append(self.space[space])
            space = self.space[space].get("parent")
        return chain

    def whole(self, space):
        return self.above(space)[-1]["id"]

    def said(self, space, field):
        return next((at[field] for at in self.above(space) if at.get(field) is not None), None)

    @cache
    def at(self, space):
        both = (at for at in self.above(space) if at.get("lat") is not None and at.get("lon") is not None)
        found = next(both, None)
        return None if found is None else (found["lat"], found["lon"])

    def units_of(self, space):
        parts = self.children.get(space)
        return [space] if parts is None else [unit for part in parts for unit in self.units_of(part)]

    def capacity(self, space):
        own = self.space[space].get("capacity")
        if own is not None:
            return own
        parts = [self.capacity(part) for part in self.children.get(space, [])]
        return None if not parts or None in parts else sum(parts)

    def span(self, first, last):
        """The slots from one to before another."""
        return ((1 << max(last - first, 0)) - 1) << first

    def mask(self, hours, touching=False):
        """The slots of each day wholly within hours, which join; or all that they touch."""
        days = [0] * 7
        for day in range(7):
            joined = sorted((minutes(h["from"]), minutes(h["to"])) for h in hours if DAYS[day] in h["days"])
            runs = []
            for first, last in joined:
                if runs and first <= runs[-1][1]:
                    runs[-1][1] = max(runs[-1][1], last)
                else:
                    runs.append([first, last])
            for first, last in runs:
                if touching:
                    days[day] |= self.span(first // self.grid, -(-last // self.grid))
                else:
                    days[day] |= self.span(-(-first // self.grid), last // self.grid)
        return days

    def _usable(self, unit):
        chain = self.above(unit)
        open_hours = next((space["open"] for space in chain if space.get("open")), [])
        blocks = [block["hours"] for space in chain for block in space.get("blocks", [])]
        is_open, is_taken = self.mask(open_hours), self.mask(blocks, touching=True)
        return [is_open[day] & ~is_taken[day] for day in range(7)]

    def near(self, of, reach, kinds):
        key = (of, reach, tuple(kinds))
        if key not in self._near:
            centre = self.at(of)
            wholes = [] if centre is None else [w for w in self.wholes if self.space[w].get("kind") in kinds]
            degrees = reach / 100_000
            around = [w for w in wholes if self.at(w) and abs(self.at(w)[0] - centre[0]) <= degrees]
            self._near[key] = [w for w in around if metres(centre, self.at(w)) <= reach]
        return self._near[key]

    def named(self, place):
        """The spaces that a place of a wish names."""
        if "space" in place:
            return [place["space"]]
        if "near" in place:
            near = place["near"]
            return self.near(near["of"], near["metres"], near["kinds"])
        return [whole for whole in self.wholes if self.space[whole].get("kind") in place["any"]["kinds"]]

    def runs(self, space, length):
        """Runs of units beside each other among parts of one parent that are all units."""
        parts = self.children.get(space, [])
        if parts and all(part not in self.children for part in parts):
            return [tuple(parts[at : at + length]) for at in range(len(parts) - length + 1)]
        return [run for part in parts for run in self.runs(part, length)]

    def choices(self, space, extent):
        """Tuples of spaces that a session may take when a wish names that space."""
        if extent == "as_named":
            return [(space,)]
        if extent == "whole":
            return [(self.whole(space),)]
        if extent == "part":
            return [(unit,) for unit in self.units_of(space)]
        return self.runs(space, extent["adjoining"])

    def placements(self, wish, min_groups):
        """What a session of the wish can be put in, best rank first."""
        found, size = {}, wish["team"]["size"]
        must = {need["feature"] for need in wish.get("needs", []) if need.get("strength", "must") == "must"}
        for rank, place in enumerate(wish["places"]):
            for space in self.named(place):
                for spaces in self.choices(space, wish.get("extent", "as_named")):
                    units = tuple(sorted(self.number[u] for s in spaces for u in self.units_of(s)))
                    capacity = [self.capacity(space) for space in spaces]
                    fits = None in capacity or (size <= sum(capacity) and sum(capacity) > 0)
                    kind = self.said(spaces[0], "kind")
                    enough = all(size >= group["size"] for group in min_groups if group["kind"] == kind)
                    has = all(must <= self.features[unit] for unit in units)
                    weeks = set.intersection(*(self.open_weeks[unit] for unit in units))
                    if fits and enough and has and weeks and units not in found:
                        found[units] = Placement(units, spaces, self.whole(spaces[0]), rank)
        return list(found.values())

    def way(self, one, other):
        """Slots that a coach needs between two wholes, rounded up."""
        facility = [self.said(whole, "facility") or whole for whole in (one, other)]
        if facility[0] == facility[1]:
            return 0
        points, needed = (self.at(one), self.at(other)), self.travel["fixed_minutes"]
        if None not in points:
            needed += -(-metres(*points) * self.travel["minutes_per_km"] // 1000)
        return -(-needed // self.grid)
