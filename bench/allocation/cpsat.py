"""CP-SAT on the model."""

from ortools.sat.python import cp_model


def maximise(part, weights, start, floors, seconds, workers):
    cp = cp_model.CpModel()
    x = [cp.new_bool_var("") for _ in part.columns]
    for clique in part.cliques:
        cp.add_at_most_one(x[at] for at in clique)
    for variables, coefficients, low, high in part.rows:
        cp.add_linear_constraint(total(x, variables, coefficients), low, high)
    for variables, coefficients, reached in floors:
        cp.add(total(x, variables, coefficients) >= reached)
    cp.maximize(total(x, weights, weights.values()))
    for variable, value in zip(x, start):
        cp.add_hint(variable, value)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    # Tried on S: without these two the search itself begins three times as soon, and ends no worse.
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(cp)
    word = f"bound {solver.best_objective_bound}, {solver.status_name(status)} {solver.wall_time:.1f} of {seconds:.1f} s"
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None, False, word
    return [int(solver.boolean_value(variable)) for variable in x], status == cp_model.OPTIMAL, word


def total(x, variables, coefficients):
    return cp_model.LinearExpr.weighted_sum([x[at] for at in variables], list(coefficients))
