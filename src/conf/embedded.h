/* SPDX-License-Identifier: MIT */
/* The packs of config/ as embed.awk writes them into the program: each text as its
 * lines, since a compiler need not take a longer string than 4,095 bytes. */
#ifndef LOOKBACK_CONF_EMBEDDED_H
#define LOOKBACK_CONF_EMBEDDED_H

#include <stddef.h>

struct embedded_file {
	const char *pack, *name; /* "clares-law", "records/application.yaml" */
	const char *const *lines;
	size_t n;
};
extern const struct embedded_file embedded_files[]; /* sorted; ends with a NULL pack */

#endif
