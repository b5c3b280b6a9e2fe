/* SPDX-License-Identifier: MIT */
/* Other spellings, short names and slips of a name; near dates of birth. */
#include "demo/vary.h"

#include <string.h>

#include "lookback/base/utf8.h"
#include "lookback/base/when.h"

/* Spellings of one name; any may stand for any other. */
static const char *const same[][5] = {
    {"Mohammed", "Muhammad", "Mohamed", "Mohammad", "Mohamad"},
    {"Ahmed", "Ahmad", "Ahmet", "Achmed"},
    {"Hussain", "Hussein", "Hossain", "Husain"},
    {"Choudhury", "Chowdhury", "Chaudhry", "Choudhry"},
    {"Rahman", "Rehman", "Rahmaan"},
    {"Yusuf", "Youssef", "Yousef", "Yusef"},
    {"Omar", "Umar", "Omer"},
    {"Stephen", "Steven", "Stephan"},
    {"Sean", "Shaun", "Shawn", "Seán", "Shane"},
    {"Philip", "Phillip", "Filip"},
    {"Jonathan", "Johnathan", "Jonathon"},
    {"Nicholas", "Nicolas", "Nickolas"},
    {"Geoffrey", "Jeffrey", "Geoffery"},
    {"Callum", "Calum"},
    {"Connor", "Conor", "Conner"},
    {"Catherine", "Katherine", "Kathryn", "Katharine"},
    {"Sarah", "Sara"},
    {"Claire", "Clare", "Clair"},
    {"Siân", "Sian", "Shan", "Shân"},
    {"Siôn", "Sion", "Shaun", "Shon"},
    {"Llŷr", "Llyr", "Lear", "Llir"},
    {"Łukasz", "Lukasz", "Lucas", "Lukas"},
    {"Żaneta", "Zaneta", "Janeta"},
    {"Paweł", "Pawel", "Pavel"},
    {"Niamh", "Neve", "Niav"},
    {"Ó Briain", "O'Brien", "OBrien", "O Briain"},
    {"O'Sullivan", "OSullivan", "Sullivan"},
    {"MacDonald", "McDonald", "Mc Donald", "Macdonald"},
    {"Thompson", "Thomson", "Tompson"},
    {"Clarke", "Clark", "Clerk"},
    {"Davies", "Davis", "Davys"},
    {"Phillips", "Philips"},
    {"Reid", "Reed", "Read"},
    {"Nguyễn", "Nguyen", "Ngyuen"},
    {"Şahin", "Sahin", "Shahin"},
    {"Popescu", "Popesco", "Popesku"},
};
static const char *const shorts[][2] = {
    {"William", "Bill"},
    {"Robert", "Bob"},
    {"Richard", "Dick"},
    {"Michael", "Mick"},
    {"Anthony", "Tony"},
    {"David", "Dave"},
    {"Andrew", "Andy"},
    {"Christopher", "Chris"},
    {"Stephen", "Steve"},
    {"Steven", "Steve"},
    {"Timothy", "Tim"},
    {"Nicholas", "Nick"},
    {"James", "Jim"},
    {"Thomas", "Tom"},
    {"Daniel", "Danny"},
    {"Matthew", "Matt"},
    {"Benjamin", "Ben"},
    {"Joshua", "Josh"},
    {"Kenneth", "Ken"},
    {"Patrick", "Pat"},
    {"Rebecca", "Becky"},
    {"Samantha", "Sam"},
    {"Victoria", "Vicky"},
    {"Elizabeth", "Liz"},
    {"Jacqueline", "Jackie"},
    {"Deborah", "Debbie"},
    {"Margaret", "Maggie"},
    {"Jennifer", "Jenny"},
    {"Katarzyna", "Kasia"},
    {"Małgorzata", "Gosia"},
    {"Krzysztof", "Chris"},
    {"Dafydd", "Dai"},
    {"Mohammed", "Mo"},
    {"Rajesh", "Raj"},
    {"Oluwaseun", "Seun"},
};
static const char *const nicknames[] = {
    "Smudge", "Ginge", "Dusty", "Taff", "Tiny", "Sparky", "Jonno", "Baz", "Gaz", "Shads"};

