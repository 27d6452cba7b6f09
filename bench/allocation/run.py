"""One solver on one instance: `run.py cpsat|highs INSTANCE SECONDS OUT`.

The seconds are the solver's own: reading the instance, building rows and finding a start come on top."""

import argparse
import json
import resource
import sys
import time
from functools import partial

import model as modelling
from ground import DAYS, Ground, clock
from stages import solve
from wishes import Season


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("solver", choices=["cpsat", "highs"])
    parser.add_argument("instance")
    parser.add_argument("seconds", type=float)
    parser.add_argument("out")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    begun = time.monotonic()
    with open(args.instance) as file:
        instance = json.load(file)
    season = Season(instance, Ground(instance))
    model = modelling.build(season)

    def log(text):
        if args.verbose:
            print(f"{time.monotonic() - begun:7.1f}", text, file=sys.stderr, flush=True)

    maximise = partial(__import__(args.solver).maximise, workers=args.workers)
    chosen, proven, seconds = solve(model, args.seconds, maximise, log)
    sessions = [session for wish in season.wishes for session in wish.locked]
    for option in sorted(chosen):
        sessions.extend(model.options[option].sessions)
    sessions.sort(key=lambda s: (s.wish, s.day, s.start))
    locked = {id(lock) for wish in season.wishes for lock in wish.locked}
    result = {
        "solver": args.solver,
        "seconds": round(seconds, 2),
        "proven": proven,
        "options": len(model.options),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "vector": modelling.vector(season, sessions),
        "sessions": [
            {
                "wish": season.wishes[s.wish].said["id"],
                "slot": {
                    "spaces": list(s.placement.spaces),
                    "day": DAYS[s.day],
                    "from": clock(s.start * season.ground.grid),
                    "to": clock(s.end * season.ground.grid),
                },
                "locked": id(s) in locked,
            }
            for s in sessions
        ],
    }
    with open(args.out, "w") as file:
        json.dump(result, file)
    print(json.dumps({key: result[key] for key in ("solver", "seconds", "proven", "peak_mib", "vector")}))


if __name__ == "__main__":
    main()
