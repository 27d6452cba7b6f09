"""CP-SAT on the model."""

from ortools.sat.python import cp_model

from stages import Shared, objectives


def solve(model, seconds, by="class", workers=2, log=None):
    cp = cp_model.CpModel()
    x = [cp.new_bool_var("") for _ in range(model.columns)]
    for clique in model.cliques:
        cp.add_at_most_one(x[at] for at in clique)
    for variables, coefficients, low, high in model.rows:
        total = sum(c * x[at] for at, c in zip(variables, coefficients))
        cp.add_linear_constraint(total, low, high)
    stages = list(objectives(model, by))
    clock = Shared(seconds, [len(variables) + 10 for _, (variables, _, _) in stages])
    best, proven = None, []
    for (cls, k), (variables, coefficients, _) in stages:
        total = sum(c * x[at] for at, c in zip(variables, coefficients))
        cp.maximize(total)
        cp.clear_hints()
        for at, value in enumerate(best or []):
            cp.add_hint(x[at], value)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = workers
        # Tried on S: without these two the search itself begins three times as soon, and ends no worse.
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.symmetry_level = 0
        solver.parameters.max_time_in_seconds = clock.next()
        status = solver.solve(cp)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            best = [int(solver.boolean_value(var)) for var in x]
        if best is None:
            best = [0] * model.columns
        reached = sum(c * best[at] for at, c in zip(variables, coefficients))
        proven.append(status == cp_model.OPTIMAL)
        if log:
            log(f"class {cls} round {k}: {reached}, bound {solver.best_objective_bound}, {solver.status_name(status)} {solver.wall_time:.1f} s")
        cp.add(total >= reached)
    return best, all(proven)
