"""What is maximised, one after another, and how the time is shared out."""

import time

WHOLE_CLASS, EACH_ROUND = "class", "round"


def objectives(model, by):
    """Lists of (variables, coefficients, constant): each round of each class, or each class with weights that keep its
    rounds in order."""
    for cls, rounds in enumerate(model.stages):
        present = [(k, round_) for k, round_ in enumerate(rounds) if round_[0]]
        if by == EACH_ROUND:
            yield from (((cls, k), round_) for k, round_ in present)
        elif present:
            sizes = [sum(abs(c) for c in coefficients) + 1 for _, (_, coefficients, _) in present]
            total, weight = {}, 1
            for (_, (variables, coefficients, _)), size in zip(reversed(present), reversed(sizes)):
                for variable, coefficient in zip(variables, coefficients):
                    total[variable] = total.get(variable, 0) + weight * coefficient
                weight *= size
            yield (cls, 0), (list(total), list(total.values()), 0)


class Shared:
    """Time left, shared out over what is left to do by its size; time not used passes on."""

    def __init__(self, seconds, sizes):
        self.end, self.sizes = time.monotonic() + seconds, list(sizes)

    def next(self):
        left = max(self.end - time.monotonic(), 0)
        share = left * self.sizes[0] / sum(self.sizes)
        self.sizes.pop(0)
        return share
