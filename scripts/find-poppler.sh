#!/usr/bin/env bash
# Says where pdftotext is, by which a test reads a report's text layer. Installs Debian's poppler-utils where it lacks and
# root runs this; elsewhere says what is missing and ends with 3, for that test to be left out.
set -euo pipefail

if [ "${TAWTHIQ_NO_POPPLER:-}" = 1 ]; then
  echo "pdftotext is left out, because TAWTHIQ_NO_POPPLER=1"
  exit 3
fi
if ! command -v pdftotext >/dev/null && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installing poppler-utils …"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends poppler-utils >/dev/null
fi
if command -v pdftotext; then
  exit 0
fi
echo "pdftotext is not here, so its test is left out. To run it too, as root: apt-get install poppler-utils"
exit 3
