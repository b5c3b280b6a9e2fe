# SPDX-License-Identifier: MIT
# Reads test sources, prints a main that runs every suite found in them.
/^Suite \*suite_[a-z0-9_]+\(void\)$/ {
	name = $2; sub(/^\*/, "", name); sub(/\(void\)$/, "", name); names[n++] = name
}
END {
	print "#include <check.h>\n#include <stdlib.h>\n"
	for (i = 0; i < n; i++) print "Suite *" names[i] "(void);"
	print "int main(void)\n{\n\tSRunner *r = srunner_create(NULL);\n"
	for (i = 0; i < n; i++) print "\tsrunner_add_suite(r, " names[i] "());"
	print "\tsrunner_run_all(r, CK_ENV);\n\tint bad = srunner_ntests_failed(r);"
	print "\tsrunner_free(r);\n\treturn bad ? EXIT_FAILURE : EXIT_SUCCESS;\n}"
}
