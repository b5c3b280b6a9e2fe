/* SPDX-License-Identifier: MIT */
/* Rights by name and in words. */
#include "review/rights.h"

const struct right_row right_rows[RIGHT_ROWS] = {
    {RIGHT_READ, "read", "read records"},
    {RIGHT_TAKE, "take", "take and decide records"},
    {RIGHT_NOTE, "note", "write notes"},
    {RIGHT_ASSIGN, "assign", "assign other people's work"},
    {RIGHT_IMPORT, "import", "import"},
    {RIGHT_USERS, "users", "manage accounts"},
    {RIGHT_LOG, "log", "read and verify the log"},
    {RIGHT_BACKUP, "backup", "make backups"},
    {RIGHT_PACK, "pack", "change the pack"},
};
