/* SPDX-License-Identifier: MIT */
/* The service's half as front ends get it from src/main.c, for tests of front ends. */
#ifndef LOOKBACK_TESTS_HOST_H
#define LOOKBACK_TESTS_HOST_H

#include "lookback/cli/host.h"

extern const struct host test_host;

#endif
