/* SHA-256, FIPS 180-4: the name of a page's bytes. */
#include "internal.h"

#include <stdio.h>
#include <string.h>

static const uint32_t K[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t rotate(uint32_t x, unsigned n)
{
	return x >> n | x << (32 - n);
}

/* One round. Instead of moving eight words on, the next round is called with their names moved: h is what a becomes. */
static inline void take_word(uint32_t a, uint32_t b, uint32_t c, uint32_t *d, uint32_t e, uint32_t f, uint32_t g, uint32_t *h,
			     uint32_t word)
{
	uint32_t t = *h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + word;
	*d += t;
	*h = t + (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
}

static void take_block(uint32_t state[8], const unsigned char *p)
{
	uint32_t w[64], s[8];
	for (int i = 0; i < 16; i++, p += 4)
		w[i] = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
	for (int i = 16; i < 64; i++) {
		uint32_t a = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3;
		uint32_t b = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10;
		w[i] = w[i - 16] + a + w[i - 7] + b;
	}
	memcpy(s, state, sizeof s);
	for (int i = 0; i < 64; i += 8) {
		take_word(s[0], s[1], s[2], &s[3], s[4], s[5], s[6], &s[7], K[i] + w[i]);
		take_word(s[7], s[0], s[1], &s[2], s[3], s[4], s[5], &s[6], K[i + 1] + w[i + 1]);
		take_word(s[6], s[7], s[0], &s[1], s[2], s[3], s[4], &s[5], K[i + 2] + w[i + 2]);
		take_word(s[5], s[6], s[7], &s[0], s[1], s[2], s[3], &s[4], K[i + 3] + w[i + 3]);
		take_word(s[4], s[5], s[6], &s[7], s[0], s[1], s[2], &s[3], K[i + 4] + w[i + 4]);
		take_word(s[3], s[4], s[5], &s[6], s[7], s[0], s[1], &s[2], K[i + 5] + w[i + 5]);
		take_word(s[2], s[3], s[4], &s[5], s[6], s[7], s[0], &s[1], K[i + 6] + w[i + 6]);
		take_word(s[1], s[2], s[3], &s[4], s[5], s[6], s[7], &s[0], K[i + 7] + w[i + 7]);
	}
	for (int i = 0; i < 8; i++)
		state[i] += s[i];
}

void sha256_begin(struct sha256 *hash)
{
	static const uint32_t start[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
					  0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
	memcpy(hash->state, start, sizeof start);
	hash->length = 0;
}

void sha256_add(struct sha256 *hash, const void *bytes, size_t len)
{
	const unsigned char *p = bytes;
	size_t have = hash->length % 64;
	hash->length += len;
	if (have) {
		size_t n = len < 64 - have ? len : 64 - have;
		if (n)
			memcpy(hash->block + have, p, n);
		p += n;
		len -= n;
		if (have + n < 64)
			return;
		take_block(hash->state, hash->block);
	}
	for (; len >= 64; p += 64, len -= 64)
		take_block(hash->state, p);
	if (len)
		memcpy(hash->block, p, len);
}

void sha256_end(struct sha256 *hash, unsigned char digest[32])
{
	uint64_t bits = hash->length * 8;
	unsigned char pad[72] = {0x80};
	size_t have = hash->length % 64, n = (have < 56 ? 56 : 120) - have;
	for (int i = 0; i < 8; i++)
		pad[n + (size_t)i] = (unsigned char)(bits >> (56 - 8 * i));
	sha256_add(hash, pad, n + 8);
	for (int i = 0; i < 32; i++)
		digest[i] = (unsigned char)(hash->state[i / 4] >> (24 - 8 * (i % 4)));
}

void accord_store_hash(accord_slice bytes, char hex[65])
{
	struct sha256 hash;
	unsigned char digest[32];
	sha256_begin(&hash);
	sha256_add(&hash, bytes.data ? bytes.data : "", bytes.len);
	sha256_end(&hash, digest);
	for (size_t i = 0; i < sizeof digest; i++)
		snprintf(hex + 2 * i, 3, "%02x", digest[i]);
}
