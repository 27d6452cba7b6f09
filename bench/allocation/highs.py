"""HiGHS on the model."""

import highspy
import numpy as np


def maximise(part, weights, start, floors, seconds, workers):
    highs = highspy.Highs()
    for option, value in {"output_flag": False, "threads": workers, "parallel": "on", "time_limit": seconds}.items():
        highs.setOptionValue(option, value)
    rows = [(clique, [1] * len(clique), 0, 1) for clique in part.cliques] + part.rows
    rows += [(variables, coefficients, reached, highspy.kHighsInf) for variables, coefficients, reached in floors]
    columns = len(part.columns)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = columns, len(rows)
    cost = np.zeros(columns)
    cost[list(weights)] = list(weights.values())
    lp.col_cost_ = cost
    lp.col_lower_, lp.col_upper_ = np.zeros(columns), np.ones(columns)
    lp.row_lower_ = np.array([row[2] for row in rows], dtype=float)
    lp.row_upper_ = np.array([row[3] for row in rows], dtype=float)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0] + [len(row[0]) for row in rows]).astype(np.int32)
    lp.a_matrix_.index_ = np.concatenate([np.array(row[0], dtype=np.int32) for row in rows])
    lp.a_matrix_.value_ = np.concatenate([np.array(row[1], dtype=float) for row in rows])
    lp.integrality_ = [highspy.HighsVarType.kInteger] * columns
    lp.sense_ = highspy.ObjSense.kMaximize
    highs.passModel(lp)
    solution = highspy.HighsSolution()
    solution.col_value = list(map(float, start))
    highs.setSolution(solution)
    highs.run()
    info = highs.getInfo()
    status = highs.getModelStatus()
    word = f"bound {info.mip_dual_bound}, {highs.modelStatusToString(status)} {highs.getRunTime():.1f} of {seconds:.1f} s"
    if info.primal_solution_status != highspy.kSolutionStatusFeasible:
        return None, False, word
    return [round(value) for value in highs.getSolution().col_value], status == highspy.HighsModelStatus.kOptimal, word
