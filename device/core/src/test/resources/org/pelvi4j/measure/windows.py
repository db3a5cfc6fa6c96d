#!/usr/bin/python3
"""Writes windows.csv: a short assessment in raw EMG at 1 kHz, and what numpy and scipy make of its windows by the rules of
DOMAIN 1.3 and 1.13: levels, slopes, times from the prompts by both rules, median frequencies and whether they mean
anything. Made with scipy 1.10.1, numpy 1.24.2."""
import os

import numpy as np
from scipy import signal, stats

rng = np.random.default_rng(11)
fs = 1000
n = 21 * fs
t = np.arange(n) / fs
# Rest of 3 uV; a strong squeeze that tires in level and in frequency, one just above rest, one that sways.
works = {"strong": (3.0, 6.5), "weak": (9.0, 12.5), "swaying": (15.0, 18.5)}
sway = 1 + 0.8 * np.sin(2 * np.pi * 0.3 * (t - 15))
strength = {"strong": 30 * (1 - 0.03 * (t - 3)), "weak": 5.5 + 0 * t, "swaying": 30 * sway}
late = {"strong": 0.35, "weak": 0.45, "swaying": 0.30}
drive = np.zeros(n)
for name, (on, off) in works.items():
    up = np.clip((t - on - late[name]) / 0.3, 0, 1)
    down = np.where(t > off + 0.25, np.exp(-(t - off - 0.25) / 0.15), 1)
    drive += strength[name] * up * down
white = rng.normal(0, 1, n)
fast = signal.lfilter(*signal.butter(2, [80, 200], "bandpass", fs=fs), white)
slow = signal.lfilter(*signal.butter(2, [40, 90], "bandpass", fs=fs), white)
tired = np.clip((t - 3.5) / 3, 0, 1)
carrier = fast / fast.std() * (1 - tired) + slow / slow.std() * tired
rest = signal.lfilter(*signal.butter(2, [30, 300], "bandpass", fs=fs), rng.normal(0, 1, n))
emg = np.round(drive * carrier + 3 * rest / rest.std(), 1)

# The envelope: RMS of the last 250 ms.
sums = np.concatenate([[0.0], np.cumsum(emg**2)])
index = np.arange(1, n + 1)
start = np.maximum(0, index - 250)
envelope = np.sqrt((sums[index] - sums[start]) / (index - start))
quiet = envelope[500:3000]
resting, noise = np.median(quiet), quiet.std()

coarse, times = envelope[9::10], t[9::10]
window = np.lib.stride_tricks.sliding_window_view
figures = {"rest": [resting], "noise": [noise]}


def median(power, f):
    band = (f >= 20) & (f <= 450)
    edges = np.concatenate([f[band] - f[1] / 2, [f[band][-1] + f[1] / 2]])
    total = np.concatenate([[0], np.cumsum(power[band])])
    return np.interp(total[-1] / 2, total, edges)


def frequencies(x):
    f, p = signal.welch(x, fs, window="hann", nperseg=512, noverlap=256, detrend=False)
    starts = range(0, x.size - 511, 256)
    each = [median(signal.welch(x[i : i + 512], fs, window="hann", nperseg=512, detrend=False)[1], f) for i in starts]
    line = stats.linregress([(i + 256) / fs for i in starts], each)
    return median(p, f), line.slope, 100 * line.slope / line.intercept


def levels(x):
    held = x[100:]
    seconds = np.arange(held.size) / 100
    line = stats.linregress(seconds, held)
    blocks = [x[i : i + 100] for i in range(100, x.size - 99, 100)]
    deviation = np.mean([np.abs(b - b.mean()).mean() for b in blocks])
    return [held.mean(), held.std(), deviation, window(x, 20).mean(axis=1).max(), line.slope, 100 * line.slope / line.intercept]


def above(x, level, stays):
    """The first time from which on it is at the level or above for so long; infinite when never."""
    runs = window(x >= level, int(stays * fs) + 1).all(axis=1)
    return np.argmax(runs) / fs if runs.any() else np.inf


def below(x, level):
    return np.argmax(x < level) / fs if (x < level).any() else np.inf


previous = np.nan
for name, (on, off) in works.items():
    inside = (times >= on) & (times < off)
    x = coarse[inside]
    raw = emg[int(on * fs) : int(off * fs)]
    blocks = [x[i : i + 100].mean() for i in range(100, x.size - 99, 100)]
    steady = max(abs(b / x[100:].mean() - 1) for b in blocks) <= 0.2
    ratio = x[100:].mean() ** 2 / resting**2 - 1
    figures[name] = levels(x)
    figures[name + "Frequencies"] = frequencies(raw)
    figures[name + "Means"] = [float(steady), 10 * np.log10(ratio)]
    work = envelope[int(on * fs) : int(off * fs)]
    figures[name + "Onset"] = [
        np.nan if np.isnan(previous) else above(work, 0.75 * previous, 0),
        above(work, resting + 3 * noise, 0.1),
    ]
    previous = x[100:].mean()
    after = envelope[int(off * fs) : int((off + 2.5) * fs)]
    figures[name + "Release"] = [below(after, 0.375 * previous), below(after, resting + 3 * noise)]
    rested = coarse[(times >= off) & (times < off + 2.5)]
    figures[name + "Rest"] = levels(rested)[:3]
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "windows.csv"), "w") as out:
    out.write("emg," + ",".join(f"{v:.1f}" for v in emg) + "\n")
    for name, values in figures.items():
        out.write(name + "," + ",".join(f"{v:.12g}" for v in values) + "\n")
