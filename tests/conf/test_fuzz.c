/* SPDX-License-Identifier: MIT */
/* Spoilt packs: whatever is done to the bytes, there is a pack or there are faults, and
 * each fault has a place and a sentence. The sanitizers watch. */
#include "help.h"

#include <stdlib.h>

#include "lookback/base/hash.h"
#include "lookback/base/utf8.h"

/* More rounds when asked: LOOKBACK_FUZZ=100000. */
static int rounds(int usual)
{
	const char *more = getenv("LOOKBACK_FUZZ");
	int64_t n;

	return more && str_int(str_of(more), &n) ? (int)n : usual;
}

/* Bytes that mean something to YAML, to expressions or to nobody. */
static const char spice[] = "{}[]:,-?\"'|>&*!%@`#\n \t\\0aZ_9().<=\x80\xc3\xff";

static struct str cut_out(struct str s, size_t from, size_t n)
{
	return arena_printf(
	    &arena, "%.*s%.*s", (int)from, s.p, (int)(s.n - from - n), s.p + from + n);
}

static struct str put_in(struct str s, size_t at, struct str what)
{
	struct buf b = buf_in(&arena);

	buf_put(&b, (struct str){s.p, at});
	buf_put(&b, what);
	buf_put(&b, (struct str){s.p + at, s.n - at});
	return buf_str(&b);
}

static struct str mutated(struct dice *d, struct str s)
{
	size_t at = dice_below(d, s.n), n = dice_below(d, s.n - at > 40 ? 40 : s.n - at) + 1;
	size_t from = dice_below(d, s.n);
	char *p;

	switch (dice_below(d, 4)) {
	case 0: /* another byte */
		s = arena_str(&arena, s);
		p = (char *)s.p;
		p[at] = spice[dice_below(d, sizeof spice - 1)];
		return s;
	case 1:
		return cut_out(s, at, n);
	case 2:
		return put_in(s, at, (struct str){&spice[dice_below(d, sizeof spice - 1)], 1});
	default: /* a piece of it again */
		n = s.n - from > 60 ? 60 : s.n - from;
		return put_in(s, at, (struct str){s.p + from, n});
	}
}

/* One to three changes, nearer to one: most faults are small. */
static void mutate(struct dice *d, struct source *s)
{
	size_t times = 1 + dice_below(d, 2) * dice_below(d, 3);

	for (size_t i = 0; i < times; i++) {
		struct source_file *f = &s->files.v[dice_below(d, s->files.n)];
		if (f->text.n > 1)
			f->text = mutated(d, f->text);
	}
}

static void check_faults(const struct faults *faults)
{
	for (size_t i = 0; i < faults->n; i++) {
		const struct fault *f = &faults->v[i];
		holds(f->at.file.n > 0 && f->at.line > 0 && f->at.col > 0 && f->text.n > 0);
		holds(utf8_valid(f->text));
		for (size_t k = 0; k < f->text.n; k++)
			if ((unsigned char)f->text.p[k] < ' ' || f->text.p[k] == 0x7f)
				ck_abort_msg("not one line: %s", f->text.p);
	}
}

static int spoil_often(struct source (*make)(void), int times, uint64_t seed)
{
	struct dice d = dice_seed(seed);
	int packs = 0;

	for (int i = 0; i < times; i++) {
		struct source s = make();
		struct faults faults = {0};
		const struct pack *p = NULL;
		bool ok;

		mutate(&d, &s);
		ok = pack_load(&arena, &s, &p, &faults);
		holds(ok == (faults.n == 0) && ok == (p != NULL));
		check_faults(&faults);
		packs += ok;
		arena_clear(&arena);
	}
	return packs;
}

START_TEST(a_spoilt_small_pack_is_a_pack_or_has_faults)
{
	int times = rounds(4000), packs = spoil_often(small_pack, times, 7);

	/* Some slips are in words for people only; most are found. */
	holds(packs > 0 && packs < times / 2);
}
END_TEST

START_TEST(a_spoilt_whole_pack_is_a_pack_or_has_faults)
{
	int times = rounds(4000), packs = spoil_often(whole_pack, times, 9);

	holds(packs > 0 && packs < times / 2);
}
END_TEST

START_TEST(a_spoilt_real_pack_is_a_pack_or_has_faults)
{
	int times = rounds(300), packs = spoil_often(real_pack, times, 8);

	holds(packs > 0 && packs < times);
}
END_TEST

/* False when the file is shorter than that. */
static bool cut_off(struct source (*make)(void), size_t file, size_t n)
{
	struct source s = make();
	struct faults faults = {0};
	const struct pack *p;

	if (n >= s.files.v[file].text.n)
		return false;
	s.files.v[file].text = arena_str(&arena, (struct str){s.files.v[file].text.p, n});
	holds(pack_load(&arena, &s, &p, &faults) == (faults.n == 0));
	check_faults(&faults);
	arena_clear(&arena);
	return true;
}

START_TEST(a_pack_that_is_cut_off_anywhere_does_no_harm)
{
	size_t cuts = 0;

	for (size_t i = 0; i < small_pack().files.n; i++)
		for (size_t n = 0; cut_off(small_pack, i, n); n++)
			cuts++;
	for (size_t i = 0; i < whole_pack().files.n; i++)
		for (size_t n = 0; cut_off(whole_pack, i, n); n += 3)
			cuts++;
	holds(cuts > 2000);
}
END_TEST

Suite *suite_conf_fuzz(void);
Suite *suite_conf_fuzz(void)
{
	const TTest *const tests[] = {
	    a_spoilt_small_pack_is_a_pack_or_has_faults,
	    a_spoilt_whole_pack_is_a_pack_or_has_faults,
	    a_spoilt_real_pack_is_a_pack_or_has_faults,
	    a_pack_that_is_cut_off_anywhere_does_no_harm,
	};

	return suite_of("conf/fuzz", tests, COUNT(tests));
}
