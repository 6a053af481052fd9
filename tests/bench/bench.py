#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what the project promises and prints each as a ratio to its limit or to a peer, run in turn."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 11


def run(command, **kwargs):
    start = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **kwargs)
    return (time.monotonic() - start) * 1e3


def first_frame(args, command, env):
    out = subprocess.run([args.first_frame, *command], check=True, capture_output=True, text=True, env=env)
    return float(out.stdout)


def report(name, ours, theirs, limit, unit="ms"):
    mine, peer = statistics.median(ours), statistics.median(theirs)
    ratio = mine / peer
    print(f"{name}: {mine:.1f} {unit} against {peer:.1f} {unit}, ratio {ratio:.2f}, limit {limit}"
          f" (ours {min(ours):.0f}–{max(ours):.0f}, peer {min(theirs):.0f}–{max(theirs):.0f})")
    return ratio <= limit


def bench_start(args, folder):
    """Start to first frame against GTK's own demonstration of all its widgets."""
    env = dict(os.environ, GTK_A11Y="none", GSK_RENDERER="cairo", DBUS_SESSION_BUS_ADDRESS="disabled:",
               GSETTINGS_BACKEND="memory", XDG_DATA_HOME=folder)
    path = f"{folder}/start.ntm"
    run([args.ntm, "new", path, "--from", "hatinh"])
    ours, theirs = [], []
    for _ in range(RUNS):
        theirs.append(first_frame(args, ["gtk4-widget-factory"], env))
        ours.append(first_frame(args, [args.app, path], env))
    return report("start to first frame / gtk4-widget-factory", ours[1:], theirs[1:], 1.5)


def bench_map(args, folder):
    """`ntm map` to SVG as a whole process: at most 0.25 s."""
    path = f"{folder}/map.ntm"
    run([args.ntm, "new", path, "--from", "hatinh"])
    times = [run([args.ntm, "map", path, "-o", f"{folder}/map.svg"]) for _ in range(RUNS)]
    new = [run([args.ntm, "new", f"{folder}/new{i}.ntm", "--from", "hatinh"]) for i in range(RUNS)]
    print(f"ntm new --from hatinh: {statistics.median(new):.0f} ms")
    return report("ntm map to SVG / 250 ms", times[1:], [250.0], 1.0)


parser = argparse.ArgumentParser()
parser.add_argument("--ntm", required=True)
parser.add_argument("--app")
parser.add_argument("--first-frame")
parser.add_argument("what", choices=["start", "map"])
args = parser.parse_args()
with tempfile.TemporaryDirectory() as folder:
    sys.exit(0 if {"start": bench_start, "map": bench_map}[args.what](args, folder) else 1)
