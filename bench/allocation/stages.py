"""What is maximised, one class after another: the part of the model that matters, its start, and its share of the time.

Chosen by trying both on S: one stage for a class, with weights that keep its rounds in order, comes much further than
one stage for each round, where reading in the model takes most of the time.
"""

import time
from collections import defaultdict
from dataclasses import dataclass


@dataclass
class Stage:
    """Maximise a sum over columns, none of which belongs to a later class."""

    cls: int
    variables: list
    weights: list
    wishes: set


def stages(model):
    wishes, matter = model.season.wishes, set()
    for cls, rounds in enumerate(model.stages):
        present = [(variables, coefficients) for variables, coefficients, _ in rounds if variables]
        if present:
            total, weight = {}, 1
            for variables, coefficients in reversed(present):
                for variable, coefficient in zip(variables, coefficients):
                    total[variable] = total.get(variable, 0) + weight * coefficient
                weight *= sum(map(abs, coefficients)) + 1
            matter |= {model.owner[variable] for variable in total}
            matter |= {wish.number for wish in wishes if 0 < wish.cls <= cls}
            for _, linked in model.season.links:
                numbers = {wish.number for wish in linked}
                if numbers & matter:
                    matter |= numbers
            yield Stage(cls, list(total), list(total.values()), set(matter))


@dataclass
class Part:
    """The columns and rows of the wishes that matter to a stage; columns are numbered anew."""

    columns: list
    place: dict
    cliques: list
    rows: list


def part(model, wishes):
    columns = [column for column in range(model.columns) if model.owner[column] in wishes]
    place = {column: number for number, column in enumerate(columns)}
    cliques, rows = [], []
    for clique in model.cliques:
        mine = [place[column] for column in clique if column in place]
        if len(mine) > 1:
            cliques.append(mine)
    for variables, coefficients, low, high in model.rows:
        mine = [(place[v], c) for v, c in zip(variables, coefficients) if v in place]
        if mine:
            rows.append(([v for v, _ in mine], [c for _, c in mine], low, high))
    return Part(columns, place, cliques, rows)


def greedy(model, wishes, chosen):
    """The options chosen so far and, first come first served by class and round, whatever still fits."""
    chosen = set(chosen)
    of_option, full, left = defaultdict(list), set(), {}
    for number, clique in enumerate(model.cliques):
        for column in clique:
            of_option[column].append(number)
        if chosen.intersection(clique):
            full.add(number)
    of_row = defaultdict(list)
    options = len(model.options)
    for number, (variables, coefficients, _, high) in enumerate(model.rows):
        if all(variable < options for variable in variables):
            left[number] = high - sum(c for v, c in zip(variables, coefficients) if v in chosen)
            for variable, coefficient in zip(variables, coefficients):
                of_row[variable].append((number, coefficient))
    room = {}
    for numbers, ks in model.ladders:
        taken = len(chosen.intersection(numbers))
        for number in numbers:
            room.setdefault(number, []).append(id(numbers))
        room[id(numbers)] = len(ks) - taken
    helpers = {v for variables, *_ in model.rows for v in variables if v >= options}
    helpers -= {k for _, ks in model.ladders for k in ks}
    spread = {model.owner[column] for column in helpers}

    def fits(option):
        return (
            not any(row in full for row in of_option[option])
            and all(left[row] >= coefficient for row, coefficient in of_row[option])
            and all(room[ladder] > 0 for ladder in room.get(option, []))
        )

    def take(option):
        chosen.add(option)
        full.update(of_option[option])
        for row, coefficient in of_row[option]:
            left[row] -= coefficient
        for ladder in room.get(option, []):
            room[ladder] -= 1

    # Wishes with several sessions on a day and free days between are left to the solver.
    order = sorted((w for w in wishes if w not in spread), key=lambda w: (model.season.wishes[w].cls, w))
    for _ in range(7):
        for wish in order:
            found = next((option for option, _ in model.of_wish.get(wish, []) if fits(option)), None)
            if found is not None:
                take(found)
    return chosen


def values(model, chosen):
    """The values of all columns when these options are chosen."""
    value = [0] * model.columns
    for option in chosen:
        value[option] = 1
    for numbers, ks in model.ladders:
        for k in ks[: len(chosen.intersection(numbers))]:
            value[k] = 1
    for variables, coefficients, low, high in model.rows:
        # Days with a session: the helper is the one column with a negative coefficient beyond the options.
        *numbers, last = variables
        if coefficients[-1] < 0 and last >= len(model.options) and low < 0 and any(value[n] for n in numbers):
            value[last] = 1
    return value


class Shared:
    """Time left, shared out over what is left to do by its size; time not used passes on."""

    def __init__(self, seconds, sizes):
        self.left, self.sizes = seconds, list(sizes)

    def next(self):
        share = max(self.left, 0) * self.sizes[0] / sum(self.sizes)
        self.sizes.pop(0)
        self.begun = time.monotonic()
        return max(share, 0.1)

    def done(self):
        self.left -= time.monotonic() - self.begun


def solve(model, seconds, maximise, log):
    """Class after class; `maximise(part, weights, start, fixed, seconds)` gives values or none, and a word about it.

    Building a part, and the start, do not count as the solver's time.
    """
    todo = list(stages(model))
    clock = Shared(seconds, [len(stage.variables) + 10 for stage in todo])
    chosen, fixed, proven = set(), [], True
    for stage in todo:
        chosen = greedy(model, stage.wishes, chosen)
        start = values(model, chosen)
        mine = part(model, stage.wishes)
        weights = {mine.place[v]: w for v, w in zip(stage.variables, stage.weights)}
        floors = [([mine.place[v] for v in variables], weights_, reached) for variables, weights_, reached in fixed]
        share = clock.next()
        found, optimal, word = maximise(mine, weights, [start[column] for column in mine.columns], floors, share)
        clock.done()
        worth = lambda value: sum(w * value[v] for v, w in zip(stage.variables, stage.weights))
        before = worth(start)
        if found is not None:
            value = [0] * model.columns
            for column, given in zip(mine.columns, found):
                value[column] = given
            if worth(value) >= before:
                chosen = {option for option in range(len(model.options)) if value[option]}
                start = value
        proven = proven and optimal
        log(f"class {stage.cls}: start {before}, reached {worth(start)}, {word}")
        fixed.append((stage.variables, stage.weights, worth(start)))
    return chosen, proven, seconds - clock.left
