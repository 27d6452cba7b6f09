"""What each wish may have: its class, how many sessions, and every option of its shortest length."""

from dataclasses import dataclass, field

from ground import DAYS, Placement, minutes


@dataclass
class Session:
    """A weekly session: of which wish, where, and which slots of a day."""

    wish: int
    placement: object
    day: int
    start: int
    end: int


@dataclass
class Wish:
    number: int
    said: dict
    cls: int
    wanted: int
    length: int
    most_minutes: int | None
    per_day: int
    free_days: int
    coaches: list
    allowed: list
    placements: list
    primacy: list
    locked: list = field(default_factory=list)

    def cls_of(self, placement):
        return 0 if any(set(placement.units) <= units for units in self.primacy) else self.cls


class Season:
    """An instance, read as the model needs it."""

    def __init__(self, instance, ground):
        self.instance, self.ground, rules = instance, ground, instance["rules"]
        self.rules = rules
        self.classes = len(rules["classes"]) + 2
        self.organisation = {o["id"]: o for o in instance["organisations"]}
        held_back = set(instance.get("held_back", []))
        asked = {}
        for said in instance["wishes"]:
            asked[said["organisation"]] = asked.get(said["organisation"], 0) + said["sessions"] * said["min_minutes"]
        self.duty = rules.get("off_peak_duty")
        self.asked = asked
        self.wishes = [self._wish(n, said, said["id"] in held_back) for n, said in enumerate(instance["wishes"])]
        self.by_id = {wish.said["id"]: wish for wish in self.wishes}
        self.links = [
            (link["kind"], [self.by_id[wish] for wish in link["wishes"]])
            for link in instance.get("links", [])
            if link.get("strength", "must") == "must"
        ]
        for _, linked in self.links:
            least = min(wish.wanted for wish in linked)
            for wish in linked:
                wish.wanted = least
        for lock in instance.get("locks", []):
            self._lock(self.by_id[lock["wish"]], lock["slot"])

    def fits(self, who, said):
        team, org = said["team"], self.organisation[said["organisation"]]
        local = org.get("local_percent")
        return (
            (not who.get("kinds") or org["kind"] in who["kinds"])
            and (who.get("age_from") is None or team["age_from"] >= who["age_from"])
            and (who.get("age_to") is None or team["age_to"] <= who["age_to"])
            and (not who.get("genders") or team.get("gender") in who["genders"])
            and (not who.get("sports") or team.get("sport", "") in who["sports"])
            and (not who.get("levels") or team.get("level", "") in who["levels"])
            and (not who.get("adapted") or team.get("adapted", False))
            and (who.get("local_percent") is None or (100 if local is None else local) >= who["local_percent"])
        )

    def _wish(self, number, said, held_back):
        ground, rules = self.ground, self.rules
        classes = rules["classes"]
        place = next((n for n, c in enumerate(classes) if self.fits(c.get("who", {}), said)), len(classes))
        cls = classes[place] if place < len(classes) else {}
        length = -(-said["min_minutes"] // ground.grid)
        excluded = any(self.fits(rule["who"], said) for rule in rules.get("excluded", []))
        wanted = min(said["sessions"], cls.get("most_sessions") or 7)
        if cls.get("most_minutes") is not None:
            wanted = min(wanted, cls["most_minutes"] // said["min_minutes"])
        hours = [window["hours"] for window in said["windows"]]
        if self.duty and self.asked[said["organisation"]] > self.duty["over_minutes"]:
            hours = hours + self.duty["hours"]
        allowed = ground.mask(hours)
        if cls.get("hours") and cls.get("hours_must", True):
            allowed = [a & b for a, b in zip(allowed, ground.mask(cls["hours"]))]
        per_day = said.get("per_day", {"most": 1})
        free = said.get("free_days_between")
        must = lambda thing: thing.get("strength", "must") == "must"
        return Wish(
            number=number,
            said=said,
            cls=place + 1,
            wanted=0 if held_back or excluded else wanted,
            length=length,
            most_minutes=cls.get("most_minutes"),
            per_day=per_day["most"] if must(per_day) else 7,
            free_days=free["days"] if free and must(free) else 0,
            coaches=[coach["id"] for coach in said.get("coaches", []) if must(coach)],
            allowed=allowed,
            placements=ground.placements(said, rules.get("min_groups", [])),
            primacy=[
                {ground.number[unit] for unit in ground.units_of(space)}
                for rule in rules.get("primacy", [])
                if said["team"].get("sport", "") in rule["sports"]
                for space in rule["spaces"]
            ],
        )

    def _lock(self, wish, slot):
        ground = self.ground
        units = tuple(sorted(ground.number[u] for s in slot["spaces"] for u in ground.units_of(s)))
        placement = Placement(units, tuple(slot["spaces"]), ground.whole(slot["spaces"][0]), 0)
        start, end = minutes(slot["from"]) // ground.grid, -(-minutes(slot["to"]) // ground.grid)
        wish.locked.append(Session(wish.number, placement, DAYS.index(slot["day"]), start, end))

    def starts(self, wish, units, day, length):
        """Starts at which the units are free for the wish on that day, locks of others left aside."""
        free = wish.allowed[day]
        for unit in units:
            free &= self.ground.usable[unit][day]
        run = free
        for step in range(1, length):
            run &= free >> step
        return [slot for slot in range(self.ground.slots) if run >> slot & 1]
