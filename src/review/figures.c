/* SPDX-License-Identifier: MIT */
/* Figures in words: the one place where a number becomes text. */
#include "review/figures.h"

#include "lookback/stats/proportion.h"
#include "review/quality.h"

static const struct {
	double times;
	int decimals;
} scales[] = {
    [AS_IT_IS] = {1, 3},
    [PER_CENT] = {100, 1},
    [PER_HUNDRED] = {100, 2},
};

struct str figure_number(struct arena *a, double x, enum figure_scale scale)
{
	double shown = x * scales[scale].times;

	if (shown < 0 && shown > -0.0005)
		shown = 0; /* no minus before nothing */
	return arena_printf(a, "%.*f", scales[scale].decimals, shown);
}

struct part_figure figure_part(
    struct arena *a, const char *name, struct figure f, enum figure_scale scale)
{
	struct part_figure out = {.name = str_of(name), .n = f.n, .text = STR("undefined")};

	if (!f.defined)
		return out;
	out.value = out.text = figure_number(a, f.value, scale);
	if (!f.bounded)
		return out;
	out.low = figure_number(a, f.low, scale);
	out.high = figure_number(a, f.high, scale);
	out.text = arena_printf(
	    a, "%.*s (%.*s to %.*s)", STR_ARG(out.value), STR_ARG(out.low), STR_ARG(out.high));
	return out;
}

struct part_figure figure_share(
    struct arena *a, const char *name, int64_t k, int64_t n, double confidence)
{
	return figure_part(a, name, proportion_exact(k, n, confidence), PER_CENT);
}

bool confidence_read(struct str text, double *out, struct err *e)
{
	int64_t n = 95000;

	if (text.n && !share_read("confidence", text, &n, e))
		return false;
	*out = (double)n / 100000;
	return (n >= 50000 && n < 100000) ||
	       err_set(e, ERR_INPUT, "the confidence is 50 to 99.999 per cent");
}
