#!/usr/bin/python3
"""Writes metrics.csv: what numpy and scipy make of one curve and one EMG segment. Made with scipy 1.10.1, numpy 1.24.2."""
import os

import numpy as np
from scipy import signal, stats

rng = np.random.default_rng(7)
fs = 100.0
t = np.arange(0, 6, 1 / fs)
x = np.minimum(1, t / 0.4) * np.minimum(1, (6 - t) / 0.8) * (30 - 1.5 * t) + rng.normal(0, 0.2, t.size)
held = x[100:]
window = np.lib.stride_tricks.sliding_window_view
peak = window(x, 20).mean(axis=1).max()
top = x.max()


def first(v, level):
    i = int(np.argmax(v >= level))
    return i - (v[i] - level) / (v[i] - v[i - 1])


line = stats.linregress(t[100:] - t[100], held)
blocks = [x[i : i + 100] for i in range(100, 600, 100)]
slopes = [stats.linregress(t[i : i + 11], x[i : i + 11]).slope for i in range(x.size - 10)]
figures = {
    "mean": held.mean(),
    "standardDeviation": held.std(),
    "variabilityPercent": 100 * held.std() / held.mean(),
    "peak": peak,
    "deviation": np.mean([np.abs(b - b.mean()).mean() for b in blocks]),
    "area": np.trapz(x, dx=1 / fs),
    "holdSeconds": (x >= 0.75 * peak).sum() / fs,
    "riseRate": max(slopes),
    "riseSeconds": (first(x, 0.9 * top) - first(x, 0.1 * top)) / fs,
    "fallSeconds": (first(x[::-1], 0.9 * top) - first(x[::-1], 0.1 * top)) / fs,
    "meanRiseRate": 0.8 * top / ((first(x, 0.9 * top) - first(x, 0.1 * top)) / fs),
    "enduranceRatio": (x >= 0.75 * peak).sum() / fs / 6,
    "sag": line.slope,
    "sagPercent": 100 * line.slope / line.intercept,
    "best3": window(x, 300).mean(axis=1).max(),
}
rate = 1000.0
b, a = signal.butter(2, [60, 120], "bandpass", fs=rate)
emg = signal.lfilter(b, a, rng.normal(0, 20, 8000))
f, p = signal.welch(emg, rate, window="hann", nperseg=512, noverlap=256, detrend=False)


def median(power):
    band = (f >= 20) & (f <= 450)
    sums = np.concatenate([[0], np.cumsum(power[band])])
    edges = np.concatenate([f[band] - f[1] / 2, [f[band][-1] + f[1] / 2]])
    return np.interp(sums[-1] / 2, sums, edges)


figures["medianHz"] = median(p)
starts = range(0, emg.size - 511, 256)
medians = [median(signal.welch(emg[i : i + 512], rate, window="hann", nperseg=512, detrend=False)[1]) for i in starts]
course = stats.linregress([(i + 256) / rate for i in starts], medians)
figures["slopeHzPerSecond"] = course.slope
figures["slopePercentPerSecond"] = 100 * course.slope / course.intercept
reps = rng.normal(20, 2, 8) * np.linspace(1, 0.7, 8)
figures["fatigueIndex"] = 100 * (1 - reps[-3:].mean() / reps[:3].mean())
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "metrics.csv"), "w") as out:
    out.write("curve," + ",".join(f"{v:.12g}" for v in x) + "\n")
    out.write("reps," + ",".join(f"{v:.12g}" for v in reps) + "\n")
    out.write("emg," + ",".join(f"{v:.10g}" for v in emg) + "\n")
    for name, value in figures.items():
        out.write(f"{name},{value:.12g}\n")
