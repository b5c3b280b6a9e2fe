/* SPDX-License-Identifier: MIT */
/*
 * Every refusal is a row of a table (rules/refusals.def, review/refusals.def,
 * wire/refusals.def): what is closed and why, and the way to get it allowed, or what to do
 * when it never can be. REFUSED_id is the whole sentence, a format whose arguments the
 * compiler checks. Where a reason comes from elsewhere (a service, a pack) it is passed on
 * as it is, at most behind a name.
 */
#ifndef LOOKBACK_BASE_REFUSAL_H
#define LOOKBACK_BASE_REFUSAL_H

#define REFUSAL_SENTENCE(id, why, way) static const char REFUSED_##id[] = why "; " way;

#endif
