/* SPDX-License-Identifier: MIT */
/* A clock that only goes forward, in milliseconds from some moment. */
#ifndef LOOKBACK_TUI_STEADY_H
#define LOOKBACK_TUI_STEADY_H

#include <stdint.h>

int64_t steady_ms(void);

#endif
