/* SPDX-License-Identifier: MIT */
/*
 * Put before every source by the Makefile. Each call below has a better one
 * here: the string calls lose lengths (buf, arena_printf), the number readers
 * lose errors (str_int), and nothing in this program may start another.
 */
#ifndef LOOKBACK_BASE_BANNED_H
#define LOOKBACK_BASE_BANNED_H

/* They declare what is poisoned, so they must come first. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#pragma GCC poison strcpy strcat sprintf vsprintf gets strtok atoi atol
#pragma GCC poison system popen execl execlp execle execv execvp execve

#endif
