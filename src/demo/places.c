/* SPDX-License-Identifier: MIT */
/* Where made-up people live. No town, street or postcode area here exists. */
#include "demo/people.h"

struct town {
	const char *name, *outward;
};
static const struct town towns[] = {
    {"Aldermere", "XW1"},
    {"Castle Orley", "XW2"},
    {"Stanbrook", "XW3"},
    {"Wexcombe", "XW4"},
    {"Harnwick", "XW5"},
    {"Marlsford", "XW6"},
    {"Upper Tarrow", "XW7"},
    {"Thornhithe", "XW8"},
    {"Kelsbury", "XW9"},
    {"St Brannoc's", "XW10"},
    {"Eastleach Parva", "XW11"},
    {"Dunmoor Camp", "XW12"},
};
static const char *const streets[] = {
    "High Street",
    "Station Road",
    "Church Lane",
    "Victoria Terrace",
    "Mill Lane",
    "Queen's Crescent",
    "Canal Walk",
    "Orchard Close",
    "Barrack Road",
    "Priory Gardens",
    "The Paddock",
    "Quarry Hill",
    "Nightingale Way",
    "Weavers Court",
    "Sheepfold Drive",
    "Old Tannery Yard",
    "Larkspur Avenue",
    "Market Place",
    "Fosse View",
    "Kingfisher Rise",
};
static const char letters[] = "ABDEFGHJLNPQRSTUWXYZ"; /* those of real inward codes */

enum {
	TOWNS = sizeof(towns) / sizeof(towns[0]),
	STREETS = sizeof(streets) / sizeof(streets[0]),
	LETTERS = sizeof(letters) - 1,
};

const char *people_town(struct dice *d)
{
	return towns[draw_early(d, TOWNS)].name;
}

struct str people_address(struct arena *a, struct dice *d)
{
	const struct town *t = &towns[draw_early(d, TOWNS)];
	const char *street = streets[draw_index(d, STREETS)];
	struct buf b = buf_in(a);

	if (draw_happens(d, 180))
		buf_printf(&b, "Flat %d, ", draw_between(d, 1, 40));
	buf_printf(&b, "%d %s, %s, %s %d", draw_between(d, 1, 148), street, t->name, t->outward,
	    draw_between(d, 1, 9));
	buf_char(&b, letters[draw_index(d, LETTERS)]);
	buf_char(&b, letters[draw_index(d, LETTERS)]);
	return buf_str(&b);
}

/* Ofcom's numbers for radio and television drama: mobile, and one area code. */
struct str people_phone(struct arena *a, struct dice *d)
{
	if (draw_happens(d, 850))
		return arena_printf(a, "07700 900%03d", draw_between(d, 0, 999));
	return arena_printf(a, "01632 960%03d", draw_between(d, 0, 999));
}
