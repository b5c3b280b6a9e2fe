/* SPDX-License-Identifier: MIT */
/* A value: nothing, an integer or a text; comparing it and turning it into JSON or words. */
#include "lookback/rules/value.h"

/* In the order of the ABSENT_x bits. */
const struct choice absences[3] = {
    {{"not_applicable", 14}, {"Not applicable", 14}},
    {{"not_recorded", 12}, {"Not recorded", 12}},
    {{"not_checked", 11}, {"Not checked", 11}},
};

const char *vtype_name(enum vtype t)
{
	static const char *const names[] = {
	    [VT_LINE] = "line",
	    [VT_TEXT] = "text",
	    [VT_INT] = "integer",
	    [VT_DATE] = "date",
	    [VT_CHOICE] = "choice",
	    [VT_CHOICES] = "choices",
	    [VT_STAFF] = "staff",
	    [VT_TIME] = "time",
	    [VT_USER] = "user",
	};

	return names[t];
}

struct value value_none(void)
{
	return (struct value){.kind = V_NONE};
}

struct value value_int(int64_t i)
{
	return (struct value){.kind = V_INT, .i = i};
}

struct value value_str(struct str s)
{
	return (struct value){.kind = V_STR, .s = s};
}

bool value_eq(struct value a, struct value b)
{
	if (a.kind != b.kind)
		return false;
	switch (a.kind) {
	case V_NONE:
		return true;
	case V_INT:
		return a.i == b.i;
	case V_STR:
		return str_eq(a.s, b.s);
	}
	return false;
}

struct value value_of_json(const struct json *j)
{
	if (j && j->kind == J_INT)
		return value_int(j->i);
	if (j && j->kind == J_STR)
		return value_str(j->s);
	return value_none();
}

struct json *value_json(struct arena *a, struct value v)
{
	switch (v.kind) {
	case V_NONE:
		return json_none(a);
	case V_INT:
		return json_int(a, v.i);
	case V_STR:
		return json_str(a, v.s);
	}
	return json_none(a);
}

struct str value_text(struct arena *a, struct value v)
{
	switch (v.kind) {
	case V_NONE:
		return STR("");
	case V_INT:
		return arena_printf(a, "%lld", (long long)v.i);
	case V_STR:
		return arena_str(a, v.s);
	}
	return STR("");
}
