/* SPDX-License-Identifier: MIT */
/*
 * Names as they are met in England and Wales. The groups and their shares follow the
 * ethnic groups of the Census 2021 (Office for National Statistics, table TS021), in
 * parts of 10,000; which names stand in a group is our own list and no statistics.
 * The first names of a list come more often than the last.
 */
#ifndef LOOKBACK_DEMO_NAMES_H
#define LOOKBACK_DEMO_NAMES_H

#include <stddef.h>

struct pool {
	const char *const *v;
	size_t n;
};
#define POOL(array)                                                                            \
	{                                                                                      \
		array, sizeof(array) / sizeof((array)[0])                                      \
	}

enum naming {
	NAMING_PLAIN,  /* given, family */
	NAMING_DOUBLE, /* two family names, as in Spain and Portugal */
	NAMING_SIKH,   /* Singh or Kaur stands between, or alone */
	NAMING_CHAIN,  /* given, father's, grandfather's */
	NAMING_MIXED,  /* given and family from two groups */
};
struct name_group {
	const char *name;
	unsigned share; /* of 10,000 */
	enum naming naming;
	unsigned middle; /* per mille with a second given name */
	struct pool female, male, family;
	struct pool family_f; /* the women's forms, in the same order; empty: the same */
};

enum group {
	GROUP_BRITISH,
	GROUP_WELSH,
	GROUP_SCOTTISH,
	GROUP_IRISH,
	GROUP_POLISH,
	GROUP_ROMANIAN,
	GROUP_IBERIAN,
	GROUP_ITALIAN,
	GROUP_NORTHERN,
	GROUP_CENTRAL,
	GROUP_INDIAN,
	GROUP_PUNJABI,
	GROUP_PAKISTANI,
	GROUP_BANGLADESHI,
	GROUP_CHINESE,
	GROUP_OTHER_ASIAN,
	GROUP_NIGERIAN,
	GROUP_GHANAIAN,
	GROUP_SOMALI,
	GROUP_CARIBBEAN,
	GROUP_SOUTHERN_AFRICAN,
	GROUP_ARABIC,
	GROUP_TURKISH,
	GROUP_PERSIAN,
	GROUP_MIXED, /* last: it draws from the others */
	GROUPS
};
/* By enum group; the tables stand in the names_*.c files. */
const struct name_group *name_group(enum group g);

extern const struct name_group names_british, names_welsh, names_scottish, names_irish;
extern const struct name_group names_polish, names_romanian, names_iberian, names_italian;
extern const struct name_group names_northern, names_central;
extern const struct name_group names_indian, names_punjabi, names_pakistani;
extern const struct name_group names_bangladeshi, names_chinese, names_other_asian;
extern const struct name_group names_nigerian, names_ghanaian, names_somali;
extern const struct name_group names_caribbean, names_southern_african;
extern const struct name_group names_arabic, names_turkish, names_persian;

#endif
