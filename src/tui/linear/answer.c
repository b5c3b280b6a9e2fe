/* SPDX-License-Identifier: MIT */
/* Answering in lines: a key, a number, a code or a text is sent as it is given. */
#include "lookback/base/utf8.h"
#include "lookback/base/when.h"
#include "lookback/wire/refusals.h"
#include "tui/linear/form.h"
#include "tui/words.h"

static struct str named(struct str label, struct str name)
{
	return label.n ? label : name;
}

/* Yours, what stands there now, and what was done since: one chooses between both. */
static void say_both(struct lines *l, const struct part_question *now)
{
	struct arena *a = &l->frame;
	struct rep_past since = {0};
	struct err e = {0};

	lines_say(l, "Yours: %.*s%s%.*s", STR_ARG(form_words(a, now, l->mine.value)),
	    l->mine.reason.n ? ", because " : "", STR_ARG(l->mine.reason));
	lines_say(l, "There now: %.*s%s%.*s",
	    STR_ARG(now->value.n ? named(now->text, now->value) : STR("nothing")),
	    now->reason.n ? ", because " : "", STR_ARG(now->reason));
	if (!timeline_others(&l->service, a, l->form.ref, l->known, &since, &e))
		return;
	for (size_t i = 0; i < since.rows.n; i++) {
		const struct part_past *ev = &since.rows.v[i];
		lines_say(l, "Since you read it: %.*s, %.*s: %.*s",
		    STR_ARG(words_instant(a, ev->at)), STR_ARG(ev->actor),
		    STR_ARG(ev->text.n ? ev->text : ev->type));
		for (size_t k = 0; k < ev->values.n && ev->form.n == 0; k++)
			lines_text(l, timeline_change(a, &ev->values.v[k]));
	}
}

/* Somebody changed the case first. The answer is kept until one has chosen. */
static void quicker(struct lines *l, const struct req_answer *q, struct err *e)
{
	struct str value = arena_str(&l->life, q->value),
		   reason = arena_str(&l->life, q->reason);
	struct err again = {0};

	if (!lines_form_quietly(l, &again))
		return;
	if (!l->form.rep.editable || !lines_question(l))
		return;
	l->mine.value = value;
	l->mine.reason = reason;
	lines_fail(l, e);
	say_both(l, lines_question(l));
	lines_say(l, "m sends yours again; t, or an empty line, leaves what is there.");
	l->asking = ASK_MINE;
	if (l->drop)
		l->drop(l->put_ctx);
}

/* Sends value and reason of the question in focus; the reply becomes the form. */
static bool send(struct lines *l, struct str value, struct str reason, struct err *e)
{
	struct lines_form *f = &l->form;
	struct arena fresh = {0};
	struct rep_form rep = {0};
	struct req_answer q = {.ref = f->ref,
	    .form = f->name,
	    .question = lines_question(l)->name,
	    .value = value,
	    .reason = reason,
	    .version = f->rep.version};

	if (!call_answer(&l->service, &fresh, &q, &rep, e)) {
		arena_clear(&fresh);
		if (e->kind == ERR_CONFLICT)
			quicker(l, &q, e);
		return false;
	}
	lines_form_keep(l, fresh, &rep);
	l->kase.stale = true;
	return true;
}

