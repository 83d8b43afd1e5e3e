#!/usr/bin/env python3
"""Runs a command and writes how much memory its processes took at most, in MB. measured.py FILE COMMAND..."""
import pathlib, resource, subprocess, sys

status = subprocess.run(sys.argv[2:]).returncode
pathlib.Path(sys.argv[1]).write_text(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024))
sys.exit(status)
