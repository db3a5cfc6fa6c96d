"""Reads recordings with mne or biosig and compares each with the truth beside it.

A line of standard input is one of them: FILE READER TRUTH EVENTS RATE STEPS, separated by tabs. Each is answered by a line.

TRUTH: one line per sample, one value per channel in microvolt or pascal, empty where it is missing.
EVENTS: onset, duration and text, separated by tabs. The answer: same, or each difference.
"""
import sys

import numpy as np


def with_mne(name):
    import mne

    mne.set_log_level("ERROR")
    read = mne.io.read_raw_bdf if name.endswith(".bdf") else mne.io.read_raw_edf
    raw = read(name, preload=True)
    factors = [1e6 if raw._orig_units[c] in ("µV", "uV") else 1.0 for c in raw.ch_names]
    data = raw.get_data() * np.array(factors)[:, None]
    events = [(a["onset"], a["duration"], str(a["description"])) for a in raw.annotations]
    return data, events, raw.info["sfreq"]


def with_biosig(name):
    import json

    import biosig

    header = json.loads(biosig.header(name))
    data = np.asarray(biosig.data(name)).T
    events = [(e["POS"], e["DUR"], e["Description"]) for e in header["EVENT"]]
    return data, events, header["Samplingrate"]


def differences(name, reader, truth_name, events_name, rate, steps):
    steps = [float(s) for s in steps.split(",")]
    data, events, sfreq = (with_mne if reader == "mne" else with_biosig)(name)
    grain = 1e-6 if reader == "mne" else 1 / float(rate)  # biosig keeps durations in whole samples
    wrong = []
    if abs(sfreq - float(rate)) > 1e-9:
        wrong.append(f"rate {sfreq}")
    truth = np.genfromtxt(truth_name, delimiter=",", missing_values="", filling_values=np.nan, ndmin=2)
    for channel, step in enumerate(steps):
        got = data[channel][: len(truth)]
        there = ~np.isnan(truth[:, channel])
        if len(got) < len(truth):
            wrong.append(f"channel {channel}: {len(got)} samples")
            continue
        off = np.abs(got[there] - truth[there, channel])
        if off.max() > 0.5001 * step:
            wrong.append(f"channel {channel}: sample {off.argmax()} off by {off.max() / step} steps")
        if there.sum() < len(truth) and len(set(got[~there])) != 1:
            wrong.append(f"channel {channel}: missing samples are not the digital minimum")
    with open(events_name, encoding="utf-8") as lines:
        for line in lines:
            onset, duration, text = line.rstrip("\n").split("\t")
            if not any(
                abs(o - float(onset)) < 1e-6 and abs(d - float(duration)) < grain and t == text for o, d, t in events
            ):
                wrong.append(f"no event {onset} {duration} {text} among {events}")
    return "; ".join(wrong) or "same"


for asked in sys.stdin:
    try:
        print(differences(*asked.rstrip("\n").split("\t")), flush=True)
    except Exception as e:  # told to the test, which would wait for an answer otherwise
        print(repr(e), flush=True)
