#!/usr/bin/env bash
# Makes a virtual environment: make-venv.sh PYTHON FOLDER. Installs Debian's venv package where it lacks and root runs this.
set -euo pipefail
python=$1
folder=$2

if ! command -v "$python" >/dev/null; then
  echo "Tawthiq needs Python 3.11 or newer, and '$python' is not here. Name one: make PYTHON=/path/to/python3 …" >&2
  exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "Tawthiq needs Python 3.11 or newer; '$python' is $("$python" --version). Name another: make PYTHON=python3.11 …" >&2
  exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "'$python' cannot make virtual environments. As root, install what it lacks, then go on:" >&2
    echo "  apt-get install $package" >&2
    exit 1
  fi
  echo "Installing $package …"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null
fi
"$python" -m venv "$folder"
