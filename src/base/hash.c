/* SPDX-License-Identifier: MIT */
/* SHA-256 through EVP, hex, and random bytes from the kernel. */
#include "lookback/base/hash.h"

#include <errno.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

/* The algorithm is fetched once: looking it up costs more than a small hash. */
struct hasher {
	EVP_MD *md;
	EVP_MD_CTX *ctx;
};

struct hasher *hasher_open(void)
{
	struct hasher *h = malloc(sizeof(*h));

	if (!h)
		die("out of memory: a hasher");
	h->md = EVP_MD_fetch(NULL, "SHA256", NULL);
	h->ctx = EVP_MD_CTX_new();
	if (!h->md || !h->ctx || !EVP_DigestInit_ex2(h->ctx, h->md, NULL))
		die("libcrypto has no SHA-256");
	return h;
}

void hasher_close(struct hasher *h)
{
	if (!h)
		return;
	EVP_MD_CTX_free(h->ctx);
	EVP_MD_free(h->md);
	free(h);
}

void hasher_start(struct hasher *h)
{
	if (!EVP_DigestInit_ex2(h->ctx, NULL, NULL))
		die("libcrypto cannot start SHA-256");
}

void hasher_add(struct hasher *h, struct str s)
{
	if (s.n && !EVP_DigestUpdate(h->ctx, s.p, s.n))
		die("libcrypto cannot hash");
}

struct hash hasher_end(struct hasher *h)
{
	struct hash out;

	if (!EVP_DigestFinal_ex(h->ctx, out.b, NULL))
		die("libcrypto cannot finish SHA-256");
	return out;
}

struct hash hash_of(struct str s)
{
	struct hash out;

	if (!EVP_Digest(s.n ? s.p : "", s.n, out.b, NULL, EVP_sha256(), NULL))
		die("libcrypto has no SHA-256");
	return out;
}

bool hash_eq(struct hash a, struct hash b)
{
	return memcmp(a.b, b.b, HASH_LEN) == 0;
}

void hex_of(const uint8_t *b, size_t n, char *out)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < n; i++) {
		*out++ = digits[b[i] >> 4];
		*out++ = digits[b[i] & 15];
	}
	*out = '\0';
}

enum { NO_DIGIT = 16 };

/* Lower case only: a hash has one text, so texts may be compared. */
static unsigned digit(char c)
{
	if (c >= '0' && c <= '9')
		return (unsigned)(c - '0');
	return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : NO_DIGIT;
}

bool hex_read(struct str hex, uint8_t *out, size_t n)
{
	if (n > SIZE_MAX / 2 || hex.n != 2 * n)
		return false;
	for (size_t i = 0; i < hex.n; i++)
		if (digit(hex.p[i]) == NO_DIGIT)
			return false;
	for (size_t i = 0; i < n; i++)
		out[i] = (uint8_t)(digit(hex.p[2 * i]) << 4 | digit(hex.p[2 * i + 1]));
	return true;
}

void random_bytes(void *out, size_t n)
{
	char *p = out;

	while (n) {
		ssize_t got = getrandom(p, n, 0);
		if (got < 0 && errno != EINTR)
			die("the kernel gives no random bytes: %s", strerror(errno));
		if (got > 0) {
			p += got;
			n -= (size_t)got;
		}
	}
}
