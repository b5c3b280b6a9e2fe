/* SPDX-License-Identifier: MIT */
/*
 * Keys as numbers: a code point stands for itself, control keys for their ASCII
 * code, keys without a character for a number above Unicode. Written keys: a
 * character, or a name in angle brackets (<Down>, <C-d>, <Space>, <lt>); a sequence
 * is keys side by side (gg).
 */
#ifndef LOOKBACK_CMD_KEY_H
#define LOOKBACK_CMD_KEY_H

#include "lookback/base/str.h"

enum key {
	K_NONE = 0,
	K_TAB = 0x09,
	K_ENTER = 0x0d,
	K_ESC = 0x1b,
	K_BACKSPACE = 0x7f,
	K_UP = 0x110000,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PAGE_UP,
	K_PAGE_DOWN,
	K_INSERT,
	K_DELETE,
	K_BACKTAB,
	K_WORD_LEFT,
	K_WORD_RIGHT,
	K_F1,
	K_F2,
	K_F3,
	K_F4,
	K_F5,
	K_F6,
	K_F7,
	K_F8,
	K_F9,
	K_F10,
	K_F11,
	K_F12,
};
#define K_CTRL(letter) ((uint32_t)(letter)-0x60) /* 'a' to 'z' */

enum { KEY_NAME_MAX = 16, KEYS_MAX = 4 };

/* Cuts one written key off *rest; false when there is none or it has no meaning. */
bool key_read(struct str *rest, uint32_t *key);
/* A whole written sequence of 1 to KEYS_MAX keys; 0 when it is none. */
int keys_read(struct str text, uint32_t out[KEYS_MAX]);
/* How a key is written; what it reads back to is the key. */
void key_written(uint32_t key, char out[KEY_NAME_MAX]);
bool key_is_text(uint32_t key); /* a character that may be typed into a text */

#endif