enum {
	SAMES = sizeof(same) / sizeof(same[0]),
	SPELLINGS = sizeof(same[0]) / sizeof(same[0][0]),
	SHORTS = sizeof(shorts) / sizeof(shorts[0]),
	NICKNAMES = sizeof(nicknames) / sizeof(nicknames[0]),
};

static bool respell(struct dice *d, struct str *name)
{
	for (size_t i = 0; i < SAMES; i++) {
		size_t n = 0, at = SPELLINGS;
		for (; n < SPELLINGS && same[i][n]; n++)
			if (str_is(*name, same[i][n]))
				at = n;
		if (at == SPELLINGS)
			continue;
		*name = str_of(same[i][(at + 1 + draw_index(d, n - 1)) % n]);
		return true;
	}
	return false;
}

static bool shorten(struct str *name)
{
	for (size_t i = 0; i < SHORTS; i++)
		if (str_is(*name, shorts[i][0])) {
			*name = str_of(shorts[i][1]);
			return true;
		}
	return false;
}

static bool small_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Two small letters that stand side by side change places, or the second is lost:
 * neither touches a capital nor a letter of more than one byte. */
static bool slip(struct arena *a, struct dice *d, struct str *name, bool lose)
{
	size_t at = 1 + draw_index(d, name->n);

	for (size_t k = 0; k < name->n; k++, at++) {
		size_t i = at % name->n;
		char *p;
		if (i + 1 >= name->n || i == 0 || name->p[i] == name->p[i + 1] ||
		    !small_letter(name->p[i]) || !small_letter(name->p[i + 1]))
			continue;
		p = arena_new(a, char, name->n + 1);
		memcpy(p, name->p, name->n);
		p[i] = name->p[i + 1];
		p[i + 1] = name->p[i];
		if (lose)
			memmove(p + i, p + i + 1, name->n - i);
		*name = (struct str){p, lose ? name->n - 1 : name->n};
		return true;
	}
	return false;
}

/* Typed on a keyboard without them; ß and ł become what people take for them. */
static bool plain(struct arena *a, struct str *name)
{
	struct str ascii = utf8_ascii(a, *name);

	if (str_eq(ascii, *name))
		return false;
	*name = ascii;
	return true;
}

static bool vary_once(struct arena *a, struct dice *d, struct made *p)
{
	struct str *part = draw_happens(d, 500) ? &p->given : &p->family;
	struct str swap = p->given;

	switch (draw_index(d, 8)) {
	case 0:
		return plain(a, &p->given) | plain(a, &p->middle) | plain(a, &p->family);
	case 1:
	case 2:
		return respell(d, &p->given) || respell(d, &p->family);
	case 3:
		return shorten(&p->given);
	case 4:
		return slip(a, d, part, false);
	case 5:
		return slip(a, d, part, true);
	case 6:
		p->given = p->family;
		p->family = swap;
		return true;
	default:
		swap = p->middle;
		p->middle = STR("");
		return swap.n > 0;
	}
}

static int32_t vary_born(struct dice *d, int32_t born)
{
	int y, m, day;

	day_split(born, &y, &m, &day);
	switch (draw_index(d, 10)) {
	case 0:
	case 1:
		return day <= 12 ? day_of(y, day, m) : born;
	case 2:
		return day_of(y + (draw_happens(d, 500) ? 1 : -1), m, day > 28 ? 28 : day);
	case 3:
		return day_of(y, m, day > 1 ? day - 1 : day + 1);
	case 4:
		return NO_DAY;
	default:
		return born;
	}
}

void vary_person(struct arena *a, struct dice *d, struct made *p)
{
	int tries = draw_happens(d, 780) ? 5 : 0;

	while (tries > 0 && !vary_once(a, d, p))
		tries--;
	p->born = vary_born(d, p->born);
}

struct str vary_alias(struct arena *a, struct dice *d, const struct made *p)
{
	struct made other = *p;

	if (draw_happens(d, 250))
		return arena_printf(a, "\"%s\"", nicknames[draw_index(d, NICKNAMES)]);
	other.middle = STR("");
	if (shorten(&other.given) || plain(a, &other.given) || respell(d, &other.family))
		return people_name(a, &other);
	if (!plain(a, &other.family) && p->middle.n) {
		other.given = p->middle;
		return people_name(a, &other);
	}
	other.family = str_of(names_british.family.v[draw_index(d, names_british.family.n)]);
	return people_name(a, &other);
}
