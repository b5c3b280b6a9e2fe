/* SPDX-License-Identifier: MIT */
#include "review/extract.h"

#include <check.h>
#include <string.h>

#include "lookback/base/hash.h"

const char *const bench_heading =
    "source_ref,source_system,route,received,channel,applicant_kind,applicant_name,"
    "applicant_dob,applicant_phone,person_name,person_dob,safe_contact,subject_name,"
    "subject_alias,subject_dob,subject_address,relationship,living_together,children,handler,"
    "supervisor,checks,risk_level,outcome,closed,days_taken,narrative\n";

struct str bench_row(struct arena *a, int i)
{
	static const char *const names[] = {
	    "Adam Novák", "Bríd O'Shea", "Chidi Okoro", "Dewi Pugh", "Ewa Zając"};
	static const char *const outcomes[] = {
	    "DISCLOSED_TO_A", "NO_INFO_TO_DISCLOSE", "WITHDRAWN", "NOT_RECORDED"};
	struct dice d = dice_seed((uint64_t)i + 1);
	int year = 2015 + (int)dice_below(&d, 8), month = 1 + (int)dice_below(&d, 12),
	    day = 1 + (int)dice_below(&d, 28), subject = (int)dice_below(&d, 5);

	return arena_printf(a,
	    "%05d,RMS,%s,%04d-%02d-%02d,101,A,Applicant %d,1990-02-03,01632 960%03d,"
	    "Person %d,1990-02-03,after six,%s,,%04d-05-06,\"%d Mill Lane, Town\",PARTNER,Y,"
	    "%d,H%02d,S01,\"pnc,pnd\",%s,%s,%04d-%02d-%02d,%d,\"Rang at %d. He said "
	    "\"\"no\"\".\n"
	    "Second line.\"\n",
	    i, dice_below(&d, 3) ? "RTA" : "RTK", year, month, day, i, i % 1000, i,
	    names[subject], 1970 + subject, i, (int)dice_below(&d, 4), i % 10,
	    dice_below(&d, 2) ? "HIGH" : "STANDARD", outcomes[dice_below(&d, 4)], year + 1,
	    month, day, (int)dice_below(&d, 120), i);
}

struct str bench_csv(struct arena *a, int from, int n)
{
	struct buf b = buf_in(a);

	buf_puts(&b, bench_heading);
	for (int i = from; i < from + n; i++)
		buf_put(&b, bench_row(a, i));
	return buf_str(&b);
}

struct str bench_replace(struct arena *a, struct str text, const char *find, const char *with)
{
	const char *at = strstr(text.p, find);

	ck_assert_msg(at != NULL, "nowhere: %s", find);
	return arena_printf(a, "%.*s%s%s", (int)(at - text.p), text.p, with, at + strlen(find));
}

struct str extract_with(struct arena *a, const char *column, const char *cell)
{
	struct str heading = str_of(bench_heading), name, row = bench_row(a, 1), rest;
	struct buf out = buf_in(a);
	int at = 0, i = 0;
	bool quoted = false;

	heading.n--;
	for (rest = heading; str_cut(&rest, ',', &name) && !str_is(name, column);)
		at++;
	buf_printf(&out, "%s%.*s", bench_heading, STR_ARG(bench_row(a, 0)));
	for (size_t k = 0; k < row.n; k++) {
		bool comma = row.p[k] == ',' && !quoted;
		quoted ^= row.p[k] == '"';
		i += comma;
		if (comma || k == 0) {
			if (comma)
				buf_char(&out, ',');
			if (i == at)
				buf_puts(&out, cell);
		}
		if (!comma && (i != at || (row.p[k] == '\n' && !quoted)))
			buf_char(&out, row.p[k]);
	}
	return buf_str(&out);
}
