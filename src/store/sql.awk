# SPDX-License-Identifier: MIT
# Turns *.sql into rows of two X-macros. schema_0001.sql gives SCHEMA(1, "...") a
# statement, comments kept, so that .schema in any SQLite shell explains itself;
# all other files give SQL(name, KIND, "...") a named statement, comments dropped:
#   -- :name event_insert :exec      (exec, one, many)
function quoted(s) {
	gsub(/\\/, "\\\\", s); gsub(/"/, "\\\"", s); gsub(/\n/, "\\n", s)
	return "\"" s "\""
}
function flush_schema() {
	printf "SCHEMA(%d, %s)\n", version, quoted(text); text = ""; trigger = 0
}
function flush_named() {
	if (name != "") printf "SQL(%s, %s, %s)\n", name, toupper(kind), quoted(text)
	name = text = ""
}
FNR == 1 {
	flush_named(); text = ""; trigger = 0; version = 0
	if (match(FILENAME, /schema_[0-9]+/)) version = substr(FILENAME, RSTART + 7, RLENGTH - 7) + 0
}
version && text == "" && (/^--/ || /^$/) { next }
version {
	text = text (text == "" ? "" : "\n") $0
	if (/^CREATE TRIGGER/) trigger = 1
	if (trigger ? /^END;/ : /;$/) flush_schema()
	next
}
/^-- :name / { flush_named(); name = $3; kind = substr($4, 2); next }
/^--/ || /^$/ { next }
{ text = text (text == "" ? "" : "\n") $0 }
END { flush_named() }
