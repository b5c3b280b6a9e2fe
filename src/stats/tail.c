/* SPDX-License-Identifier: MIT */
/*
 * Binomial, beta and normal tails. Point probabilities after Loader, "Fast and Accurate
 * Computation of Binomial Probabilities" (2000): deviance and Stirling's error, both small
 * numbers. The beta distribution, whose parameters are whole here, is a sum of them.
 */
#include "stats/tail.h"

#include <float.h>
#include <math.h>

static const double TWO_PI = 6.28318530717958647692528676655900577;

/* ln n! less Stirling's approximation; the first by their definition, from exact factorials. */
static double stirling_error(int64_t n)
{
	static const double first[] = {0, 0.08106146679532726107, 0.04134069595540929704,
	    0.02767792568499833836, 0.02079067210376509336, 0.01664469118982119314,
	    0.01387612882307074844, 0.01189670994589176953, 0.01041126526197209620,
	    0.00925546218271273285, 0.00833056343336287079, 0.00757367548795184059,
	    0.00694284010720952992, 0.00640899418800420714, 0.00595137011275884750,
	    0.00555473355196280105};
	double x = (double)n, x2 = x * x;

	if (n < (int64_t)(sizeof(first) / sizeof(first[0])))
		return first[n];
	return (1 / 12.0 -
		   (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - 1 / (1188 * x2)) / x2) / x2) / x2) /
	       x;
}

/* x ln(x/m) + m - x, by a series where x is near m and the terms would cancel. */
static double deviance(double x, double m)
{
	double v = (x - m) / (x + m), sum = (x - m) * v, term = 2 * x * v;

	if (fabs(v) >= 0.1)
		return x * log(x / m) + m - x;
	for (int j = 1; j < 1000; j++) {
		double was = sum;
		term *= v * v;
		sum += term / (2 * j + 1);
		if (sum == was)
			break;
	}
	return sum;
}

double binomial_log_pmf(int64_t k, int64_t n, double p, double q)
{
	double x = (double)k, y = (double)(n - k), all = (double)n;

	if (k < 0 || k > n)
		return -INFINITY;
	if (p <= 0 || q <= 0)
		return k == (p <= 0 ? 0 : n) ? 0 : -INFINITY;
	if (k == 0)
		return all * (p < q ? log1p(-p) : log(q));
	if (k == n)
		return all * (q < p ? log1p(-q) : log(p));
	return stirling_error(n) - stirling_error(k) - stirling_error(n - k) -
	       deviance(x, all * p) - deviance(y, all * q) + log(all / (TWO_PI * x * y)) / 2;
}

/* The sum of the chances of k, k + step and so on, away from the mean, each from the one
 * before: nothing but positive terms, so no digits are lost. `odds` is p / q. */
static double sum_from(int64_t k, int64_t n, int step, double first, double odds)
{
	double term = first, sum = first;

	for (int64_t j = k; step > 0 ? j < n : j > 0; j += step) {
		if (step > 0)
			term *= (double)(n - j) / (double)(j + 1) * odds;
		else
			term *= (double)j / (double)(n - j + 1) / odds;
		sum += term;
		if (term < sum * 1e-18)
			break;
	}
	return sum;
}

/* Below x lie the chances of a and more among a + b - 1, above x those of less. */
struct tails beta_tails(double x, int64_t a, int64_t b)
{
	struct tails t = {x > 0, x < 1};
	int64_t n = a + b - 1;
	double y = 1 - x;

	if (x <= 0 || x >= 1)
		return t;
	if ((double)a > x * (double)n) {
		t.below = sum_from(a, n, 1, exp(binomial_log_pmf(a, n, x, y)), x / y);
		t.above = 1 - t.below;
	} else {
		t.above = sum_from(a - 1, n, -1, exp(binomial_log_pmf(a - 1, n, x, y)), x / y);
		t.below = 1 - t.above;
	}
	return t;
}

/* By way of the chance of a - 1 among a + b - 2. */
static double beta_density(double x, int64_t a, int64_t b)
{
	return (double)(a + b - 1) * exp(binomial_log_pmf(a - 1, a + b - 2, x, 1 - x));
}

/* Newton's steps, kept inside a bracket; the nearer tail is matched, so that neither loses
 * digits. */
double beta_quantile(double p, int64_t a, int64_t b)
{
	double low = 0, high = 1, x = (double)a / (double)(a + b);

	for (int i = 0; i < 2000; i++) {
		struct tails t = beta_tails(x, a, b);
		double off = p <= 0.5 ? t.below - p : (1 - p) - t.above;
		double density = beta_density(x, a, b), next;
		if (off > 0)
			high = x;
		else
			low = x;
		next = x - off / density;
		if (!(next > low && next < high))
			next = low + (high - low) / 2;
		if (fabs(next - x) <= DBL_EPSILON * x || next <= low || next >= high)
			return next;
		x = next;
	}
	return x;
}

double normal_quantile(double p)
{
	double tail = p < 0.5 ? p : 1 - p, low = 0, high = 40, z = 20;

	while (z > low && z < high) {
		if (erfc(z * sqrt(0.5)) / 2 > tail)
			low = z;
		else
			high = z;
		z = low + (high - low) / 2;
	}
	return p < 0.5 ? -z : z;
}

bool is_confidence(double c)
{
	return c > 0 && c < 1;
}

bool at_most_limit(double p, double limit)
{
	return p <= limit * (1 + 1e-9);
}
