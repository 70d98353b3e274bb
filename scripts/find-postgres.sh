#!/usr/bin/env bash
# Says where PostgreSQL's own programs are, for tests that start a server of their own. Installs Debian's package where
# it lacks and root runs this; elsewhere says what is missing and ends with 3, for the tests of PostgreSQL to be left out.
set -euo pipefail

found() {
  local at
  for at in "$(command -v initdb || true)" "$(command -v pg_config >/dev/null && pg_config --bindir)/initdb" \
    /usr/lib/postgresql/*/bin/initdb; do
    if [ -x "$at" ]; then
      echo "PostgreSQL: $(dirname "$at")"
      return 0
    fi
  done
  return 1
}

if [ "${TAWTHIQ_NO_POSTGRES:-}" = 1 ]; then
  echo "PostgreSQL is left out, because TAWTHIQ_NO_POSTGRES=1"
  exit 3
fi
if found; then
  exit 0
fi
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installing postgresql …"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null
  found
else
  echo "PostgreSQL is not here, so its tests are left out. To run them too, as root: apt-get install postgresql"
  exit 3
fi
