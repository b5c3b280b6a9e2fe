#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what building and testing need and says why; does nothing when nothing
# is missing. `--check` only looks. Linux is the platform: Debian, Fedora, Alpine.
#
# what it is for | how its presence is seen | Debian | Fedora | Alpine
table='
compiler            |cc                  |gcc libc6-dev      |gcc glibc-devel      |gcc musl-dev
build tool          |make                |make               |make                 |make
finds libraries     |pkg-config          |pkg-config         |pkgconf-pkg-config   |pkgconf
version control     |git                 |git                |git                  |git
screen              |pc:ncursesw         |libncurses-dev     |ncurses-devel        |ncurses-dev
terminal names      |file:/usr/share/terminfo/x/xterm-256color:/lib/terminfo/x/xterm-256color|ncurses-base ncurses-term|ncurses-term|ncurses-terminfo
database            |pc:sqlite3          |libsqlite3-dev     |sqlite-devel         |sqlite-dev
packs               |pc:yaml-0.1         |libyaml-dev        |libyaml-devel        |yaml-dev
JSON                |pc:jansson          |libjansson-dev     |jansson-devel        |jansson-dev
text widths, folding|pc:libutf8proc      |libutf8proc-dev    |utf8proc-devel       |utf8proc-dev
SHA-256             |pc:libcrypto        |libssl-dev         |openssl-devel        |openssl-dev
CSV reading         |file:/usr/include/csv.h|libcsv-dev      |libcsv-devel         |libcsv-dev
unit tests          |pc:check            |check libsubunit-dev|check-devel         |check-dev
screen tests        |pc:vterm            |libvterm-dev       |libvterm-devel       |libvterm-dev
damage tests        |sqlite3             |sqlite3            |sqlite               |sqlite
second verifier     |python3             |python3            |python3              |python3
formatting          |clang-format        |clang-format       |clang-tools-extra    |clang-extra-tools
lint                |clang-tidy          |clang-tidy         |clang-tools-extra    |clang-extra-tools
lint                |cppcheck            |cppcheck           |cppcheck             |cppcheck
'
if [ -r /etc/os-release ]; then . /etc/os-release; fi
case " ${ID:-} ${ID_LIKE:-} " in
*" debian "*) col=3 install='apt-get install -y --no-install-recommends' update='apt-get update' ;;
*" fedora "*) col=4 install='dnf install -y' update=: ;;
*" alpine "*) col=5 install='apk add' update=: ;;
*) col=3 install= update= ;;
esac

there() {
	case $1 in
	pc:*) pkg-config --exists "${1#pc:}" 2>/dev/null ;;
	file:*)
		for f in $(echo "${1#file:}" | tr : ' '); do
			[ -e "$f" ] && return 0
		done
		return 1
		;;
	*) command -v "$1" >/dev/null 2>&1 ;;
	esac
}

missing=$(echo "$table" | while IFS='|' read -r why see deb fed alp; do
	[ -n "$see" ] || continue
	there "$(echo "$see" | tr -d ' ')" && continue
	case $col in 3) p=$deb ;; 4) p=$fed ;; *) p=$alp ;; esac
	echo "$why|$p"
done)
[ -n "$missing" ] || exit 0
echo "$missing" | while IFS='|' read -r why p; do
	echo "lookback: missing: $(echo $p) ($(echo $why))" >&2
done
if [ "${1:-}" = --check ]; then
	echo "lookback: run 'make setup' to install what is missing" >&2
	exit 1
fi
[ -n "$install" ] || { echo "lookback: unknown Linux '${ID:-?}': install the packages above by hand" >&2; exit 1; }
sudo=
if [ "$(id -u)" -ne 0 ]; then
	command -v sudo >/dev/null 2>&1 || { echo "lookback: run as root, or install sudo" >&2; exit 1; }
	sudo=sudo
fi
pkgs=$(echo "$missing" | cut -d'|' -f2 | tr '\n' ' ')
echo "lookback: installing: $pkgs" >&2
export DEBIAN_FRONTEND=noninteractive
$sudo $update >&2 && $sudo $install $pkgs >&2
