/* SPDX-License-Identifier: MIT */
/*
 * A small parent process waits for the workstation, because no program can clean up after
 * its own SIGKILL: if that happens, the parent clears the screen and restores the line.
 */
#ifndef LOOKBACK_TUI_GUARD_H
#define LOOKBACK_TUI_GUARD_H

/* Runs it in a child and returns its exit code, or 128 + n for the signal that ended it. */
int guard_run(int (*run)(const void *with), const void *with);

#endif