/* Of a date what it was taken for: "Wednesday 3 Apr 2019". */
static struct str saved_words(struct lines *l, const struct part_question *q)
{
	static const char *const days[] = {
	    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
	struct str text = named(q->text, q->value);
	int32_t day;

	if (!str_is(q->kind, "date") || !day_read(q->value, &day))
		return text;
	return arena_printf(&l->frame, "%s %.*s", days[day_weekday(day)], STR_ARG(text));
}

static void say_saved(struct lines *l)
{
	const struct part_question *q = lines_question(l);

	if (q->value.n)
		lines_say(l, "Saved: %.*s", STR_ARG(saved_words(l, q)));
	else
		lines_say(l, "Taken back.");
}

static bool may_answer(const struct lines *l, struct err *e)
{
	if (!lines_question(l))
		return err_set(e, ERR_USAGE, "this form asks nothing");
	if (!l->form.rep.editable)
		return err_set(e, ERR_REFUSED, "%.*s",
		    STR_ARG(l->form.rep.why_not.n ? l->form.rep.why_not
						  : str_of(REFUSED_FORM_SHUT)));
	return true;
}

static struct lines_given *given(struct lines *l)
{
	struct str key = arena_printf(
	    &l->frame, "%.*s/%.*s", STR_ARG(l->form.name), STR_ARG(lines_question(l)->name));

	for (size_t i = 0; i < l->given.n; i++)
		if (str_eq(l->given.v[i].question, key))
			return &l->given.v[i];
	*arena_push(&l->life, &l->given) =
	    (struct lines_given){.question = arena_str(&l->life, key)};
	return &l->given.v[l->given.n - 1];
}

static void remember(struct lines *l, struct str value)
{
	struct lines_given *g = given(l);

	if (!str_eq(g->ref, l->form.ref)) {
		g->before = g->value;
		g->ref = arena_str(&l->life, l->form.ref);
	}
	g->value = arena_str(&l->life, value);
}

/* A reason belongs to the answer it was given for. */
static bool give(struct lines *l, struct str value, bool stay, struct err *e)
{
	struct lines_form *f = &l->form;
	const struct part_question *q = lines_question(l);
	struct str reason = {0};

	if (!may_answer(l, e))
		return false;
	if (str_eq(q->value, value))
		reason = arena_str(&l->frame, q->reason);
	value = arena_str(&l->frame, value);
	if (!send(l, value, reason, e))
		return l->asking == ASK_MINE;
	remember(l, value);
	say_saved(l);
	q = lines_question(l);
	if (q->needs_reason && q->reason.n == 0)
		l->asking = ASK_WHY;
	if (l->asking == ASK_WHY)
		lines_say(l, "This answer needs a reason.");
	else
		lines_form_ask(l, stay || lines_form_next_open(f));
	return true;
}

static bool keep_mine(struct lines *l, struct err *e)
{
	l->asking = ASK_COMMAND;
	if (!may_answer(l, e) || !send(l, l->mine.value, l->mine.reason, e))
		return l->asking == ASK_MINE;
	remember(l, l->mine.value);
	say_saved(l);
	lines_form_ask(l, lines_form_next_open(&l->form));
	return true;
}

static bool take_theirs(struct lines *l)
{
	l->asking = ASK_COMMAND;
	lines_told(l, "Left as it is there. Yours was: %.*s", STR_ARG(l->mine.value));
	lines_form_ask(l, lines_form_next_open(&l->form));
	return true;
}

bool lines_form_mine(struct lines *l, struct str line, struct err *e)
{
	if (str_is(line, "m") || str_is(line, "keep mine"))
		return keep_mine(l, e);
	if (line.n == 0 || str_is(line, "t") || str_is(line, "take theirs"))
		return take_theirs(l);
	return err_set(e, ERR_USAGE, "m sends yours again; t leaves what is there");
}

bool lines_form_why(struct lines *l, struct str line, struct err *e)
{
	struct lines_form *f = &l->form;

	l->asking = ASK_COMMAND;
	if (line.n > 1 && line.p[0] == ':' && line.p[1] != ':')
		return lines_command(l, (struct str){line.p + 1, line.n - 1}, e);
	if (line.n == 0 || str_is(line, "-") || str_is(line, ".")) {
		lines_say(l, "No reason was given.");
		lines_form_ask(l, str_is(line, "-") || lines_form_next_open(f));
		return true;
	}
	if (!may_answer(l, e))
		return false;
	if (!send(l, arena_str(&l->frame, lines_question(l)->value), line, e)) {
		if (l->asking == ASK_MINE)
			return true;
		l->asking = ASK_WHY;
		return false;
	}
	lines_say(l, "Reason saved.");
	lines_form_ask(l, lines_form_next_open(f));
	return true;
}

bool lines_form_quote(struct lines *l, struct str text, struct err *e)
{
	const struct part_question *q;
	struct str reason;

	if (lines_place(l) != PLACE_FORM || !lines_question(l))
		return err_set(e, ERR_USAGE, "%s", lines_where(CTX_FORM));
	q = lines_question(l);
	if (!may_answer(l, e))
		return false;
	if (q->value.n == 0)
		return err_set(e, ERR_USAGE, "answer first; a quotation goes into its reason");
	reason = q->reason.n
		     ? arena_printf(&l->frame, "%.*s %.*s", STR_ARG(q->reason), STR_ARG(text))
		     : text;
	if (!send(l, arena_str(&l->frame, q->value), reason, e))
		return l->asking == ASK_MINE;
	lines_say(l, "The reason is now: %.*s", STR_ARG(reason));
	lines_form_ask(l, lines_form_next_open(&l->form));
	return true;
}

bool lines_wants_text(const struct lines *l)
{
	const struct part_question *q = lines_question(l);

	if (l->locked)
		return false;
	if (l->asking == ASK_WHY || l->asking == ASK_ARGUMENT || l->asking == ASK_STEP_REASON)
		return true;
	return l->asking == ASK_COMMAND && lines_place(l) == PLACE_FORM && q && !l->form.done &&
	       q->choices.n == 0 && (str_is(q->kind, "text") || str_is(q->kind, "line"));
}

void lines_form_save_half(struct lines *l)
{
	struct err e = {0};
	struct str text = arena_str(&l->frame, str_trim(buf_str(&l->text)));

	if (l->asking == ASK_WHY)
		(void)lines_form_why(l, text, &e);
	else if (l->asking == ASK_COMMAND && lines_question(l) &&
		 !form_is_choice(lines_question(l)))
		(void)give(l, text, true, &e);
}

/* A key, a number, a code or a label; -1 for none. */
static int choice_of(struct lines *l, const struct part_question *q, struct str word)
{
	struct str folded = utf8_fold(&l->frame, word);
	int64_t n;

	for (size_t i = 0; i < q->choices.n; i++)
		if (str_eq(q->choices.v[i].code, word) ||
		    str_eq(utf8_fold(&l->frame, q->choices.v[i].label), folded) ||
		    (word.n == 1 && form_key(q, i, true) == word.p[0]))
			return (int)i;
	if (str_int(word, &n) && n >= 1 && (size_t)n <= q->choices.n)
		return (int)n - 1;
	return -1;
}

static bool no_choice(struct str word, struct err *e)
{
	return err_set(e, ERR_USAGE,
	    "'%.*s' is no answer to this question; ? lists them, and a command begins with a "
	    "colon",
	    STR_ARG(word));
}

/* "1,3" or "1 3" or codes: what is chosen, as one text. */
static bool many(struct lines *l, const struct part_question *q, struct str line,
    struct str *out, struct err *e)
{
	struct buf b = buf_in(&l->frame);
	struct str part, word;

