"""HiGHS on the model."""

import highspy
import numpy as np

from stages import Shared, objectives


def solve(model, seconds, by="class", workers=2, log=None):
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", workers)
    highs.setOptionValue("parallel", "on")
    rows = [(clique, [1] * len(clique), 0, 1) for clique in model.cliques] + model.rows
    n = model.columns
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = n, len(rows)
    lp.col_cost_ = np.zeros(n)
    lp.col_lower_, lp.col_upper_ = np.zeros(n), np.ones(n)
    lp.row_lower_ = np.array([row[2] for row in rows], dtype=float)
    lp.row_upper_ = np.array([row[3] for row in rows], dtype=float)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0] + [len(row[0]) for row in rows]).astype(np.int32)
    lp.a_matrix_.index_ = np.concatenate([np.array(row[0], dtype=np.int32) for row in rows])
    lp.a_matrix_.value_ = np.concatenate([np.array(row[1], dtype=float) for row in rows])
    lp.integrality_ = [highspy.HighsVarType.kInteger] * n
    lp.sense_ = highspy.ObjSense.kMaximize
    highs.passModel(lp)
    stages = list(objectives(model, by))
    clock = Shared(seconds, [len(variables) + 10 for _, (variables, _, _) in stages])
    best, proven, everything = None, [], np.arange(n, dtype=np.int32)
    for (cls, k), (variables, coefficients, _) in stages:
        cost = np.zeros(n)
        np.add.at(cost, variables, coefficients)
        highs.changeColsCost(n, everything, cost)
        if best is not None:
            start = highspy.HighsSolution()
            start.col_value = list(map(float, best))
            highs.setSolution(start)
        highs.setOptionValue("time_limit", max(clock.next(), 0.1))
        highs.run()
        info = highs.getInfo()
        if info.primal_solution_status == highspy.kSolutionStatusFeasible:
            best = [round(value) for value in highs.getSolution().col_value]
        if best is None:
            best = [0] * n
        reached = float(cost @ np.array(best, dtype=float))
        status = highs.getModelStatus()
        proven.append(status == highspy.HighsModelStatus.kOptimal)
        if log:
            log(f"class {cls} round {k}: {reached}, bound {info.mip_dual_bound}, {highs.modelStatusToString(status)}")
        indices = np.array(variables, dtype=np.int32)
        highs.addRow(reached, highspy.kHighsInf, len(indices), indices, np.array(coefficients, dtype=float))
    return best, all(proven)
