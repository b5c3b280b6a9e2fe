#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints the vectors of tests/stats/vectors.golden.

A second implementation of the figures of the stats layer, by definition and not by formula where
that can be had: sums of exact fractions or of long decimals, bisection instead of beta
quantiles, derivatives by differences instead of published variances, leaving out items one by
one. Standard library only. A line is: name, arguments, "=", results; nan is "undefined".
"""
import hashlib
from decimal import Decimal, getcontext
from fractions import Fraction
from math import comb, floor
from statistics import NormalDist

getcontext().prec = 45
NAN = float("nan")


def show(x):
    return repr(float(x)) if isinstance(x, (float, Decimal, Fraction)) else str(x)


def line(name, args, results):
    print(name, *args, "=", *map(show, results))


def dec(f):
    return Decimal(f.numerator) / Decimal(f.denominator)


# ---- binomial, by sums of decimals ---------------------------------------------------

def binomial_at_most(k, n, p):
    """Decimal p; sums from the nearer end."""
    if k < 0:
        return Decimal(0)
    if k >= n:
        return Decimal(1)
    if 2 * k > n:
        return 1 - binomial_at_most(n - k - 1, n, 1 - p)
    q = 1 - p
    if q == 0:
        return Decimal(0)
    term = q ** n
    total = term
    for j in range(k):
        term = term * (n - j) / (j + 1) * p / q
        total += term
    return total


def bisect(falls, steps=66):
    """The x in 0..1 at which falls(x) turns false."""
    low, high = Decimal(0), Decimal(1)
    for _ in range(steps):
        mid = (low + high) / 2
        if falls(mid):
            low = mid
        else:
            high = mid
    return (low + high) / 2


def upper(k, n, tail):
    return Decimal(1) if k == n else bisect(lambda p: binomial_at_most(k, n, p) > tail)


def lower(k, n, tail):
    return Decimal(0) if k == 0 else bisect(lambda p: 1 - binomial_at_most(k - 1, n, p) < tail)


def proportions():
    cases = [(33, 3778), (25, 3582), (2, 3778), (7, 50), (0, 300), (1, 300), (0, 1), (1, 1),
             (1, 2), (300, 300), (299, 300), (50, 100), (3, 7), (12, 4000), (180, 200), (0, 9999),
             (5, 123456), (45, 1000), (1, 1000000)]
    for k, n in cases:
        for conf in ("0.95", "0.99", "0.8"):
            tail = (1 - Decimal(conf)) / 2
            line("exact", (k, n, conf), (lower(k, n, tail), upper(k, n, tail)))
            line("at_most", (k, n, conf), (upper(k, n, 2 * tail),))
            line("at_least", (k, n, conf), (lower(k, n, 2 * tail),))
            z2 = Decimal(NormalDist().inv_cdf(1 - float(tail))) ** 2
            share = Decimal(k) / n
            half = (z2 * share * (1 - share) / n + (z2 / (2 * n)) ** 2).sqrt()
            line("wilson", (k, n, conf),
                 [(share + z2 / (2 * n) + sign * half) / (1 + z2 / n) for sign in (-1, 1)])
    for k, n, p in [(0, 5, "0.1"), (3, 200, "0.01"), (3, 200, "0.02"), (0, 200, "0.01"), (99, 100, "0.5"),
                    (400, 1000, "0.5"), (33, 3778, "0.02"), (10, 20, "0.999"), (-1, 5, "0.5"), (5, 5, "0.5")]:
        line("binomial", (k, n, p), (binomial_at_most(k, n, Decimal(p)),))


# ---- hypergeometric, by exact fractions ----------------------------------------------

def hyper_pmf(pile, bad, sample, k):
    if k < 0 or k > bad or sample - k < 0 or sample - k > pile - bad:
        return Fraction(0)
    return Fraction(comb(bad, k) * comb(pile - bad, sample - k), comb(pile, sample))


def hyper_at_most(pile, bad, sample, k):
    ways = sum(comb(bad, j) * comb(pile - bad, sample - j)
               for j in range(max(0, sample - pile + bad), k + 1) if j <= sample)
    return Fraction(ways, comb(pile, sample))


def found_at_most(pile, bad, sample, k, missed):
    """Each bad item of the sample is found with the chance 1 - missed, by itself."""
    if missed == 0:
        return hyper_at_most(pile, bad, sample, k)
    total = Fraction(0)
    for j in range(min(bad, sample) + 1):
        seen = sum(comb(j, i) * (1 - missed) ** i * missed ** (j - i) for i in range(min(k, j) + 1))
        total += hyper_pmf(pile, bad, sample, j) * seen
    return total


def pile_most(pile, sample, found, conf, missed):
    """One by one upwards: the last number that is not too unlikely."""
    most = found
    while most < pile and found_at_most(pile, most + 1, sample, found, missed) > 1 - Fraction(conf):
        most += 1
    return most


def needed(pile, share, conf, allow):
    bad = floor(pile * Fraction(share)) + 1
    if bad <= allow or bad > pile:
        return NAN, NAN
    low, high = 0, pile
    while high - low > 1:
        mid = (low + high) // 2
        if hyper_at_most(pile, bad, mid, allow) <= 1 - Fraction(conf):
            high = mid
        else:
            low = mid
    return high, bad


def hypers():
    for pile, bad, sample in [(3778, 33, 5), (3778, 33, 200), (10, 3, 4), (50, 49, 20), (20, 0, 5), (20, 20, 5),
                              (20, 7, 20), (20, 7, 0), (1000, 500, 500), (3745, 36, 300), (100000, 40, 9000)]:
        for k in sorted({0, 1, 2, 5, sample * bad // pile, min(bad, sample)}):
            pmf = hyper_pmf(pile, bad, sample, k)
            line("hyper", (pile, bad, sample, k),
                 (dec(pmf).ln() if pmf else float("-inf"), hyper_at_most(pile, bad, sample, k)))
    for pile, sample, found in [(3745, 300, 0), (3745, 370, 0), (3745, 370, 1), (3778, 285, 0), (100, 100, 3),
                                (100, 1, 0), (100, 1, 1), (100, 99, 0), (20, 19, 0), (40, 38, 0), (1000, 238, 0),
                                (250, 158, 2), (50, 10, 10), (7, 3, 1)]:
        for conf in ("0.95", "0.99"):
            line("pile", (pile, sample, found, conf, "0"), (pile_most(pile, sample, found, conf, 0),))
    for pile, sample, found, missed in [(400, 100, 0, "0.1"), (400, 100, 2, "0.25"), (60, 60, 0, "0.5"), (60, 60, 3, "0.1"),
                                        (300, 40, 1, "0.5"), (200, 30, 0, "0.6"), (200, 150, 4, "0.4")]:
        line("pile", (pile, sample, found, "0.95", missed),
             (pile_most(pile, sample, found, "0.95", Fraction(missed)),))
    for pile in (3778, 1000, 250, 20):
        for share in ("0.05", "0.02", "0.01", "0.005", "0", "0.29", "0.999"):
            for allow in (0, 1, 2, 6):
                line("needed", (pile, share, "0.95", allow), needed(pile, share, "0.95", allow))
    line("needed", (100, "0.29", "0.9", 0), needed(100, "0.29", "0.9", 0))
    line("needed", (20, "0", "0.9", 0), needed(20, "0", "0.9", 0))
    for share in ("0.05", "0.02", "0.01", "0.005"):
        for allow in (0, 1, 3):
            n = allow
            while binomial_at_most(allow, n, Decimal(share)) > Decimal("0.05"):
                n += 1
            line("endless", (share, "0.95", allow), (n,))


# ---- agreement of two ------------------------------------------------------------------

def marginals(p):
    q = range(len(p))
    return [sum(p[i]) for i in q], [sum(p[i][j] for i in q) for j in q]


def kappa(p):
    rows, columns = marginals(p)
    chance = sum(r * c for r, c in zip(rows, columns))
    return None if chance == 1 else (sum(p[i][i] for i in range(len(p))) - chance) / (1 - chance)


def ac1(p):
    rows, columns = marginals(p)
    both = [(r + c) / 2 for r, c in zip(rows, columns)]
    chance = sum(b * (1 - b) for b in both) / (len(p) - 1)
    return (sum(p[i][i] for i in range(len(p))) - chance) / (1 - chance)


def delta_error(of, p, n):
    """The standard error by the delta method, for a multinomial table: derivatives by
    differences along the line on which the shares keep the sum 1."""
    h = Decimal("1e-20")
    q = range(len(p))

    def moved(i, j, by):
        return [[x * (1 - by) + (by if (i, j) == (a, b) else 0) for b, x in enumerate(row)]
                for a, row in enumerate(p)]
    var = sum(p[i][j] * ((of(moved(i, j, h)) - of(moved(i, j, -h))) / (2 * h)) ** 2 for i in q for j in q)
    return (var / n).sqrt()


def interval(value, error, conf):
    if error < Decimal("1e-9"):
        return NAN, NAN
    reach = error * Decimal(NormalDist().inv_cdf(1 - float(1 - Decimal(conf)) / 2))
    return max(Decimal(-1), value - reach), min(Decimal(1), value + reach)


def numbers(seed):
    """Whole numbers that are the same everywhere and always."""
    x = seed
    while True:
        x = (x * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        yield x >> 40


def pairs():
    tables = [[90, 10, 10, 90], [20, 5, 10, 15], [2, 2, 2, 372], [0, 0, 0, 378], [0, 0, 5, 95], [0, 3, 4, 0],
              [378, 0, 0, 0], [5, 0, 0, 95], [1, 0, 0, 0], [118, 5, 2, 0], [13, 0, 0, 0, 20, 7, 0, 4, 56],
              [5, 0, 2, 0, 0, 0, 1, 0, 9], [0] * 9, [0, 0, 0, 0]]
    draw = numbers(5)
    for q in (2, 3, 4, 6):
        for spread in (4, 40, 400):
            tables.append([next(draw) % spread + (spread if i % (q + 1) == 0 else 0) for i in range(q * q)])
    for t in tables:
        q = int(len(t) ** 0.5)
        n = sum(t)
        if not n:
            line("agreement", [q, *t, "0.95"], [0] + [NAN] * 9)
            continue
        p = [[Decimal(x) / n for x in t[i * q:i * q + q]] for i in range(q)]
        same = sum(p[i][i] for i in range(q))
        k = kappa(p)
        bounds = (NAN, NAN) if k is None else interval(k, delta_error(kappa, p, n), "0.95")
        line("agreement", [q, *t, "0.95"],
             (n, same, NAN if k is None else k, *bounds, (q * same - 1) / (q - 1),
              ac1(p), *interval(ac1(p), delta_error(ac1, p, n), "0.95"),
              int(any(r == 1 for r in marginals(p)[0]) != any(c == 1 for c in marginals(p)[1]))))
        for c in (0, q - 1):
            both = t[c * q + c]
            m = sum(t[c * q + i] + t[i * q + c] for i in range(q)) - both
            tail = Decimal("0.025")
            line("on", [q, *t, c, "0.95"], [m] + ([NAN] * 3 if m == 0 else [
                2 * x / (1 + x) for x in (Decimal(both) / m, lower(both, m, tail), upper(both, m, tail))]))


# ---- agreement of many -----------------------------------------------------------------

def alpha(items):
    """Through the matrix of coincidences, pair by pair of answers."""
    q = len(items[0]) if items else 0
    seen = [[Fraction(0)] * q for _ in range(q)]
    for item in items:
        answers = [c for c in range(q) for _ in range(item[c])]
        for i, a in enumerate(answers):
            for j, b in enumerate(answers):
                if i != j:
                    seen[a][b] += Fraction(1, len(answers) - 1)
    total = [sum(row) for row in seen]
    n = sum(total)
    unlike = sum(total[a] * total[b] for a in range(q) for b in range(q) if a != b)
    if unlike == 0:
        return None
    return 1 - (n - 1) * sum(seen[a][b] for a in range(q) for b in range(q) if a != b) / unlike


def fleiss(items):
    m = sum(items[0]) if items else 0
    if m < 2 or any(sum(item) != m for item in items):
        return None
    agree = sum(Fraction(sum(x * (x - 1) for x in item), m * (m - 1)) for item in items) / len(items)
    chance = sum(Fraction(sum(item[c] for item in items), m * len(items)) ** 2 for c in range(len(items[0])))
    return None if chance == 1 else (agree - chance) / (1 - chance)


def jackknife(of, items):
    each = [of(items[:i] + items[i + 1:]) for i in range(len(items))]
    if None in each:
        return Decimal(0)
    n = len(each)
    mean = sum(each) / n
    return dec(sum((x - mean) ** 2 for x in each) * (n - 1) / n).sqrt()


def many():
    fleiss_1971 = [[0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
                   [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]]
    krippendorff = [[3, 0, 0, 0, 0], [0, 3, 0, 0, 1], [0, 0, 4, 0, 0], [0, 0, 4, 0, 0], [0, 4, 0, 0, 0], [1, 1, 1, 1, 0],
                    [0, 0, 0, 4, 0], [3, 1, 0, 0, 0], [0, 4, 0, 0, 0], [0, 0, 0, 0, 3], [2, 0, 0, 0, 0], [0, 0, 1, 0, 0]]
    krippendorff[0] = [3, 0, 0, 0, 0]
    krippendorff[1] = [0, 3, 1, 0, 0]
    draw = numbers(11)
    some = [[next(draw) % 3 + (3 if c == i % 3 else 0) for c in range(3)] for i in range(25)]
    even = [[a, 4 - a] for a in (4, 4, 0, 3, 4, 1, 0, 0, 4, 4, 2, 4)]
    for items in (fleiss_1971, krippendorff, some, even, [[3, 0]] * 5, [[3, 0]] * 4 + [[0, 3]], [[2, 1]], [[1, 0], [0, 1]],
                  [[2, 0], [1, 0], [0, 2], [1, 1], [0, 0]], [[2, 2], [3, 0], [2, 0], [4, 0]]):
        flat = [x for item in items for x in item]
        several = [item for item in items if sum(item) >= 2]
        for name, of, used in (("alpha", alpha, several), ("fleiss", fleiss, items)):
            value = of(used)
            bounds = (NAN, NAN)
            if value is not None:
                bounds = interval(dec(value), jackknife(of, used), "0.95")
            line(name, [len(items), len(items[0]), *flat, "0.95"],
                 (len(several), NAN if value is None else value, *bounds))


# ---- funnel ----------------------------------------------------------------------------

def funnels():
    for n in (1, 5, 30, 117, 500):
        for rate in ("0.0087", "0.05", "0.5", "0.93"):
            for level in ("0.95", "0.998"):
                p, tail = Decimal(rate), (1 - Decimal(level)) / 2
                sums = [Decimal(0)]
                for k in range(n + 1):
                    sums.append(sums[-1] + comb(n, k) * p ** k * (1 - p) ** (n - k))
                inside = [k for k in range(n + 1) if sums[k + 1] > tail and 1 - sums[k] > tail]
                lines = []
                for at in (tail, 1 - tail):
                    r = next(k for k in range(n + 1) if sums[k + 1] >= at)
                    here, before = sums[r + 1], sums[r]
                    lines.append(max(Decimal(0), (r - (here - at) / (here - before)) / n))
                line("funnel", (n, rate, level), (inside[0], inside[-1], *lines))


# ---- shares ----------------------------------------------------------------------------

def shares(parts, total):
    """Each open share is clamp(f * claim, least, size) for the one f that sums to the total;
    f is found on the line between two of the places where a share meets a limit."""
    free = [(min(least, size), size, size * weight) for size, least, weight, whole in parts if not whole]
    total = max(min(total, sum(size for _, size, _ in free)), sum(least for least, _, _ in free))

    def at(f):
        return [min(max(f * claim, Fraction(least)), Fraction(size)) for least, size, claim in free]
    places = sorted({Fraction(x, claim) for least, size, claim in free if claim for x in (0, least, size)})
    f = places[-1] if places else Fraction(0)
    for a, b in zip(places, places[1:]):
        low, high = sum(at(a)), sum(at(b))
        if low <= total <= high:
            f = a if high == low else a + (b - a) * (total - low) / (high - low)
            break
    each = at(f)
    got = [floor(x) for x in each]
    for i in sorted(range(len(each)), key=lambda i: (got[i] - each[i], i))[:total - sum(got)]:
        got[i] += 1
    got = iter(got)
    return [size if whole else next(got) for size, _, _, whole in parts]


def share_vectors():
    draw = numbers(23)
    for n in (1, 2, 3, 5, 8):
        for _ in range(12):
            parts = [(next(draw) % 300, next(draw) % 25 * (next(draw) % 2), 1 + next(draw) % 9 * (next(draw) % 2),
                      int(next(draw) % 6 == 0)) for _ in range(n)]
            total = next(draw) % (120 * n)
            line("share", [n, *(x for part in parts for x in part), total], shares(parts, total))


# ---- draws -----------------------------------------------------------------------------

def sha(*lines):
    return hashlib.sha256("".join(f"{x}\n" for x in lines).encode()).digest()


def draws():
    for seed, n, k in (("20240523", 3778, 285), ("20240523", 3778, 3778), ("a b", 10, 3), ("s", 1, 1), ("s", 5, 0)):
        frame = [f"DVDS-{i:04}" for i in range(1, n + 1)]
        sample = sorted(frame, key=lambda ref: sha("lookback-draw-1", seed, ref))[:k]
        line("draw", (seed.replace(" ", "_"), n, k),
             (sha(*sample).hex(), sha("lookback-frame-1", *sorted(frame)).hex()))
    for seed, what, ref in (("s", "second_review", "R-0001"), ("20240523", "amber", "DVDS-0001"), ("x", "y", "z"),
                            ("s", "half", "R-35141805")):  # the last: decided by the lower half of x
        x = int.from_bytes(sha("lookback-chance-1", seed, what, ref)[:8], "big")
        line("chance", (seed, what, ref), (x * 100 // 2 ** 64,))


proportions()
hypers()
pairs()
many()
funnels()
share_vectors()
draws()
