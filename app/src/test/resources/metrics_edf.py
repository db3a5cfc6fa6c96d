"""Computes a practice's metrics anew, with scipy, from its EDF+ or BDF+ file alone, and compares them with an export.

Arguments: FILE REPETITIONS.csv PRACTICE SIGNAL TARGET. Formulas: DOMAIN 1.10, 1.11, 1.14, 1.15. Exit 1 and a line for each
difference.
"""
import csv
import re
import sys

import mne
import numpy as np
from scipy import signal as dsp

GRACE = 1.0  # seconds of work and of rest that are not scored
CONFIRM = 0.15  # seconds at home until home counts as reached


def read(name):
    mne.set_log_level("ERROR")
    reader = mne.io.read_raw_bdf if name.endswith(".bdf") else mne.io.read_raw_edf
    raw = reader(name, preload=True)
    factor = 1e6 if raw._orig_units[raw.ch_names[0]] in ("µV", "uV") else 1.0
    events = [(a["onset"], a["duration"], str(a["description"])) for a in raw.annotations]
    return raw.get_data()[0] * factor, raw.info["sfreq"], events


def through(x, fs, order, edge, kind):
    return dsp.sosfilt(dsp.butter(order, edge, kind, fs=fs, output="sos"), x)


def envelope(x, fs, kind):
    if kind == "pressure":
        return x[0] + through(x - x[0], fs, 2, min(8, fs / 4), "low")
    y = through(x - x[0], fs, 4, 20, "high")
    for line in (50, 60, 150, 180, 250, 300):
        seen = abs(line - fs * round(line / fs))
        if 20 < seen < 0.45 * fs:
            y = through(y, fs, 1, [seen - 1.5, seen + 1.5], "bandstop")
    if 450 < 0.45 * fs:
        y = through(y, fs, 4, 450, "low")
    y = through(y, fs, 2, 40, "high") ** 2
    n = int(round(0.25 * fs))
    sums = np.cumsum(np.concatenate([np.zeros(n), y]))
    mean = (sums[n:] - sums[:-n]) / np.minimum(np.arange(1, len(y) + 1), n)
    return np.sqrt(np.maximum(mean, 0))


def scale(events):
    last = [text for _, _, text in events if text.startswith("CAL scale")][-1]
    found = dict(re.findall(r"(\w+)=([-\d.]+)", last))
    return {key: float(value) for key, value in found.items()}


def repetition(t, effort, home, target, start, rest, end):
    step = t[1] - t[0]
    work = (t > start) & (t <= rest)
    held = step * np.sum(effort[work] >= target)
    scored = (t > start + GRACE) & (t <= rest)
    held_share = np.mean(effort[scored] >= target)
    relaxing = (t > rest + GRACE) & (t <= end)
    home_share = np.mean(effort[relaxing] <= home)
    release = np.nan
    at_home = effort <= home
    contracted = False
    since = None
    for i in np.flatnonzero((t >= start) & (t < end)):
        contracted |= not at_home[i]
        if not at_home[i]:
            since = None
        elif since is None:
            since = t[i]
        if contracted and since is not None and t[i] >= rest and t[i] - since >= CONFIRM - 1e-9:
            release = max(0.0, since - rest)
            break
    in_time = release < (end - rest) / 2
    return held, release, held_share >= 0.8, bool(in_time), (held_share + home_share) / 2


def main():
    name, table, practice, kind, target = sys.argv[1:6]
    x, fs, events = read(name)
    known = scale(events)
    effort = (envelope(x, fs, kind) - known["rest"]) / (known["reference"] - known["rest"])
    t = np.arange(len(x)) / fs
    works = [o for o, _, text in events if text == "PROMPT work"]
    rests = [(o, o + d) for o, d, text in events if text == "PROMPT rest"]
    releases = {round(o, 3): d for o, d, text in events if text == "RELAX complete"}
    scores = {int(text.split()[1]): text.split("=")[1] for _, _, text in events if text.startswith("REP ")}
    with open(table, encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["practice"] == practice]
    wrong = []
    compared = 0
    if len(rows) != len(works) or len(rows) != len(scores):
        wrong.append(f"{len(rows)} rows, {len(works)} prompts, {len(scores)} results")
    for row, start, (rest, end) in zip(rows, works, rests):
        rep = int(row["rep"])
        told = float("nan") if row["score"] == "" else float(row["score"])
        if (scores[rep] == "-") != np.isnan(told) or (scores[rep] != "-" and abs(float(scores[rep]) - told) > 0.0051):
            wrong.append(f"rep {rep}: score {scores[rep]} in the file, {told} in the table")
        if row["release_s"] != "" and abs(releases.get(round(rest, 3), -1) - float(row["release_s"])) > 0.0011:
            wrong.append(f"rep {rep}: release {releases.get(round(rest, 3))} in the file, {row['release_s']} in the table")
        if row["judged"] != "true":
            continue
        compared += 1
        held, release, was_held, was_let_go, score = repetition(
            t, effort, known["home"], float(target), start, rest, end
        )
        for what, mine, theirs, off in (
            ("held_s", held, float(row["held_s"]), 2.5 / fs + 0.002),
            ("release_s", release, float(row["release_s"] or "nan"), 2.5 / fs + 0.002),
            ("score", score, told, 0.003),
        ):
            if not (abs(mine - theirs) <= off or (np.isnan(mine) and np.isnan(theirs))):
                wrong.append(f"rep {rep}: {what} {mine:.4f} computed, {theirs:.4f} in the table")
        if was_held != (row["held"] == "true") or was_let_go != (row["let_go"] == "true"):
            wrong.append(f"rep {rep}: held {was_held}, let go {was_let_go} computed, {row} in the table")
    print("\n".join(wrong) or f"same {compared}")
    return 1 if wrong else 0


sys.exit(main())
