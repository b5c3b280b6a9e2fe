/* SPDX-License-Identifier: MIT */
/* Every request about quality, for people who must not be told of it. */
#include "review/twins.h"

static const struct ask asks[] = {
    {"plans", "{}"},
    {"plan_fix", "{\"dry_run\":true,\"expr\":\"type:case\",\"size\":1}"},
    {"plan_fix", "{\"expr\":\"type:case\",\"size\":1}"},
    {"plan_draw", "{\"plan\":\"q1\"}"},
    {"plan_show", "{\"plan\":\"q1\"}"},
    {"plan_frame", "{\"plan\":\"q1\"}"},
    {"plan_close", "{\"plan\":\"q1\"}"},
    {"agreement", "{}"},
    {"agreement", "{\"pairs\":true}"},
    {"agreement", "{\"expr\":\"ref:C-1\"}"},
    {"agreement", "{\"expr\":\"ref:C-9\"}"},
    {"reviewers", "{}"},
    {"funnel", "{}"},
    {"funnel", "{\"bad\":\"ref:C-1\",\"by\":\"about\",\"of\":\"type:case\"}"},
    {"audit", "{}"},
    {"queries", "{\"all\":true}"},
    {"queries", "{\"ref\":\"C-1\"}"},
    {"queries", "{\"ref\":\"C-9\"}"},
    {"query", "{\"questions\":{\"finding\":\"why?\"},\"ref\":\"C-1\"}"},
    {"query", "{\"questions\":{\"finding\":\"why?\"},\"ref\":\"C-9\"}"},
    {"query_answer", "{\"query\":1,\"text\":\"x\"}"},
    {"query_close", "{\"query\":1}"},
    {"calibration", "{}"},
    {"resume", "{\"reason\":\"x\",\"user\":\"c1\"}"},
    {"final", "{}"},
    {"final", "{\"ref\":\"C-1\"}"},
    {"final", "{\"ref\":\"C-9\"}"},
};

void twins_ask_quality(struct twins *t)
{
	twins_ask(t, asks, sizeof(asks) / sizeof(asks[0]));
}
