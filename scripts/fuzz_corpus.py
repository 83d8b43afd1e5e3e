#!/usr/bin/env python3
"""Keeps a folder of fuzz inputs as lines of base64: fuzz_corpus.py READER FOLDER

Sizes of all kinds, evenly, up to 150 inputs and 48 KB in all; the lines a person put above the mark stay.
"""
import base64, os, sys

MARK = "# from libFuzzer, smallest first"
COUNT, ROOM = 150, 48_000
reader, folder = sys.argv[1], sys.argv[2]
target = os.path.join(os.path.dirname(os.path.abspath(__file__)), f"../Tests/FuzzTests/Corpus/{reader}.txt")
old = open(target, encoding="ascii").read().splitlines() if os.path.exists(target) else []
by_hand = old[:old.index(MARK)] if MARK in old else old


def lines(inputs, step):
    return [base64.b64encode(data).decode() for data in inputs[::step]]


inputs = sorted((open(os.path.join(folder, name), "rb").read() for name in os.listdir(folder)), key=lambda b: (len(b), b))
inputs = [data for data in inputs if data]
step = 1
while step < len(inputs) and (len(lines(inputs, step)) > COUNT or sum(map(len, lines(inputs, step))) > ROOM):
    step += 1
kept = lines(inputs, step)
with open(target, "w", encoding="ascii") as out:
    out.write("\n".join(by_hand + [MARK] + kept) + "\n")
print(f"{reader}: {len(kept)} of {len(inputs)} inputs kept")
