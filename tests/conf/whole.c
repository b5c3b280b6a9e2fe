/* SPDX-License-Identifier: MIT */
/* A pack without fault that says something under every key of steps, states and the
 * review that the small one lacks. */
#include "help.h"

static const char review[] =
    "name: whole\n"
    "title: A whole review\n"
    "marking: OFFICIAL\n"
    "scope: {from: 2020-01-01, to: 2020-12-31}\n"
    "seed: whole-1\n"
    "roles:\n"
    "  - {id: reader, rights: [read, take]}\n"
    "  - {id: second, rights: [read, take]}\n"
    "  - {id: judge, rights: [read, take]}\n"
    "  - {id: chief, rights: [read, take, note, assign]}\n"
    "  - {id: guest, rights: [read], denies: [take, note]}\n"
    "bands:\n"
    "  - {id: low, mark: \"-\", colour: calm}\n"
    "  - {id: high, mark: \"!\", colour: danger}\n"
    "regimes:\n"
    "  - {id: old, label: Old rules, from: 2014-01-01, total_days: 35}\n"
    "competences:\n"
    "  - {id: contact, label: Safe contact}\n"
    "links:\n"
    "  - {id: same_person, from: case, to: case, judged: true, family: true}\n"
    "alerts: {acknowledge: {hours: 2}, chain: [chief, judge]}\n"
    "safeguarding: {type: action, with: {about: \"{ref}\"}, alert: chief, "
    "acknowledge: {hours: 1}}\n";

static const char action[] =
    "record: action\n"
    "ref: \"{parent}/A{n}\"\n"
    "title: \"{about}\"\n"
    "initial: todo\n"
    "evidence: true\n"
    "open: {by: chief, under: case, when: \"kind:a\", because: only of kind a, reason: true}\n"
    "fields:\n"
    "  about: {type: line, required: true}\n"
    "  found: {type: date}\n"
    "states:\n"
    "  todo: {queue: chief, due: {days: 1, from: found}, escalate: judge}\n"
    "  gone: {final: true}\n"
    "transitions:\n"
    "  - {id: finish, key: f, from: todo, to: gone, by: chief, competence: contact}\n"
    "columns:\n"
    "  - {name: ref, width: 8}\n"
    "timeline: contacts\n";

static const char body[] =
    "record: case\n"
    "ref: C-{number}\n"
    "title: \"{name}\"\n"
    "initial: unread\n"
    "received: received\n"
    "clocks:\n"
    "  total: {label: The whole, due: {regime: total}, escalate: chief}\n"
    "fields:\n"
    "  number: {type: line, required: true}\n"
    "  name: {type: line, required: true}\n"
    "  received: {type: date}\n"
    "  kind: {type: choice, of: [a, b]}\n"
    "  looked_at: {type: yes_no}\n"
    "  outcome: {type: choice, of: [x, y]}\n"
    "forms:\n"
    "  look:\n"
    "    questions:\n"
    "      - {ask: finding, type: choice, of: [x, y]}\n"
    "      - {ask: why, type: line, required: false}\n"
    "states:\n"
    "  unread: {queue: reader, seats: {second: second, when: \"kind:a\", adjudicator: judge,\n"
    "    compare: finding, due: {hours: 4}}}\n"
    "  read: {queue: chief, due: {working_days: 2}}\n"
    "  waiting: {}\n"
    "  done: {final: true}\n"
    "transitions:\n"
    "  - {id: finish, key: f, from: unread, to: read, by: reader, form: look, locks: true,\n"
    "    start: total, set: {outcome: \"{finding}\"},\n"
    "    open: [{type: action, when: \"finding:x\", with: {about: \"{name}\"}}],\n"
    "    sample: [{percent: 10, when: \"kind:b\", set: {looked_at: yes}}]}\n"
    "  - {id: agree, key: A, from: read, to: waiting, by: chief, people: 2,\n"
    "    distinct: [finish, opened, action.finish], override: chief,\n"
    "    when: \"finding:x\", because: only what was found, approves: look, stop: total,\n"
    "    alert: chief}\n"
    "  - {id: back, key: b, from: read, to: unread, by: chief, cancels: finish, reason: true}\n"
    "  - {id: close, auto: true, from: waiting, to: done, when: \"-has:open\"}\n"
    "columns:\n"
    "  - {name: ref, width: 8}\n";

struct source whole_pack(void)
{
	struct source s = {0};

	add_file(&s, "calendar.yaml", STR("holidays: [2020-01-01]\n"));
	add_file(&s, "records/action.yaml", str_of(action));
	add_file(&s, "records/case.yaml", str_of(body));
	add_file(&s, "review.yaml", str_of(review));
	return s;
}
