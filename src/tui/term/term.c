/* SPDX-License-Identifier: MIT */
/* The one user of curses. */
#include "tui/term/term.h"

/* wcwidth and the wide functions of curses are extensions of the standard. */
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#define NCURSES_WIDECHAR 1
#include <curses.h>

#include "lookback/base/io.h"
#include "lookback/base/utf8.h"
#include "tui/term/theme.h"

enum { SIZE_MAX_ROWS = 300, SIZE_MAX_COLS = 500, PANIC_MAX = 256, COLOURS = 8 };

/* The terminal is one: a crash handler has no argument to find it by. */
static struct terminal {
	SCREEN *screen;
	bool open, ascii, private_modes;
	enum theme theme;
	int rows, cols;
	struct arena mem; /* of the canvas shown */
	struct canvas shown;
	attr_t attrs[ROLE_COUNT];
	short pairs[ROLE_COUNT];
	struct termios before;
	char panic[PANIC_MAX]; /* bytes that leave a clean screen */
	size_t npanic;
} term;

bool term_ascii(void)
{
	return term.ascii;
}

void term_size(int *rows, int *cols)
{
	*rows = term.rows;
	*cols = term.cols;
}

static int bounded(int n, int most)
{
	return n < 1 ? 1 : n > most ? most : n;
}

static void new_canvas(int rows, int cols)
{
	term.rows = bounded(rows, SIZE_MAX_ROWS);
	term.cols = bounded(cols, SIZE_MAX_COLS);
	arena_clear(&term.mem);
	canvas_init(&term.shown, &term.mem, term.rows, term.cols, term.ascii);
}

static const char *capability(const char *name)
{
	char *s = tigetstr(name);

	return s && s != (char *)-1 && *s ? s : NULL;
}

static void panic_add(const char *bytes)
{
	size_t n = bytes ? strlen(bytes) : 0;

	if (term.npanic + n > PANIC_MAX)
		return;
	memcpy(term.panic + term.npanic, bytes ? bytes : "", n);
	term.npanic += n;
}

/* Padding in a capability is for tputs; here it is rare and shown as nothing. */
static void prepare_panic(void)
{
	term.npanic = 0;
	panic_add(capability("sgr0"));
	panic_add("\033[2J\033[H");
	if (term.private_modes)
		panic_add("\033[?2004l");
	panic_add(capability("rmcup"));
	panic_add(capability("cnorm"));
	panic_add("\r\n");
}

void term_panic(void)
{
	ssize_t done;

	if (!term.open)
		return;
	term.open = false;
	done = write(STDOUT_FILENO, term.panic, term.npanic);
	(void)done;
	(void)tcsetattr(STDIN_FILENO, TCSANOW, &term.before);
}

/* The terminal's own sequences, for those that send none of the usual. */
static void own_keys(struct decoder *keys)
{
	static const struct {
		const char *cap;
		uint32_t key;
	} caps[] = {
	    {"kcuu1", K_UP},
	    {"kcud1", K_DOWN},
	    {"kcub1", K_LEFT},
	    {"kcuf1", K_RIGHT},
	    {"khome", K_HOME},
	    {"kend", K_END},
	    {"kpp", K_PAGE_UP},
	    {"knp", K_PAGE_DOWN},
	    {"kich1", K_INSERT},
	    {"kdch1", K_DELETE},
	    {"kcbt", K_BACKTAB},
	    {"kf1", K_F1},
	    {"kf2", K_F2},
	    {"kf3", K_F3},
	    {"kf4", K_F4},
	    {"kf5", K_F5},
	    {"kf6", K_F6},
	    {"kf7", K_F7},
	    {"kf8", K_F8},
	    {"kf9", K_F9},
	    {"kf10", K_F10},
	    {"kf11", K_F11},
	    {"kf12", K_F12},
	    {"kLFT5", K_WORD_LEFT},
	    {"kRIT5", K_WORD_RIGHT},
	};

	for (size_t i = 0; i < sizeof(caps) / sizeof(caps[0]); i++)
		decode_extra(keys, capability(caps[i].cap), caps[i].key);
}

static void prepare_theme(void)
{
	bool colour = term.theme != THEME_MONO && has_colors() && start_color() == OK &&
		      use_default_colors() == OK && COLORS >= COLOURS;

	for (int c = 0; colour && c < COLOURS; c++)
		init_pair((short)(c + 1), (short)c, -1);
	for (int r = 0; r < ROLE_COUNT; r++) {
		struct style s = theme_style(colour ? term.theme : THEME_MONO, (enum role)r);
		term.attrs[r] = (s.look & LOOK_BOLD ? A_BOLD : 0) |
				(s.look & LOOK_DIM ? A_DIM : 0) |
				(s.look & LOOK_REVERSE ? A_REVERSE : 0) |
				(s.look & LOOK_UNDERLINE ? A_UNDERLINE : 0);
		term.pairs[r] = (short)(s.colour + 1);
	}
}

