/* SPDX-License-Identifier: MIT */
#include "rig.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const struct viewer everything = {.engine = true};

Suite *suite_of(const char *name, const TTest *const *tests, size_t n)
{
	Suite *s = suite_create(name);
	TCase *c = tcase_create(name);

	for (size_t i = 0; i < n; i++)
		tcase_add_test(c, tests[i]);
	suite_add_tcase(s, c);
	return s;
}

void rig_open(struct rig *rig)
{
	struct str damage;

	*rig = (struct rig){.dir = "/tmp/lookback-store-XXXXXX"};
	if (!mkdtemp(rig->dir))
		ck_abort_msg("no folder for the test");
	rig->path = arena_printf(&rig->arena, "%s/review.db", rig->dir);
	done(time_read(STR("2026-07-01T09:00:00.000Z"), &rig->now));
	done(store_create(rig->path.p, &rig->err));
	rig_reopen(rig, &damage);
	holds(damage.n == 0);
}

void rig_reopen(struct rig *rig, struct str *damage)
{
	store_close(rig->st);
	rig->st = NULL;
	done(store_open(&rig->arena, rig->path.p, &rig->st, damage, &rig->err));
}

void rig_sweep(struct rig *rig)
{
	DIR *d = opendir(rig->dir);
	struct dirent *f;

	while (d && (f = readdir(d)))
		if (f->d_name[0] != '.')
			unlink(arena_printf(&rig->arena, "%s/%s", rig->dir, f->d_name).p);
	if (d)
		closedir(d);
	if (rmdir(rig->dir) != 0)
		ck_abort_msg("%s is not empty", rig->dir);
}

void rig_close(struct rig *rig)
{
	store_close(rig->st);
	rig_sweep(rig);
	arena_clear(&rig->arena);
}

void rig_damage(struct rig *rig, const char *sql)
{
	char *why = NULL;
	sqlite3 *db;

	store_close(rig->st);
	rig->st = NULL;
	if (sqlite3_open(rig->path.p, &db) != SQLITE_OK ||
	    sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
		ck_abort_msg("%s: %s", sql, why ? why : "cannot open");
	sqlite3_close(db);
}

struct json *rig_json(struct arena *a, const char *quoted)
{
	struct str s = arena_cstr(a, quoted);
	struct json *j = NULL;
	struct err e;

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\'')
			((char *)s.p)[i] = '"';
	if (!json_parse(a, s, &j, &e))
		ck_abort_msg("%s: %s", quoted, e.text);
	return j;
}

void rig_round(struct rig *rig)
{
	done(store_begin(rig->st, &rig->err));
	rig->open_round = true;
}

void rig_commit(struct rig *rig)
{
	done(store_commit(rig->st, &rig->err));
	rig->open_round = false;
}

int64_t rig_event(struct rig *rig, const char *actor, enum event_type type, struct str record,
    const struct json *body)
{
	struct stamp by = {rig->now, str_of(actor), STR("00112233445566aa"), NULL};
	bool own = !rig->open_round;
	int64_t seq = 0;

	rig->now += 60000;
	if (own)
		rig_round(rig);
	if (!store_append(rig->st, &by, type, record, body, &seq, &rig->err))
		ck_abort_msg("%s: %s", event_name(type), rig->err.text);
	if (own)
		rig_commit(rig);
	return seq;
}

int64_t rig_say(struct rig *rig, const char *actor, enum event_type type, const char *record,
    const char *body, ...)
{
	struct arena a = {0};
	char text[2048];
	int64_t seq;
	va_list ap;

	va_start(ap, body);
	vsnprintf(text, sizeof(text), body, ap);
	va_end(ap);
	seq = rig_event(rig, actor, type, str_of(record), rig_json(&a, text));
	arena_clear(&a);
	return seq;
}

void rig_record(struct rig *rig, const char *ref, int rank, const char *bars)
{
	rig_say(rig, "ann", EVENT_RECORD_OPENED, ref,
	    "{'type':'case','state':'triage','queue':'officers','rank':%d,"
	    "'due':'2026-07-15T22:59:59.999Z','fields':{'received':'2016-03-05',"
	    "'name':'Zo\xc3\xab %s','visits':%d},'texts':{'narrative':'A knife and a "
	    "caf\xc3\xa9 "
	    "for %s.'},'bars':[%s],'pack':'p1','batch':'b1','line':2}",
	    rank, ref, rank % 5, ref, bars);
}

struct str rig_ask(struct rig *rig, const char *sql, ...)
{
	struct str out = {"", 0};
	char text[2048];
	sqlite3_stmt *s;
	va_list ap;

	va_start(ap, sql);
	vsnprintf(text, sizeof(text), sql, ap);
	va_end(ap);
	if (sqlite3_prepare_v2(rig->st->db, text, -1, &s, NULL) != SQLITE_OK)
		ck_abort_msg("%s: %s", text, sqlite3_errmsg(rig->st->db));
	if (sqlite3_step(s) == SQLITE_ROW)
		out = arena_str(&rig->arena, col_view(s, 0));
	sqlite3_finalize(s);
	return out;
}

