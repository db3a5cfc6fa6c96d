#!/usr/bin/python3
"""Writes filters.csv: what scipy's Butterworth filters make of a short signal. Made with scipy 1.10.1, numpy 1.24.2."""
import os

import numpy as np
from scipy import signal

n = np.arange(200)
x = np.sin(2 * np.pi * 0.031 * n) + 0.5 * np.cos(2 * np.pi * 0.21 * n * n / 200) + 3 + (n == 0)
rows = {"input": x}
for order in (1, 2, 4):
    for rate, cutoff in ((250, 20), (1000, 40), (2000, 450), (4000, 450)):
        for kind in ("highpass", "lowpass"):
            sos = signal.butter(order, cutoff, kind, fs=rate, output="sos")
            rows[f"{kind} {order} {rate} {cutoff}"] = signal.sosfilt(sos, x)
for rate in (250, 1000, 4000):
    for centre in (50, 60):
        b, a = signal.butter(1, [centre - 1.5, centre + 1.5], "bandstop", fs=rate)
        rows[f"notch 1 {rate} {centre}"] = signal.lfilter(b, a, x)
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "filters.csv"), "w") as out:
    for name, row in rows.items():
        out.write(name + "," + ",".join(f"{v:.12g}" for v in row) + "\n")
