"""Our engine, CP-SAT and HiGHS on the same seasons, side by side: prints the tables of bench/README.md.

`compare.py BINARIES WORK_FOLDER [S:1 S:2 M:1 L:1 XL:1 …]`
"""

import json
import os
import subprocess
import sys
import time
from contextlib import redirect_stdout
from pathlib import Path

import drafts
from ground import Ground
from wishes import Season

HERE = Path(__file__).parent
TIMES_OUR_TIME = {"S": 60, "M": 10}
VERIFIED = {"S", "M", "L", "XL"}


def run(command, stdout=None):
    """Wall time and peak memory in MiB of a process."""
    begun = time.monotonic()
    with open(stdout or os.devnull, "w") as out:
        process = subprocess.Popen([str(part) for part in command], stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"failed: {command}")
    return time.monotonic() - begun, usage.ru_maxrss // 1024


def options(season):
    """How many (placement, day, start) all wishes have together."""
    many = 0
    for wish in season.wishes:
        if wish.wanted:
            starts = (season.starts(wish, p.units, day, wish.length) for p in wish.placements for day in range(7))
            many += sum(map(len, starts))
    return many


class Case:
    """One season and what each made of it."""

    def __init__(self, binaries, folder, size, seed):
        self.size, self.name = size, f"{size}-{seed}"
        self.file = folder / f"{self.name}.json"
        run([binaries / "instance", size, seed], self.file)
        self.instance = json.loads(self.file.read_text())
        self.season = Season(self.instance, Ground(self.instance))
        self.options = options(self.season)
        self.results = {}
        self.ours(binaries, folder)
        if size in TIMES_OUR_TIME:
            for solver in ("cpsat", "highs"):
                self.solver(binaries, folder, solver)

    def ours(self, binaries, folder):
        draft = folder / f"{self.name}.ours.json"
        # Reading the file, the search, the bounds, the reasons, and writing the draft.
        self.seconds, self.peak = run([binaries / "allocate", self.file], draft)
        self.classes = json.loads(draft.read_text())["classes"]
        found = drafts.verify(binaries / "check", self.file, draft)[1] if self.size in VERIFIED else []
        if found:
            print(f"{self.name}: {len(found)} violations, first {found[0]}", file=sys.stderr)
        self.verified = self.size in VERIFIED and not found
        self.results["ours"] = {c["name"]: c for c in self.classes}

    def solver(self, binaries, folder, solver):
        out, draft = folder / f"{self.name}.{solver}.json", folder / f"{self.name}.{solver}.draft.json"
        budget = max(self.seconds * TIMES_OUR_TIME[self.size], 1)
        run([sys.executable, HERE / "run.py", solver, self.file, budget, out])
        result = json.loads(out.read_text())
        draft.write_text(json.dumps(drafts.of_solver(self.instance, result["sessions"])))
        hard, found = drafts.verify(binaries / "check", self.file, draft)
        if hard:
            print(f"{self.name} {solver}: {len(hard)} hard violations, first {hard[0]}", file=sys.stderr)
        classes = drafts.figures(self.instance, found)
        for name, counts in zip(classes, self.named(result["vector"])):
            assert trimmed(classes[name]["given"]) == trimmed(counts), (name, classes[name], counts)
        self.results[solver] = {**classes, "": {"given": []}}
        setattr(self, f"{solver}_seconds", result["seconds"])

    def named(self, vector):
        return vector if self.instance["rules"].get("primacy") else vector[1:]

    def vector(self, who):
        return [padded(self.results[who].get(c["name"], {"given": []})["given"]) for c in self.classes]


def padded(counts):
    return (counts + [0] * 7)[:7]


def trimmed(counts):
    while counts and counts[-1] == 0:
        counts = counts[:-1]
    return counts


def said(counts):
    return " ".join(map(str, trimmed(list(counts)))) or "–"


def against_solvers(cases):
    print("| season | class | wanted | ours | CP-SAT | HiGHS | proven at most | … in place | lowest share, points: ours | CP-SAT | HiGHS |")
    print("|---|---|---|---|---|---|---:|---:|---|---|---|")
    for case in cases:
        best = max(case.vector(solver) for solver in ("cpsat", "highs"))
        verdict = "better" if case.vector("ours") > best else "the same" if case.vector("ours") == best else "worse"
        times = [case.seconds, case.cpsat_seconds, case.highs_seconds]
        ratios = ["1", *(f"{seconds / case.seconds:.0f}×" for seconds in times[1:])]
        told = [f"**{seconds:.1f} s ({ratio})**" for seconds, ratio in zip(times, ratios)]
        print(f"| **{case.name}** | ours is **{verdict}** | | {' | '.join(told)} | | | | | |")
        for place, line in enumerate(case.classes):
            given = [said(case.vector(who)[place]) for who in ("ours", "cpsat", "highs")]
            each = [case.results[who].get(line["name"], {}) for who in ("ours", "cpsat", "highs")]
            info = [f"{c.get('lowest_share', 0)}, {c.get('points', 0)}" for c in each]
            if any(line["given"]) or any(line["wanted"]):
                print(
                    f"| | {line['name']} | {said(line['wanted'])} | {' | '.join(given)} "
                    f"| {line['at_most']} | {line['at_most_in_place']} | {' | '.join(info)} |"
                )


def gap(case, bound):
    """The widest gap of a class to its bound, as a share of the bound."""
    gaps = [(1 - sum(c["given"]) / c[bound], c["name"]) for c in case.classes if c[bound]]
    widest, name = max(gaps, default=(0, ""))
    return f"{widest:.1%} ({name})" if widest else "none"


def growth(cases):
    print("| season | wishes | options | seconds | µs an option | peak MiB | sessions given | widest gap, those before in place | … moved | verified |")
    print("|---|---:|---:|---:|---:|---:|---:|---|---|---|")
    for case in cases:
        given = sum(sum(c["given"]) for c in case.classes)
        verified = "yes" if case.verified else "no" if case.size in VERIFIED else "not here"
        print(
            f"| {case.name} | {len(case.season.wishes)} | {case.options} | {case.seconds:.1f} "
            f"| {case.seconds * 1e6 / case.options:.1f} | {case.peak} | {given} "
            f"| {gap(case, 'at_most_in_place')} | {gap(case, 'at_most')} | {verified} |"
        )
    for case in cases:
        if case.size == "L":
            print(f"\n| {case.name} | given | at most, those before in place | at most |\n|---|---:|---:|---:|")
            for c in case.classes:
                print(f"| {c['name']} | {sum(c['given'])} | {c['at_most_in_place']} | {c['at_most']} |")


def tables(cases):
    cases = sorted(cases, key=lambda case: (len(case.season.wishes), case.name))
    against_solvers([case for case in cases if case.size in TIMES_OUR_TIME])
    print()
    growth(cases)


def main():
    binaries, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    chosen = sys.argv[3:] or ["S:1", "S:2", "S:3", "M:1", "L:1", "XL:1"]
    cases = []
    for one in chosen:
        size, seed = one.split(":")
        print(f"{one} …", file=sys.stderr)
        cases.append(Case(binaries, folder, size, seed))
        # What is known so far, should somebody stop a long run.
        with open(folder / "tables.md", "w") as file, redirect_stdout(file):
            tables(cases)
    tables(cases)


if __name__ == "__main__":
    main()