struct verdict rig_verify(struct rig *rig)
{
	struct verdict v;

	done(store_verify(rig->st, &rig->arena, 0, NULL, NULL, NULL, &v, &rig->err));
	return v;
}

struct str rig_findings(struct rig *rig, const struct verdict *v)
{
	struct buf b = buf_in(&rig->arena);

	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];
		buf_printf(&b, "%lld %.*s %.*s\n", (long long)f->seq, STR_ARG(f->table),
		    STR_ARG(f->text));
	}
	return arena_str(&rig->arena, buf_str(&b));
}

static void story_people(struct rig *rig)
{
	rig_say(rig, "ann", EVENT_REVIEW_OPENED, "",
	    "{'title':'Toy','training':true,'owner':'ann'}");
	rig_say(rig, "ann", EVENT_PACK_APPLIED, "",
	    "{'id':'p1','name':'toy','files':{'review.yaml':'name: toy'}}");
	rig_say(rig, "ann", EVENT_USER_ADDED, "",
	    "{'name':'ann','full':'Ann Lee','roles':['supervisor','intake'],'staff':''}");
	rig_say(rig, "ann", EVENT_USER_ADDED, "",
	    "{'name':'bob','full':'Bob Roe','roles':['officers'],'staff':'PC12'}");
	rig_say(rig, "ann", EVENT_USER_ADDED, "",
	    "{'name':'cyd','full':'Cyd Poe','roles':['officers'],'staff':''}");
	rig_say(rig, "ann", EVENT_USER_CHANGED, "",
	    "{'name':'cyd','roles':['officers','reviewers']}");
	rig_say(rig, "ann", EVENT_USER_DISABLED, "", "{'name':'cyd','reason':'left'}");
	rig_say(rig, "ann", EVENT_BATCH_IMPORTED, "",
	    "{'batch':'b1','file':'x.csv','source':'s','map':'m','sha256':'00','read':4,"
	    "'added':4,'same':0,'changed':0}");
}

static void story_work(struct rig *rig)
{
	rig_say(rig, "bob", EVENT_RECORD_CLAIMED, "T-1", "{'how':'next'}");
	rig_say(rig, "bob", EVENT_RECORD_VIEWED, "T-1", "{'how':'next','reason':''}");
	rig_say(rig, "bob", EVENT_ANSWER_GIVEN, "T-1",
	    "{'form':'triage','seat':0,'question':'identified','value':'yes','pack':'p1',"
	    "'rank':31}");
	rig_say(rig, "bob", EVENT_ANSWER_GIVEN, "T-1",
	    "{'form':'triage','seat':0,'question':'later','value':'no','reason':'why',"
	    "'pack':'p1','rank':32}");
	rig_say(rig, "bob", EVENT_ANSWER_GIVEN, "T-1",
	    "{'form':'triage','seat':0,'question':'later','pack':'p1','rank':31}");
	rig_say(rig, "bob", EVENT_NOTE_ADDED, "T-1", "{'text':'seen'}");
	rig_say(rig, "bob", EVENT_RECORD_MOVED, "T-1",
	    "{'transition':'triage_red','from':'triage','to':'review','queue':'reviewers',"
	    "'band':'red','rank':131,'due':'2026-07-02T09:00:00.000Z','final':false,"
	    "'set':{'name':'Zoe','visits':null},'reason':'','alert':['inspector'],'pack':'p1'"
	    "}");
	rig_say(rig, "bob", EVENT_RECORD_CLAIMED, "T-2", "{'how':'ref'}");
	rig_say(rig, "bob", EVENT_RECORD_DEFERRED, "T-2",
	    "{'until':'2026-07-05','reason':'awaiting'}");
	rig_say(rig, "system", EVENT_RECORD_WOKEN, "T-2", "{}");
	rig_say(rig, "ann", EVENT_RECORD_ASSIGNED, "T-2", "{'to':'bob','reason':'please'}");
	rig_say(rig, "system", EVENT_CLAIM_EXPIRED, "T-2", "{'holder':'bob'}");
	rig_say(rig, "ann", EVENT_RECORD_CHANGED, "T-3",
	    "{'fields':{'name':'Zack'},'texts':{'narrative':'Nothing.'},'was':{},"
	    "'bars':['DS77','PC12'],'rank':13,'flag':'changed_by_import','batch':'b2'}");
	rig_say(rig, "bob", EVENT_RECORD_CLAIMED, "T-4", "{'how':'ref'}");
	rig_say(rig, "bob", EVENT_RECORD_RELEASED, "T-4", "{'reason':'mine'}");
	rig_say(
	    rig, "bob", EVENT_LIST_READ, "", "{'expr':'','order':'rank','refs':['T-1','T-2']}");
	rig_say(rig, "bob", EVENT_RECORD_CLAIMED, "T-3", "{'how':'next'}");
}

void rig_story(struct rig *rig)
{
	story_people(rig);
	rig_record(rig, "T-1", 30, "'PC12'");
	rig_record(rig, "T-2", 20, "");
	rig_record(rig, "T-3", 10, "'DS77','DS77'");
	rig_record(rig, "T-4", 20, "");
	story_work(rig);
}
