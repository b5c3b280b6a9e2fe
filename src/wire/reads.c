/* SPDX-License-Identifier: MIT */
/* Requests that change nothing: what is not named here writes. */
#include "lookback/wire/wire.h"

static const enum msg reading[] = {
    MSG_hello,
    MSG_beat,
    MSG_home,
    MSG_show,
    MSG_form,
    MSG_list,
    MSG_count,
    MSG_explain,
    MSG_search,
    MSG_log,
    MSG_head,
    MSG_verify,
    MSG_user_list,
    MSG_batch_list,
    MSG_batch_show,
    MSG_backup, /* into a file of its own */
    MSG_lock,
    MSG_pack,
    MSG_rank,
    MSG_sheet,
    MSG_alerts,
    MSG_links,
    MSG_overrides,
    MSG_pack_diff,
    MSG_pack_files,
    MSG_board,
    MSG_changes,
    MSG_past,
    MSG_view_list,
    MSG_plans,
    MSG_plan_show,
    MSG_plan_frame,
    MSG_agreement,
    MSG_reviewers,
    MSG_funnel,
    MSG_audit,
    MSG_queries,
    MSG_calibration,
    MSG_final,
};

bool wire_reads(enum msg request)
{
	for (size_t i = 0; i < sizeof(reading) / sizeof(reading[0]); i++)
		if (reading[i] == request)
			return true;
	return false;
}
