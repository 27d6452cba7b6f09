"""A season that goes on: its draft is published, a space is closed, and it is shared out again. How much is changed?

`again.py BINARIES WORK_FOLDER [S:1 S:2 S:3 M:1 L:1 …]`. On S, CP-SAT looks for fewer changes with the same counts, from our
draft on, for 60 times our time."""

import json
import sys
from collections import Counter
from pathlib import Path

import cpsat
import drafts
import model as modelling
from compare import TIMES_OUR_TIME, run
from ground import DAYS, Ground, clock
from stages import part, values
from wishes import Season

ALL_DAY = {"hours": {"days": list(DAYS), "from": "00:00", "to": "24:00"}, "reason": "water"}


def key(session):
    """What a session keeps that is not changed: its end may be another."""
    slot = session["slot"]
    return session["wish"], slot["day"], slot["from"], tuple(slot["spaces"])


def goes_on(instance, draft):
    """The draft is published, one for each session, and of its places the middle one by use is closed."""
    sessions = [session for session in draft["sessions"] if not session["locked"]]
    used = Counter(space for session in sessions for space in session["slot"]["spaces"])
    closed = sorted(used, key=lambda space: (used[space], space))[len(used) // 2]
    published = [{"wish": s["wish"], "slot": s["slot"], "price": 1} for s in sessions]
    spaces = [{**s, "blocks": [*s.get("blocks", []), ALL_DAY]} if s["id"] == closed else s for s in instance["spaces"]]
    there = sum(closed in session["slot"]["spaces"] for session in sessions)
    return {**instance, "spaces": spaces, "published": {"sessions": published}}, there


def fewest(instance, draft, seconds):
    """The changes that CP-SAT comes down to with at least the draft's counts, and whether there cannot be fewer."""
    season = Season(instance, Ground(instance))
    model, grid = modelling.build(season), season.ground.grid

    def told(session):
        wish = season.wishes[session.wish].said["id"]
        return wish, DAYS[session.day], clock(session.start * grid), tuple(session.placement.spaces)

    ours = {key(session) for session in draft["sessions"]}
    published = {key(session) for session in instance["published"]["sessions"]}
    each = [[told(session) for session in option.sessions] for option in model.options]
    start = values(model, {number for number, all_ in enumerate(each) if all(one in ours for one in all_)})
    kept = {number: sum(one in published for one in all_) for number, all_ in enumerate(each)}
    floors = []
    for rounds in model.stages:
        for variables, coefficients, _ in rounds:
            reached = sum(c * start[v] for v, c in zip(variables, coefficients))
            if variables:
                floors.append((variables, coefficients, reached))
    # All wishes matter, so the columns keep their numbers.
    whole = part(model, {wish.number for wish in season.wishes})
    weights = {number: count for number, count in kept.items() if count}
    found, optimal, _ = cpsat.maximise(whole, weights, start, floors, seconds, 2)
    if found is None:
        return "none found"
    changes = len(published) - sum(count * found[number] for number, count in weights.items())
    return f"{changes}{' (proven)' if optimal else ''}"


def main():
    binaries, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    print("| season | sessions before | in the closed space | sessions after | changed by ours | seconds | verified | changed by CP-SAT, from ours on |")
    print("|---|---:|---:|---:|---:|---:|---|---|")
    for one in sys.argv[3:] or ["S:1", "S:2", "S:3", "M:1", "L:1"]:
        size, seed = one.split(":")
        before, after, draft = (folder / f"again-{size}-{seed}.{what}.json" for what in ("before", "season", "draft"))
        run([binaries / "instance", size, seed], after)
        run([binaries / "allocate", after], before)
        first = json.loads(before.read_text())
        instance, there = goes_on(json.loads(after.read_text()), first)
        after.write_text(json.dumps(instance))
        seconds, _ = run([binaries / "allocate", after], draft)
        result = json.loads(draft.read_text())
        verified = "no" if drafts.verify(binaries / "check", after, draft)[1] else "yes"
        solver = "–"
        if size == "S":
            solver = fewest(instance, result, seconds * TIMES_OUR_TIME[size])
        print(
            f"| {size}-{seed} | {len(first['sessions'])} | {there} | {len(result['sessions'])} "
            f"| {result['change_price']} | {seconds:.1f} | {verified} | {solver} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