	while (str_cut(&line, ',', &part))
		while ((word = command_word(&part)).n) {
			int at = choice_of(l, q, word);
			if (at < 0)
				return no_choice(word, e);
			buf_printf(
			    &b, "%s%.*s", b.n ? "," : "", STR_ARG(q->choices.v[at].code));
		}
	*out = buf_str(&b);
	return true;
}

bool lines_answer_value(struct lines *l, const struct part_question *q, struct str line,
    struct str *value, struct err *e)
{
	int at;

	*value = line;
	if (line.n > 1 && line.p[0] == ':') /* "::" begins a text with a colon */
		*value = (struct str){line.p + 1, line.n - 1};
	if (form_is_many(q))
		return many(l, q, line, value, e);
	if (!form_is_choice(q))
		return true;
	at = choice_of(l, q, line);
	if (at < 0)
		return no_choice(line, e);
	*value = q->choices.v[at].code;
	return true;
}

static bool answer(struct lines *l, struct str line, struct err *e)
{
	struct str value;

	return may_answer(l, e) && lines_answer_value(l, lines_question(l), line, &value, e) &&
	       give(l, value, false, e);
}

bool lines_form_line(struct lines *l, struct str line, struct err *e)
{
	struct lines_form *f = &l->form;
	bool done = f->done;

	if (str_is(line, "-")) {
		lines_form_ask(l, done || lines_form_step(f, false) || lines_question(l));
		return true;
	}
	if (str_is(line, "]")) {
		lines_form_ask(l, lines_form_next_open(f));
		return true;
	}
	if (done && line.n)
		return lines_command(l, line, e);
	if (line.n == 0) {
		lines_form_ask(l, !done && lines_form_step(f, true));
		return true;
	}
	if (str_is(line, "."))
		return lines_command(l, STR("repeat"), e);
	if (!str_is(line, "?"))
		return answer(l, line, e);
	lines_form_help(l);
	return true;
}

/* ---- actions ---- */
static bool act_pick(struct lines *l, struct str arg, struct err *e)
{
	return answer(l, arg, e);
}

static bool act_yes(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	return answer(l, STR("yes"), e);
}

static bool act_no(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	return answer(l, STR("no"), e);
}

static bool act_unknown(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	return answer(l, STR("unknown"), e);
}

static bool act_answer(struct lines *l, struct str arg, struct err *e)
{
	return give(l, arg, false, e);
}

static bool act_edit(struct lines *l, struct str arg, struct err *e)
{
	(void)arg, (void)e;
	lines_form_ask(l, lines_question(l) != NULL);
	return true;
}

static bool act_reason(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	if (!may_answer(l, e))
		return false;
	if (lines_question(l)->value.n == 0)
		return err_set(e, ERR_USAGE, "answer first; a reason belongs to an answer");
	l->asking = ASK_WHY;
	return true;
}

static bool act_clear(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	return give(l, (struct str){0}, true, e);
}

static bool act_repeat(struct lines *l, struct str arg, struct err *e)
{
	const struct lines_given *g;
	struct str value;

	(void)arg;
	if (!may_answer(l, e))
		return false;
	g = given(l);
	value = str_eq(g->ref, l->form.ref) ? g->before : g->value;
	if (value.n)
		return give(l, value, false, e);
	return err_set(
	    e, ERR_USAGE, "this question was answered on no other case since you sat down");
}

static bool act_mine(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	return l->asking == ASK_MINE ? keep_mine(l, e)
				     : err_set(e, ERR_USAGE, "%s", lines_where(CTX_DIFFER));
}

static bool act_theirs(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	return l->asking == ASK_MINE ? take_theirs(l)
				     : err_set(e, ERR_USAGE, "%s", lines_where(CTX_DIFFER));
}

static bool act_unanswered(struct lines *l, struct str arg, struct err *e)
{
	(void)arg, (void)e;
	lines_form_ask(l, lines_form_next_open(&l->form));
	return true;
}

const struct lines_act lines_form_acts[] = {
    {ACT_PICK, act_pick},
    {ACT_ANSWER_YES, act_yes},
    {ACT_ANSWER_NO, act_no},
    {ACT_ANSWER_UNK, act_unknown},
    {ACT_ANSWER, act_answer},
    {ACT_EDIT, act_edit},
    {ACT_REASON, act_reason},
    {ACT_CLEAR, act_clear},
    {ACT_REPEAT, act_repeat},
    {ACT_UNANSWERED, act_unanswered},
    {ACT_KEEP_MINE, act_mine},
    {ACT_TAKE_THEIRS, act_theirs},
    {ACT_NONE, NULL},
};
