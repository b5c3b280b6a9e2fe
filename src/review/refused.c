/* SPDX-License-Identifier: MIT */
/*
 * Refusals in the log. What the rules said no to is an event. So is asking for a record that is not there or not
 * to be seen; that one carries no request id, because a second try may find it.
 */
#include "review/body.h"
#include "review/desk.h"

/* A request that is sent again is refused again, but was refused one time. */
static bool known(struct desk *d)
{
	struct err none = {0};
	int64_t seq = 0;

	return d->request &&
	       (!store_request_seen(d->rv->store, d->request, &seq, &none) || seq);
}

void review_refused(struct desk *d, const char *request, const struct err *why)
{
	struct json *body = json_obj(d->arena);
	struct str rest = arena_cstr(d->arena, why->text), line;
	struct strs reasons = {0};
	struct err none = {0};

	if ((why->kind != ERR_REFUSED && why->kind != ERR_NOT_FOUND) || d->user.n == 0 ||
	    d->rv->damage.n || known(d))
		return;
	if (why->kind == ERR_NOT_FOUND)
		d->request = NULL;
	while (str_cut(&rest, '\n', &line))
		if (line.n)
			*arena_push(d->arena, &reasons) = line;
	body_text(d->arena, body, "request", str_of(request));
	body_list(d->arena, body, "reasons", reasons);
	if (!desk_append(d, EVENT_REQUEST_REFUSED, (struct str){d->rv->about, d->rv->nabout},
		body, NULL, &none))
		return; /* the refusal itself stands; the service reports the store's state */
}
