/* SPDX-License-Identifier: MIT */
/* A record as text for people: head, fields and next steps; or all there is of it. */
#ifndef LOOKBACK_CLI_RECORD_H
#define LOOKBACK_CLI_RECORD_H

#include "cli/cli.h"

void record_print(struct cli *c, const struct rep_record *r, bool whole, struct buf *b);

#endif
