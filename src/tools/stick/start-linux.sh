#!/bin/sh
# Tirkelim: serves the folder «application» to this computer's browser, by whichever of Node.js and Python 3 is there.
own=$(basename "$0")
cd "$(dirname "$0")/program/tools/stick" || exit 1
if command -v node > /dev/null 2>&1 && node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)'; then
  exec node start-from-stick.mjs "$own"
fi
for python in python3 python; do
  if command -v "$python" > /dev/null 2>&1 && "$python" -c 'import sys; sys.exit(sys.version_info < (3, 6))'; then
    exec "$python" -B serve.py "$own"
  fi
done
cat neither.txt >&2
exit 1
