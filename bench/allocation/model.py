"""The model: one binary for each option (wish or bundle, placement, day, start), rows that say what may not be together."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import permutations

from wishes import Session


@dataclass
class Option:
    """Sessions that come together: one, or one of each wish of a must-link."""

    sessions: list
    day: int


@dataclass
class Model:
    """Rows are (variables, coefficients, lowest, highest). Stages are lists of (variables, coefficients, constant)."""

    season: object
    options: list = field(default_factory=list)
    columns: int = 0
    owner: list = field(default_factory=list)
    cliques: list = field(default_factory=list)
    rows: list = field(default_factory=list)
    stages: list = field(default_factory=list)
    ladders: list = field(default_factory=list)
    of_wish: dict = field(default_factory=lambda: defaultdict(list))


def overlap(one, other):
    return one.start < other.end and other.start < one.end


def build(season):
    model = Model(season)
    linked = {wish.number for _, wishes in season.links for wish in wishes}
    for wish in season.wishes:
        if wish.number not in linked and wish.wanted > len(wish.locked):
            add(model, single(season, wish))
    for kind, wishes in season.links:
        if wishes[0].wanted > 0:
            add(model, back_to_back(season, wishes) if kind == "back_to_back" else together(season, wishes))
    model.columns = len(model.options)
    model.owner = [option.sessions[0].wish for option in model.options]
    capacity(model)
    for wish in season.wishes:
        own_rules(model, wish)
    coaches(model)
    counts(model)
    return model


def single(season, wish):
    for placement in wish.placements:
        for day in range(7):
            for start in season.starts(wish, placement.units, day, wish.length):
                yield [Session(wish.number, placement, day, start, start + wish.length)]


def back_to_back(season, wishes):
    first, *rest = wishes
    by_units = [{placement.units: placement for placement in wish.placements} for wish in rest]
    for placement in first.placements:
        if not all(placement.units in units for units in by_units):
            continue
        for day in range(7):
            starts = [set(season.starts(wish, placement.units, day, wish.length)) for wish in wishes]
            for start in sorted(starts[0]):
                at, sessions = start, []
                for place, wish in enumerate(wishes):
                    if at not in starts[place]:
                        break
                    own = placement if place == 0 else by_units[place - 1][placement.units]
                    sessions.append(Session(wish.number, own, day, at, at + wish.length))
                    at += wish.length
                else:
                    yield sessions


def together(season, wishes):
    length = max(wish.length for wish in wishes)
    by_whole = [defaultdict(list) for _ in wishes]
    for place, wish in enumerate(wishes):
        for placement in wish.placements:
            by_whole[place][placement.whole].append(placement)

    def choices(whole, place, taken):
        if place == len(wishes):
            yield []
            return
        for placement in by_whole[place][whole]:
            if not taken & set(placement.units):
                for rest in choices(whole, place + 1, taken | set(placement.units)):
                    yield [placement, *rest]

    for whole in list(by_whole[0]):
        for chosen in choices(whole, 0, set()):
            for day in range(7):
                starts = [set(season.starts(w, p.units, day, length)) for w, p in zip(wishes, chosen)]
                for start in sorted(set.intersection(*starts)):
                    yield [Session(w.number, p, day, start, start + length) for w, p in zip(wishes, chosen)]


def add(model, bundles):
    """Adds what is not in the way of a lock."""
    season = model.season
    if not hasattr(model, "locked_at"):
        model.locked_at, model.coach_locks = defaultdict(list), defaultdict(list)
        for wish in season.wishes:
            for lock in wish.locked:
                for unit in lock.placement.units:
                    model.locked_at[unit, lock.day].append(lock)
                for coach in wish.coaches:
                    model.coach_locks[coach, lock.day].append(lock)
    for sessions in bundles:
        if any(in_the_way(model, session) for session in sessions):
            continue
        number = len(model.options)
        model.options.append(Option(sessions, sessions[0].day))
        for session in sessions:
            model.of_wish[session.wish].append((number, session))


def in_the_way(model, session):
    wish = model.season.wishes[session.wish]
    for unit in session.placement.units:
        if any(overlap(session, lock) for lock in model.locked_at.get((unit, session.day), [])):
            return True
    for lock in wish.locked:
        apart = abs(lock.day - session.day)
        if lock.day == session.day and overlap(session, lock) or 0 < min(apart, 7 - apart) <= wish.free_days:
            return True
    return any(
        clash(model.season, session, lock)
        for coach in wish.coaches
        for lock in model.coach_locks.get((coach, session.day), [])
    )


def clash(season, one, other):
    """Whether one coach cannot lead both, which are on the same day."""
    way = season.ground.way(one.placement.whole, other.placement.whole)
    return one.start < other.end + way and other.start < one.end + way


def largest(at_slot):
    """The rows of successive slots that are not contained in the next or the one before."""
    slots = sorted(at_slot)
    for place, slot in enumerate(slots):
        now = at_slot[slot]
        beside = [at_slot.get(slot - 1, set()), at_slot.get(slot + 1, set())]
        if now < beside[0] or now <= beside[1]:
            continue
        yield sorted(now)


def capacity(model):
    rows = defaultdict(lambda: defaultdict(set))
    for number, option in enumerate(model.options):
        for session in option.sessions:
            for unit in session.placement.units:
                for slot in range(session.start, session.end):
                    rows[unit, session.day][slot].add(number)
    for key in sorted(rows):
        model.cliques.extend(row for row in largest(rows[key]) if len(row) > 1)


def own_rules(model, wish):
    mine = model.of_wish.get(wish.number, [])
    on_day, at_slot = defaultdict(list), defaultdict(lambda: defaultdict(set))
    for number, session in mine:
        on_day[session.day].append(number)
        for slot in range(session.start, session.end):
            at_slot[session.day][slot].add(number)
    for day, numbers in sorted(on_day.items()):
        left = wish.per_day - sum(lock.day == day for lock in wish.locked)
        model.rows.append((numbers, [1] * len(numbers), 0, max(left, 0)))
        if wish.per_day > 1:
            model.cliques.extend(row for row in largest(at_slot[day]) if len(row) > 1)
    if wish.free_days and on_day:
        if wish.per_day == 1:
            for first in range(7):
                days = {(first + step) % 7 for step in range(wish.free_days + 1)}
                numbers = [number for day in sorted(days) for number in on_day.get(day, [])]
                if len(numbers) > 1:
                    model.cliques.append(numbers)
        else:
            spread_out(model, wish, on_day)
    if wish.most_minutes is not None and mine:
        grid = model.season.ground.grid
        spent = sum((lock.end - lock.start) * grid for lock in wish.locked)
        lengths = [(session.end - session.start) * grid for _, session in mine]
        model.rows.append(([n for n, _ in mine], lengths, 0, max(wish.most_minutes - spent, 0)))


def column(model, wish):
    """A new column besides those of the options."""
    model.columns += 1
    model.owner.append(wish.number)
    return model.columns - 1


def spread_out(model, wish, on_day):
    """Days with a session, where there may be several on a day."""
    used = {}
    for day, numbers in sorted(on_day.items()):
        used[day] = column(model, wish)
        most = min(wish.per_day, len(numbers))
        model.rows.append(([*numbers, used[day]], [1] * len(numbers) + [-most], -most, 0))
    for one in used:
        for other in used:
            if one < other and min(other - one, 7 - other + one) <= wish.free_days:
                model.rows.append(([used[one], used[other]], [1, 1], 0, 1))


def coaches(model):
    led = defaultdict(list)
    for wish in model.season.wishes:
        for coach in wish.coaches:
            led[coach].append(wish)
    for coach in sorted(led):
        wishes = led[coach]
        if len(wishes) == 1 and wishes[0].per_day == 1:
            continue
        for day in range(7):
            coach_day(model, wishes, day)


def coach_day(model, wishes, day):
    groups, at_slot = defaultdict(set), defaultdict(set)
    for wish in wishes:
        for number, session in model.of_wish.get(wish.number, []):
            if session.day == day:
                groups[wish.number, session.placement.whole, session.start, session.end].add(number)
                for slot in range(session.start, session.end):
                    at_slot[slot].add(number)
    model.cliques.extend(row for row in largest(at_slot) if len(row) > 1)
    few = all(wish.per_day == 1 for wish in wishes)
    keys = sorted(groups)
    for key in keys:
        way = lambda other: model.season.ground.way(key[1], other[1])
        clashing = [
            other
            for other in keys
            if (other[0] > key[0] or not few and other > key)
            and other[1] != key[1]
            and key[2] < other[3] + way(other)
            and other[2] < key[3] + way(other)
        ]
        by_wish = defaultdict(set)
        for other in clashing:
            by_wish[other[0] if few else other] |= groups[other] - groups[key]
        for numbers in by_wish.values():
            if numbers:
                model.cliques.append(sorted(groups[key] | numbers))


def counts(model):
    """The counts of every class and round as sums of y[wish, k]: the wish has k sessions; y0: k sessions of primacy."""
    season = model.season
    rounds = [[([], [], 0) for _ in range(8)] for _ in range(season.classes)]

    def count(cls, k, variable, coefficient):
        variables, coefficients, constant = rounds[cls][k]
        variables.append(variable)
        coefficients.append(coefficient)

    def ladder(wish, numbers, already, most):
        """Columns that say: at least k of them, besides those already there."""
        ks = [column(model, wish) for _ in range(max(most - already, 0))]
        model.rows.append(([*numbers, *ks], [1] * len(numbers) + [-1] * len(ks), 0, 0))
        model.ladders.append((numbers, ks))
        for lower, higher in zip(ks, ks[1:]):
            model.rows.append(([lower, higher], [1, -1], 0, 1))
        return dict(zip(range(already + 1, most + 1), ks))

    for wish in season.wishes:
        numbers = [number for number, _ in model.of_wish.get(wish.number, [])]
        first = [n for n, s in model.of_wish.get(wish.number, []) if wish.cls_of(s.placement) == 0]
        locked = len(wish.locked)
        locked_first = sum(wish.cls_of(lock.placement) == 0 for lock in wish.locked)
        every = ladder(wish, numbers, locked, max(wish.wanted, locked)) if numbers else {}
        primacy = ladder(wish, first, locked_first, max(wish.wanted, locked)) if first else {}
        for k in range(1, 8):
            for cls, sign, ladder_of, fixed in ((wish.cls, 1, every, locked), (wish.cls, -1, primacy, locked_first), (0, 1, primacy, locked_first)):
                if k <= fixed:
                    variables, coefficients, constant = rounds[cls][k]
                    rounds[cls][k] = (variables, coefficients, constant + sign)
                elif k in ladder_of:
                    count(cls, k, ladder_of[k], sign)
            if k in every and k in primacy:
                model.rows.append(([every[k], primacy[k]], [1, -1], 0, 1))
    model.stages = rounds


def vector(season, sessions):
    """The counts of classes and rounds, from the sessions alone."""
    given = [[0] * 8 for _ in range(season.classes)]
    of_wish = defaultdict(list)
    for session in sessions:
        wish = season.wishes[session.wish]
        of_wish[session.wish].append(wish.cls_of(session.placement))
    for classes in of_wish.values():
        for k, cls in enumerate(sorted(classes), 1):
            given[cls][k] += 1
    return [counts[1:] for counts in given]
