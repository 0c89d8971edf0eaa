#!/bin/sh
# Open the window; where there is no display, play the demo unseen and leave a picture of it in the file named.
set -eu
cd "$(dirname "$0")/.."
picture=$1
if [ "$(uname)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/ser-desktop
fi
echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): playing the demo without one."
mkdir -p "$(dirname "$picture")"
QT_QPA_PLATFORM=offscreen .venv/bin/ser-desktop --demo --decisions --screenshot "$picture" --seconds 12
echo "A picture of the window: $picture"
