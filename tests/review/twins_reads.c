/* SPDX-License-Identifier: MIT */
/* What may be read, and lists and counts of everything that an expression can ask for. */
#include "review/twins.h"

static const struct ask reads[] = {
    {"hello", "{\"front\":\"cli\"}"},
    {"beat", "{}"},
    {"home", "{}"},
    {"list", "{}"},
    {"list", "{\"order\":\"ref\",\"limit\":1}"},
    {"list", "{\"order\":\"due\"}"},
    {"list", "{\"order\":\"opened\",\"last\":true,\"limit\":2}"},
    {"list", "{\"expr\":\"type:case\",\"order\":\"received\"}"},
    {"search", "{\"words\":\"zebra\"}"},
    {"search", "{\"words\":\"zebar\"}"},
    {"search", "{\"words\":\"~zbera or type:check\"}"},
    {"view_save", "{\"expr\":\"parent:C-1 or ~zebar\",\"name\":\"kept\"}"},
    {"view_list", "{}"},
    {"view_drop", "{\"name\":\"kept\"}"},
    {"search", "{\"words\":\"case\"}"},
    {"show", "{\"ref\":\"C-1\"}"},
    {"show", "{\"ref\":\"C-1/A1\"}"},
    {"show", "{\"ref\":\"C-1/K1\"}"},
    {"show", "{\"ref\":\"C-2\"}"},
    {"form", "{\"form\":\"look\",\"ref\":\"C-1\"}"},
    {"form", "{\"form\":\"sorting\",\"ref\":\"C-1\"}"},
    {"rank", "{\"ref\":\"C-1\"}"},
    {"alerts", "{}"},
    {"alerts", "{\"all\":true}"},
    {"alerts", "{\"all\":true,\"ref\":\"C-1\"}"},
    {"links", "{}"},
    {"links", "{\"ref\":\"C-1\"}"},
    {"links", "{\"ref\":\"C-2\"}"},
    {"overrides", "{}"},
    {"overrides", "{\"waiting\":true}"},
    {"sheet", "{\"type\":\"check\",\"under\":\"C-1\"}"},
    {"explain", "{\"expr\":\"why:zebra\"}"},
    {"log", "{\"record\":\"C-1\"}"},
    {"log", "{\"record\":\"C-1/A1\"}"},
    {"log", "{\"record\":\"C-2\"}"},
    {"log", "{\"actor\":\"r1\",\"record\":\"C-1\"}"},
    {"log", "{\"type\":\"link.\"}"},
    {"log", "{\"type\":\"alert.\"}"},
    {"log", "{\"type\":\"override.\"}"},
    {"log", "{\"type\":\"seat.\"}"},
    {"pack", "{}"},
    {"pack_files", "{}"},
    {"pack_diff", "{}"},
    {"pack_apply", "{}"},
    {"user_list", "{}"},
    {"user_add", "{\"name\":\"y1\",\"roles\":[\"clerk\"]}"},
    {"user_role", "{\"name\":\"c1\",\"roles\":[\"clerk\"]}"},
    {"user_disable", "{\"name\":\"c1\",\"reason\":\"x\"}"},
    {"user_train", "{\"competence\":\"method\",\"name\":\"c1\",\"until\":\"+3d\"}"},
    {"import", "{\"map\":\"m\",\"name\":\"n\",\"source\":\"s\"}"},
    {"batch_list", "{}"},
    {"batch_show", "{\"batch\":\"b1\"}"},
    {"backup", "{}"},
    {"lock", "{\"locked\":true}"},
    {"board", "{}"},
    {"board", "{\"user\":\"r1\"}"},
    {"share", "{\"expr\":\"type:case\",\"to\":[\"c1\"]}"},
    {"share", "{\"from\":\"r1\"}"},
    {"absent", "{\"name\":\"r1\",\"until\":\"+3d\"}"},
};

void twins_ask_reads(struct twins *t)
{
	twins_ask(t, reads, COUNT(reads));
}

static const char *const exprs[] = {"", "ref:C-1", "type:case", "type:action", "state:read",
    "band:low", "queue:reader", "queue:judge", "has:holder", "holder:r1", "has:due",
    "due<today", "late:yes", "late:no", "opened>=2020-01-01", "moved>=today", "moved<today",
    "has:wake", "rank>=0", "rank>1", "notes:0", "notes:1", "notes>1", "has:flag", "parent:C-1",
    "open:action", "child:action", "child:check", "did:lock", "did:searched", "clock:total",
    "alert:yes", "alert:no", "agreed:yes", "agreed:no", "has:agreed", "in_scope:yes",
    "finding:x", "has:finding", "ground:p", "why:zebra", "has:why", "zebra", "urgent:no",
    "about:zebra", "outcome:x", "has:outcome", "not did:lock", "finding:x or finding:y",
    "has:drawn", "drawn:q1", "reading:open", "reading:upheld", "has:reading", "author:r1",
    "author:r2", "has:author", "query:open", "has:query"};

void twins_ask_counts(struct twins *t)
{
	for (size_t i = 0; i < COUNT(exprs); i++) {
		struct json *body = json_obj(&t->one->arena);
		struct ask asks[2] = {{.request = "count"}, {.request = "list"}};
		json_put(&t->one->arena, body, "expr", json_cstr(&t->one->arena, exprs[i]));
		asks[0].body = asks[1].body = json_text(&t->one->arena, body).p;
		twins_ask(t, asks, 2);
	}
}
