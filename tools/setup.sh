#!/bin/sh
# Prepare this checkout for "run", "train", "test", "mutants", "lowest", "benchmark", "speed", "package" or
# "supply": virtual environment, Python packages, libraries. Packages are those that requirements/ locks, each
# file held to its hash;
# with DEPENDENCIES=ranges the newest that pyproject.toml allows.
# Done work is remembered in .venv, so that a second call takes a second. Nothing outside the checkout is
# changed, except that missing Debian packages are installed where root or passwordless sudo allows it.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-run}
dependencies=${DEPENDENCIES:-locked}
venv=.venv
if [ "$purpose" = lowest ]; then # with the lowest Python too
    venv=build/lowest
    PYTHON=${PYTHON:-python3.11}
fi
supported='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'

say() { printf '%s\n' "$*"; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
    else
        return 1
    fi
}

# Ask apt for packages; never let it remove any (a test tool must not take away somebody's sound server).
apt_install() {
    command -v apt-get >/dev/null 2>&1 &&
        as_root apt-get update -q &&
        as_root apt-get install -q -y --no-install-recommends --no-remove "$@"
}

suits() { "$1" -c "$supported" >/dev/null 2>&1; }

find_python() {
    for python in ${PYTHON:-} python3 python3.13 python3.12 python3.11 /usr/bin/python3; do
        if suits "$python"; then
            say "$python"
            return
        fi
    done
    say "Python 3.11, 3.12 or 3.13 is needed, and none was found (looked for python3 and python3.11 to 3.13)." >&2
    say "Install one (Debian, Ubuntu: sudo apt-get install python3 python3-venv; everywhere: python.org)," >&2
    say "or name it: make $purpose PYTHON=/path/to/python3.12" >&2
    return 1
}

make_venv() {
    if [ -x $venv/bin/python ] && suits $venv/bin/python && $venv/bin/python -m pip --version >/dev/null 2>&1; then
        return
    fi
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        say "Python's venv module is missing; asking for python$version-venv."
        if ! apt_install "python$version-venv"; then
            say "It could not be installed. Type: sudo apt-get install python$version-venv" >&2
            return 1
        fi
    fi
    say "Making the virtual environment $venv with $("$python" --version)."
    "$python" -m venv --clear $venv
}

install_packages() {
    case $purpose in
    run) extra='' enough='run package supply train test benchmark mutants speed' ;;
    train) extra='[train,cluster]' enough='train test mutants speed' ;;
    test) extra='[dev]' enough='test mutants speed' ;;
    mutants) extra='[mutation]' enough='mutants' ;;
    lowest) extra='[dev,package,supply]' enough='lowest' ;;
    package | benchmark | speed | supply) extra="[$purpose]" enough=$purpose ;;
    *) say "tools/setup.sh run, train, test, mutants, lowest, benchmark, speed, package or supply" >&2 && return 2 ;;
    esac
    # An environment moved, or made for another list of packages, is not ready.
    key=$( (pwd && echo "$dependencies" && cat pyproject.toml requirements/*.txt) | cksum)
    for done in $enough; do
        [ "$(cat $venv/ready-"$done" 2>/dev/null)" != "$key" ] || return 0
    done
    say "Installing the Python packages, $dependencies (the first time takes minutes)."
    pip="$venv/bin/python -m pip install"
    if [ "$dependencies" = ranges ]; then
        $pip --editable ".$extra"
    else
        $pip --require-hashes --only-binary :all: -r "requirements/$purpose.txt"
        $pip --no-deps --no-build-isolation --no-index --editable .
    fi
    say "$key" >$venv/ready-"$purpose"
}

install_libraries() {
    [ "$(uname)" = Linux ] || return 0
    for group in SOUND,WINDOW TESTS; do
        [ "$group" != TESTS ] || [ "$purpose" = test ] || [ "$purpose" = lowest ] || continue
        $venv/bin/python - "$group" >$venv/needs <<'PYTHON'
import sys
from ser_desktop.system_packages import Manager, Purpose, command, missing, packages
needs = missing(*(Purpose[name] for name in sys.argv[1].split(",")))
print(" ".join(packages(needs, Manager.APT)))
print(command(needs) if needs else "")
PYTHON
        { read -r needed; read -r typed; } <$venv/needs
        [ -n "$needed" ] || continue
        say "This system lacks: $needed"
        if [ "$group" = TESTS ] && command -v pipewire >/dev/null 2>&1; then
            say "PipeWire runs the sound here, so nothing was installed beside it. To run every test, type: $typed"
        # shellcheck disable=SC2086 # one word for each package
        elif ! apt_install $needed; then
            say "It could not be installed from here. Type: $typed"
        fi
    done
}

make_venv
install_packages
install_libraries
