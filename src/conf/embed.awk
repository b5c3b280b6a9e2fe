# SPDX-License-Identifier: MIT
# Writes packs as C, so that a lone program has them.
# Every file named on the command line, config/PACK/NAME, becomes a list of its lines in
# embedded_files (conf/embedded.h). Files come sorted and end with a newline.
BEGIN {
	# An awk that counts characters cannot name bytes; there UTF-8 goes as it is.
	bytes = length("\303\251") == 2
	for (i = 1; i < 256; i++) code[sprintf("%c", i)] = i
	piece = 500 # bytes of a literal before escaping
	print "/* SPDX-License-Identifier: MIT */\n/* Made by src/conf/embed.awk. */"
	print "#include \"conf/embedded.h\"\n"
}
FNR == 1 {
	if (files++) print "};"
	path = FILENAME; sub(/^.*config\//, "", path)
	pack[files] = path; sub(/\/.*$/, "", pack[files])
	name[files] = path; sub(/^[^\/]*\//, "", name[files])
	print "static const char *const f" files "[] = {"
}
{
	line = $0
	while (length(line) > piece) {
		print "\t\"" escaped(substr(line, 1, piece)) "\","
		line = substr(line, piece + 1); lines[files]++
	}
	print "\t\"" escaped(line) "\\n\","; lines[files]++
}
END {
	if (files) print "};"
	print "const struct embedded_file embedded_files[] = {"
	for (i = 1; i <= files; i++)
		print "\t{\"" pack[i] "\", \"" name[i] "\", f" i ", " lines[i] "},"
	print "\t{0, 0, 0, 0},\n};"
}
# Octal escapes have three digits, so a digit after one is safe; \? breaks trigraphs.
function escaped(s,    i, c, out) {
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		if (c == "\\" || c == "\"" || c == "?") out = out "\\" c
		else if (c >= " " && c <= "~") out = out c
		else if (bytes || code[c] + 0 < 128) out = out sprintf("\\%03o", code[c])
		else out = out c
	}
	return out
}
