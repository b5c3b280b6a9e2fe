/* SPDX-License-Identifier: MIT */
/* What the workstation keeps while one works: drafts, answers given, words looked for. */
#include "tui/app.h"

void app_draft(struct app *app, struct str key, struct str text)
{
	struct draft *d = NULL;

	for (size_t i = 0; i < app->drafts.n && !d; i++)
		if (str_eq(app->drafts.v[i].key, key))
			d = &app->drafts.v[i];
	if (text.n == 0) {
		if (d)
			*d = app->drafts.v[--app->drafts.n];
		return;
	}
	if (!d) {
		d = arena_push(&app->life, &app->drafts);
		*d = (struct draft){arena_str(&app->life, key), buf_in(&app->life)};
	}
	d->text.n = 0;
	buf_put(&d->text, text);
}

void app_look_for(struct app *app, struct str typed)
{
	arena_clear(&app->looking);
	app->looked_for = (struct strs){0};
	marks_phrases(&app->looking, typed, &app->looked_for);
}

struct str app_draft_of(const struct app *app, struct str key)
{
	for (size_t i = 0; i < app->drafts.n; i++)
		if (str_eq(app->drafts.v[i].key, key))
			return buf_str(&app->drafts.v[i].text);
	return (struct str){0};
}

static struct given *given_to(const struct app *app, struct str question)
{
	for (size_t i = 0; i < app->given.n; i++)
		if (str_eq(app->given.v[i].question, question))
			return &app->given.v[i];
	return NULL;
}

void app_given(struct app *app, struct str question, struct str ref, struct str value)
{
	struct given *g = given_to(app, question);

	if (!g) {
		g = arena_push(&app->life, &app->given);
		*g = (struct given){.question = arena_str(&app->life, question)};
	}
	if (!str_eq(g->ref, ref)) {
		g->before = g->value;
		g->ref = arena_str(&app->life, ref);
	}
	if (!str_eq(g->value, value) || g->value.p == g->before.p)
		g->value = arena_str(&app->life, value);
}

struct str app_given_before(const struct app *app, struct str question, struct str ref)
{
	const struct given *g = given_to(app, question);

	if (!g)
		return (struct str){0};
	return str_eq(g->ref, ref) ? g->before : g->value;
}
