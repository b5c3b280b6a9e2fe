/* SPDX-License-Identifier: MIT */
/* A lesson in lines: its words with what is typed here, and its commands. */
#include "tui/linear/linear.h"

/* What an action of the screen is here, for each that the words name. */
static void say_instead(struct lines *l, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		size_t end = i;
		enum action a = text.p[i] == '{' ? coaching_named(text, i, &end) : ACT_NONE;
		if (a != ACT_NONE && lines_instead(a))
			lines_say(l, "In lines, for '%s': %s.", action_row(a)->name,
			    lines_instead(a));
	}
}

static void say_words(struct lines *l, const char *before, struct str text)
{
	lines_say(
	    l, "%s%.*s", before, STR_ARG(coaching_words(&l->frame, &l->keymap, text, true)));
	say_instead(l, text);
}

void lines_lesson(struct lines *l)
{
	const struct coach_says *now = &l->coaching.now;

	if (!l->coaching.lesson.ask)
		return;
	if (now->over)
		lines_say(l, "Tutorial, the end.");
	else
		lines_say(l, "Tutorial %d of %d, %.*s. 'lesson hint' says how.", now->number,
		    now->of, STR_ARG(now->part));
	say_words(l, "", now->say);
	if (now->note.n)
		say_words(l, "", now->note);
}

void lines_coach(struct lines *l)
{
	struct coaching *k = &l->coaching;
	int was = k->now.number;
	bool over = k->now.over, fresh;
	struct err e = {0};

	if (!coaching_stale(k) || l->locked)
		return;
	if (!coaching_look(k, &fresh, &e))
		lines_fail(l, &e);
	else if (fresh && (k->now.number != was || k->now.over != over))
		lines_lesson(l);
	else if (fresh && k->now.note.n)
		say_words(l, "", k->now.note);
}

static bool wish(struct lines *l, enum coach_wish w, struct err *e)
{
	bool fresh;

	if (!coaching_ask(&l->coaching, w, &fresh, e))
		return false;
	lines_lesson(l);
	return true;
}

static bool act_lesson(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	return wish(l, COACH_AGAIN, e);
}

static bool act_hint(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	return wish(l, COACH_HINT, e);
}

static bool act_skip(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	return wish(l, COACH_SKIP, e);
}

static bool act_back(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	return wish(l, COACH_BACK, e);
}

const struct lines_act lines_coach_acts[] = {
    {ACT_LESSON, act_lesson},
    {ACT_LESSON_HINT, act_hint},
    {ACT_LESSON_SKIP, act_skip},
    {ACT_LESSON_BACK, act_back},
    {ACT_NONE, NULL},
};
