/* SPDX-License-Identifier: MIT */
/* The terminal at work: taken, painted on, given back; see term.h. */
#include "tui/term/term.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "tui/term/caps.h"
#include "tui/term/encode.h"
#include "tui/term/line.h"

enum { SIZE_MAX_ROWS = 300, SIZE_MAX_COLS = 500, PANIC_MAX = 256, LAST_MS = 2000 };

/* The terminal is one: a crash handler has no argument to find it by. */
static struct terminal {
	bool open, ascii, private_modes;
	int rows, cols;
	struct caps caps;
	struct encoder encoder;
	struct line line;
	struct arena mem; /* of the bytes on their way */
	struct buf bytes;
	struct termios before;
	char panic[PANIC_MAX]; /* bytes that leave a clean screen */
	size_t npanic;
} term = {.line = {.fd = -1}};

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

static void new_size(int rows, int cols)
{
	term.rows = bounded(rows, SIZE_MAX_ROWS);
	term.cols = bounded(cols, SIZE_MAX_COLS);
	encode_size(&term.encoder, term.rows, term.cols);
}

static void panic_add(const char *bytes)
{
	size_t n = bytes ? strlen(bytes) : 0;

	if (term.npanic + n > PANIC_MAX)
		return;
	memcpy(term.panic + term.npanic, bytes ? bytes : "", n);
	term.npanic += n;
}

static void prepare_panic(void)
{
	term.npanic = 0;
	panic_add(LINE_CANCEL);
	panic_add(term.caps.text[CAP_PLAIN]);
	panic_add("\033[2J\033[H");
	if (term.private_modes)
		panic_add("\033[?2004l");
	panic_add(term.caps.text[CAP_LEAVE]);
	panic_add(term.caps.text[CAP_CURSOR]);
	panic_add("\r\n");
}

void term_panic(void)
{
	if (!term.open)
		return;
	term.open = false;
	line_panic(&term.line, term.panic, term.npanic);
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
		decode_extra(keys, caps_key(caps[i].cap), caps[i].key);
}

static bool is_utf8(void)
{
	return setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* An unknown name is taken for the least terminal there is; a known one that cannot place
 * the cursor is refused by name. */
static bool know_terminal(struct err *e)
{
	const char *name = getenv("TERM");

	if (!name)
		name = "";
	if (!caps_load(&term.caps, name, STDOUT_FILENO) &&
	    !caps_load(&term.caps, "vt100", STDOUT_FILENO))
		return err_set(e, ERR_USAGE,
		    "no terminal type is known here (TERM is '%s'); use the sub-commands, "
		    "lookback help lists them",
		    name);
	if (term.caps.text[CAP_MOVE][0])
		return true;
	caps_done();
	return err_set(e, ERR_USAGE,
	    "a terminal of type '%s' cannot place the cursor, which the workstation needs; set "
	    "TERM to what it is, or use the sub-commands, lookback help lists them",
	    name);
}

/* Every byte as it is typed, and line feeds that do nothing else. */
static bool take_line(struct err *e)
{
	struct termios raw;

	if (tcgetattr(STDIN_FILENO, &term.before) != 0)
		return err_set(e, ERR_IO, "cannot ask the terminal: %s", strerror(errno));
	raw = term.before;
	raw.c_iflag &= ~(tcflag_t)(BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
	raw.c_oflag &= ~(tcflag_t)(ONLCR | OCRNL | ONOCR | ONLRET);
	raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	if (tcsetattr(STDIN_FILENO, TCSANOW, &raw) != 0)
		return err_set(e, ERR_IO, "cannot set the terminal: %s", strerror(errno));
	return true;
}

static void ask_size(int rows, int cols)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col) {
		rows = size.ws_row;
		cols = size.ws_col;
	}
	if (rows && cols)
		new_size(rows, cols);
}

static void send(void)
{
	line_put(&term.line, buf_str(&term.bytes));
	term.bytes.n = 0;
}

bool term_open(const struct term_options *o, struct decoder *keys, struct err *e)
{
	const char *enter;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(e, ERR_USAGE,
		    "the workstation needs a terminal; use the sub-commands, lookback help "
		    "lists them");
	term = (struct terminal){.line = {.fd = -1}};
	term.bytes = buf_in(&term.mem);
	term.ascii = !is_utf8() || o->ascii;
	if (!know_terminal(e))
		return false;
	enter = term.caps.text[CAP_ENTER];
	term.private_modes = strstr(enter, "\033[?") != NULL;
	own_keys(keys);
	prepare_panic();
	encode_init(&term.encoder, &term.caps, o->theme);
	new_size(24, 80);
	ask_size(term.caps.rows, term.caps.cols);
	if (!take_line(e))
		return false;
	line_open(&term.line, STDOUT_FILENO);
	term.open = true;
	die_hook(term_panic);
	buf_puts(&term.bytes, enter);
	buf_puts(&term.bytes, term.private_modes ? "\033[?2004h" : "");
	encode_wipe(&term.encoder, &term.bytes);
	send();
	return true;
}

void term_close(struct str last)
{
	if (term.open) {
		if (line_busy(&term.line))
			line_drop(&term.line);
		encode_wipe(&term.encoder, &term.bytes);
		buf_puts(&term.bytes, term.private_modes ? "\033[?2004l" : "");
		buf_puts(&term.bytes, term.caps.text[CAP_LEAVE]);
		buf_puts(&term.bytes, "\r");
		buf_put(&term.bytes, last);
		send();
		line_finish(&term.line, LAST_MS);
		(void)tcsetattr(STDIN_FILENO, TCSANOW, &term.before);
		caps_done();
	}
	term.open = false;
	die_hook(NULL);
	line_close(&term.line);
	encode_clear(&term.encoder);
	arena_clear(&term.mem);
}

void term_resize(void)
{
	ask_size(0, 0);
}

void term_drop_input(void)
{
	(void)tcflush(STDIN_FILENO, TCIFLUSH);
}

int term_line(void)
{
	return term.line.fd;
}

bool term_busy(void)
{
	return line_busy(&term.line);
}

void term_pump(void)
{
	line_pump(&term.line);
}

void term_flush(const struct canvas *c, bool all)
{
	if (c->rows != term.rows || c->cols != term.cols)
		return;
	if (all)
		line_drop(&term.line);
	encode_frame(&term.encoder, c, all, &term.bytes);
	send();
}
