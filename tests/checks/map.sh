#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints the map of the source: every file with the first sentence of its head.
# `make map` writes it into docs/ARCHITECTURE.md; the docs check compares.
for layer in base wire stats rules conf store review serve client cmd tui demo cli main.c; do
	files=$(find "src/$layer" -type f \( -name '*.c' -o -name '*.def' -o -name '*.awk' \) | LC_ALL=C sort)
	[ -n "$files" ] || continue
	[ "$layer" = main.c ] || printf '\n### %s\n' "$layer"
	printf '\n| file | what it is |\n|---|---|\n'
	for f in $files; do
		awk -v name="${f#src/}" '
			function out() {
				if (match(text, /[.;]( |$)/)) text = substr(text, 1, RSTART - 1)
				gsub(/\|/, "/", text)
				printf "| `%s` | %s |\n", name, text == "" ? "NO HEAD: say what the file is" : text
				exit
			}
			FNR == 1 {next}
			text == "" && !/^[ \t]*(\/\*|\*|#[^i])/ {out()}
			{
				line = $0
				sub(/^[ \t]*(\/\*|\*\/|\*|#)[ \t]?/, "", line)
				sub(/[ \t]*\*\/[ \t]*$/, "", line)
				gsub(/^[ \t]+|[ \t]+$/, "", line)
				if (line != "") text = text (text == "" ? "" : " ") line
				if (text ~ /[.;]( |$)/ || /\*\/[ \t]*$/ || (text != "" && line == "")) out()
			}' "$f"
	done
done
