/* SPDX-License-Identifier: MIT */
/* The command line: verbs for pipes and scripts; without a verb, the workstation. */
#ifndef LOOKBACK_CLI_CLI_H
#define LOOKBACK_CLI_CLI_H

#include "lookback/cli/host.h"

/* Runs one command line and returns the exit code (base/err.h has the table). */
int cli_main(int argc, char **argv, const struct host *host);

#endif
