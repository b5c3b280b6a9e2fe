/* SPDX-License-Identifier: MIT */
/* The pack that comes with the program, from the folder and from within. */
#include "help.h"

START_TEST(the_real_pack_has_no_fault)
{
	struct source s = real_pack();
	const struct pack *p = loaded(&s);

	ck_assert_uint_eq(p->types.n, 1);
}
END_TEST

Suite *suite_conf_real(void);
Suite *suite_conf_real(void)
{
	const TTest *const tests[] = {the_real_pack_has_no_fault};

	return suite_of("conf/real", tests, COUNT(tests));
}
