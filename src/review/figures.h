/* SPDX-License-Identifier: MIT */
/* Figures as replies have them: value and interval as people read them, or undefined. */
#ifndef LOOKBACK_REVIEW_FIGURES_H
#define LOOKBACK_REVIEW_FIGURES_H

#include "lookback/stats/figure.h"
#include "lookback/wire/messages.h"

/* As it stands (0.495), in per cent (68.3), or so many per hundred with two decimals. */
enum figure_scale { AS_IT_IS, PER_CENT, PER_HUNDRED };
struct part_figure figure_part(
    struct arena *a, const char *name, struct figure f, enum figure_scale scale);
/* k of n in per cent, with its exact interval. */
struct part_figure figure_share(
    struct arena *a, const char *name, int64_t k, int64_t n, double confidence);
/* A number alone, as it stands in a figure. */
struct str figure_number(struct arena *a, double x, enum figure_scale scale);
/* "95" or "95 %" to 0.95; empty is 0.95. ERR_INPUT outside 50 to 99.999. */
MUST_USE bool confidence_read(struct str text, double *out, struct err *e);

#endif