static bool is_utf8(void)
{
	return setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* An unknown name is taken for the least terminal there is; a known one that cannot place
 * the cursor is refused by name. */
static bool open_screen(struct err *e)
{
	const char *name = getenv("TERM");

	term.screen = newterm(NULL, stdout, stdin);
	if (!term.screen)
		term.screen = newterm("vt100", stdout, stdin);
	if (!term.screen)
		return err_set(e, ERR_USAGE,
		    "no terminal type is known here (TERM is '%s'); use the sub-commands, "
		    "lookback help lists them",
		    name ? name : "");
	if (capability("cup"))
		return true;
	delscreen(term.screen);
	term.screen = NULL;
	(void)tcsetattr(STDIN_FILENO, TCSANOW, &term.before);
	return err_set(e, ERR_USAGE,
	    "a terminal of type '%s' cannot place the cursor, which the workstation needs; set "
	    "TERM to what it is, or use the sub-commands, lookback help lists them",
	    name ? name : "");
}

bool term_open(const struct term_options *o, struct decoder *keys, struct err *e)
{
	const char *smcup;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(e, ERR_USAGE,
		    "the workstation needs a terminal; use the sub-commands, lookback help "
		    "lists them");
	term = (struct terminal){.theme = o->theme};
	term.ascii = !is_utf8() || o->ascii;
	if (tcgetattr(STDIN_FILENO, &term.before) != 0)
		return err_set(e, ERR_IO, "cannot ask the terminal: %s", strerror(errno));
	if (!open_screen(e))
		return false;
	smcup = capability("smcup");
	term.private_modes = smcup && strstr(smcup, "\033[?");
	raw();
	noecho();
	nonl();
	typeahead(-1);
	intrflush(stdscr, FALSE);
	keypad(stdscr, FALSE);
	leaveok(stdscr, FALSE);
	scrollok(stdscr, FALSE);
	own_keys(keys);
	prepare_theme();
	prepare_panic();
	new_canvas(LINES, COLS);
	term.open = true;
	die_hook(term_panic);
	if (term.private_modes)
		(void)io_all(STDOUT_FILENO, "\033[?2004h", 8);
	return true;
}

void term_close(void)
{
	if (!term.screen)
		return;
	if (term.open) {
		erase();
		clearok(stdscr, TRUE);
		refresh();
		if (term.private_modes)
			(void)io_all(STDOUT_FILENO, "\033[?2004l", 8);
		endwin();
	}
	term.open = false;
	die_hook(NULL);
	delscreen(term.screen);
	term.screen = NULL;
	arena_clear(&term.mem);
}

void term_resize(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 ||
	    size.ws_col == 0)
		return;
	new_canvas(size.ws_row, size.ws_col);
	resizeterm(term.rows, term.cols);
	erase(); /* curses keeps the old text; the canvas shown is a blank one again */
	clearok(curscr, TRUE);
}

void term_drop_input(void)
{
	(void)tcflush(STDIN_FILENO, TCIFLUSH);
}

/* What curses would count otherwise than the grid does is a question mark. */
static bool wide_of(const struct cell *cell, wchar_t out[CCHARW_MAX + 1])
{
	struct str s = {cell->bytes, cell->n};
	size_t at = 0;
	uint32_t cp;
	int n = 0;

	while (n < CCHARW_MAX && utf8_next(s, &at, &cp)) {
		int width = wcwidth((wchar_t)cp);
		if (width != (n ? 0 : cell->width))
			break;
		out[n++] = (wchar_t)cp;
	}
	out[n] = L'\0';
	return n > 0;
}

static void put_cell(int y, int x, const struct cell *cell)
{
	attr_t attrs = term.attrs[cell->role] ^ (cell->selected ? A_REVERSE : 0);
	short pair = term.pairs[cell->role];
	wchar_t text[CCHARW_MAX + 1];
	cchar_t cc;

	if (wide_of(cell, text) && setcchar(&cc, text, attrs, pair, NULL) == OK) {
		(void)mvadd_wch(y, x, &cc);
		return;
	}
	(void)setcchar(&cc, L"?", attrs, pair, NULL);
	for (int i = 0; i < cell->width; i++)
		(void)mvadd_wch(y, x + i, &cc);
}

void term_flush(const struct canvas *c, bool all)
{
	struct cell *shown = term.shown.cells;

	if (c->rows != term.rows || c->cols != term.cols)
		return;
	if (all)
		clearok(curscr, TRUE);
	for (int y = 0; y < c->rows; y++) {
		const struct cell *row = &c->cells[y * c->cols];
		if (memcmp(row, &shown[y * c->cols], sizeof(*row) * (size_t)c->cols) == 0)
			continue;
		for (int x = 0; x < c->cols; x++)
			if (row[x].width &&
			    (!cell_same(&row[x], &shown[y * c->cols + x]) ||
				(row[x].width == 2 &&
				    !cell_same(&row[x + 1], &shown[y * c->cols + x + 1]))))
				put_cell(y, x, &row[x]);
		memcpy(&shown[y * c->cols], row, sizeof(*row) * (size_t)c->cols);
	}
	(void)move(c->cursor_y, c->cursor_x);
	(void)refresh();
}
