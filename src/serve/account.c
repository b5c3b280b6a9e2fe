/* SPDX-License-Identifier: MIT */
/* The system's name for a user id. */
#include <pwd.h>

#include "serve/serve.h"

struct str serve_account(struct arena *a, unsigned uid)
{
	const struct passwd *p = getpwuid((uid_t)uid);

	if (p && p->pw_name && *p->pw_name)
		return arena_cstr(a, p->pw_name);
	return arena_printf(a, "uid%u", uid);
}
