/* SPDX-License-Identifier: MIT */
/* The groups of names in one table; each group stands in a names_*.c file. */
#include "demo/names.h"

static const struct name_group mixed = {"mixed", 290, NAMING_MIXED, 180, {0}, {0}, {0}, {0}};

static const struct name_group *const groups[GROUPS] = {
    [GROUP_BRITISH] = &names_british,
    [GROUP_WELSH] = &names_welsh,
    [GROUP_SCOTTISH] = &names_scottish,
    [GROUP_IRISH] = &names_irish,
    [GROUP_POLISH] = &names_polish,
    [GROUP_ROMANIAN] = &names_romanian,
    [GROUP_IBERIAN] = &names_iberian,
    [GROUP_ITALIAN] = &names_italian,
    [GROUP_NORTHERN] = &names_northern,
    [GROUP_CENTRAL] = &names_central,
    [GROUP_INDIAN] = &names_indian,
    [GROUP_PUNJABI] = &names_punjabi,
    [GROUP_PAKISTANI] = &names_pakistani,
    [GROUP_BANGLADESHI] = &names_bangladeshi,
    [GROUP_CHINESE] = &names_chinese,
    [GROUP_OTHER_ASIAN] = &names_other_asian,
    [GROUP_NIGERIAN] = &names_nigerian,
    [GROUP_GHANAIAN] = &names_ghanaian,
    [GROUP_SOMALI] = &names_somali,
    [GROUP_CARIBBEAN] = &names_caribbean,
    [GROUP_SOUTHERN_AFRICAN] = &names_southern_african,
    [GROUP_ARABIC] = &names_arabic,
    [GROUP_TURKISH] = &names_turkish,
    [GROUP_PERSIAN] = &names_persian,
    [GROUP_MIXED] = &mixed,
};

const struct name_group *name_group(enum group g)
{
	return groups[g];
}
