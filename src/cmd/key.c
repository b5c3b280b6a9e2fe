/* SPDX-License-Identifier: MIT */
/* Keys, their names and how sequences are written. */
#include "lookback/cmd/key.h"

#include <stdio.h>

#include "lookback/base/utf8.h"

static const struct {
	const char *name;
	uint32_t key;
} names[] = {
    {"Tab", K_TAB},
    {"Enter", K_ENTER},
    {"Esc", K_ESC},
    {"Backspace", K_BACKSPACE},
    {"Space", ' '},
    {"lt", '<'},
    {"Up", K_UP},
    {"Down", K_DOWN},
    {"Left", K_LEFT},
    {"Right", K_RIGHT},
    {"Home", K_HOME},
    {"End", K_END},
    {"PageUp", K_PAGE_UP},
    {"PageDown", K_PAGE_DOWN},
    {"Insert", K_INSERT},
    {"Delete", K_DELETE},
    {"S-Tab", K_BACKTAB},
    {"C-Left", K_WORD_LEFT},
    {"C-Right", K_WORD_RIGHT},
};
enum { NAMES = sizeof(names) / sizeof(names[0]) };

static bool read_control(struct str name, uint32_t *key)
{
	if (name.n != 3 || name.p[0] != 'C' || name.p[1] != '-')
		return false;
	if (name.p[2] == '_')
		*key = 0x1f;
	else if (name.p[2] >= 'a' && name.p[2] <= 'z')
		*key = K_CTRL(name.p[2]);
	else
		return false;
	return true;
}

static bool read_function(struct str name, uint32_t *key)
{
	struct str digits = {name.p + 1, name.n - 1};
	int64_t n;

	if (name.n < 2 || name.p[0] != 'F' || !str_int(digits, &n) || n < 1 || n > 12)
		return false;
	*key = K_F1 + (uint32_t)n - 1;
	return true;
}

static bool read_name(struct str name, uint32_t *key)
{
	for (size_t i = 0; i < NAMES; i++)
		if (str_is(name, names[i].name)) {
			*key = names[i].key;
			return true;
		}
	return read_control(name, key) || read_function(name, key);
}

bool key_read(struct str *rest, uint32_t *key)
{
	size_t at = 0;
	struct str name;

	if (rest->n == 0)
		return false;
	if (rest->p[0] == '<') {
		struct str inner = {rest->p + 1, rest->n - 1};
		if (!str_cut(&inner, '>', &name) || name.n + 2 > rest->n)
			return false;
		at = name.n + 2;
		if (rest->p[at - 1] != '>' || !read_name(name, key))
			return false;
	} else if (!utf8_next(*rest, &at, key) || !key_is_text(*key) || *key == ' ') {
		return false;
	}
	*rest = (struct str){rest->p + at, rest->n - at};
	return true;
}

int keys_read(struct str text, uint32_t out[KEYS_MAX])
{
	int n = 0;

	while (text.n > 0)
		if (n == KEYS_MAX || !key_read(&text, &out[n++]))
			return 0;
	return n;
}

void key_written(uint32_t key, char out[KEY_NAME_MAX])
{
	size_t n;

	for (size_t i = 0; i < NAMES; i++)
		if (names[i].key == key) {
			(void)snprintf(out, KEY_NAME_MAX, "<%s>", names[i].name);
			return;
		}
	if (key >= K_F1 && key <= K_F12) {
		(void)snprintf(out, KEY_NAME_MAX, "<F%u>", (unsigned)(key - K_F1 + 1));
	} else if (key == 0x1f) {
		(void)snprintf(out, KEY_NAME_MAX, "<C-_>");
	} else if (key >= 1 && key <= 26) {
		(void)snprintf(out, KEY_NAME_MAX, "<C-%c>", (char)(key + 0x60));
	} else {
		n = utf8_put(out, key);
		out[n] = '\0';
	}
}

bool key_is_text(uint32_t key)
{
	return key <= 0x10ffff && utf8_safe(key);
}
