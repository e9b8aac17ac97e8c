/*
 * The gazetteer as an image (accord/image.h): building it from 45,000 lines takes longer than all else at a start. Its files
 * are still read, for the key: what they say now is what counts.
 */
#include "company.h"

#include <accord/hash_map.h>

#include <stdio.h>
#include <string.h>

#define FIELDS(list) list, sizeof(list) / sizeof *(list)

static const accord_image_field company_fields[] = {
	ACCORD_IMAGE_SLICE(accord_known_company, id),       ACCORD_IMAGE_SLICE(accord_known_company, name),
	ACCORD_IMAGE_SLICE(accord_known_company, country),  ACCORD_IMAGE_SLICE(accord_known_company, kind),
	ACCORD_IMAGE_SLICE(accord_known_company, wikidata), ACCORD_IMAGE_SLICE(accord_known_company, ticker),
	ACCORD_IMAGE_SLICE(accord_known_company, seat),     ACCORD_IMAGE_SLICE(accord_known_company, parent),
	ACCORD_IMAGE_SLICE(accord_known_company, source)};
static const accord_image_type company_type = {sizeof(accord_known_company), FIELDS(company_fields)};

static const accord_image_field name_fields[] = {ACCORD_IMAGE_SLICE(struct name, text)};
static const accord_image_type name_type = {sizeof(struct name), FIELDS(name_fields)};

static const accord_image_field word_fields[] = {ACCORD_IMAGE_PLAIN(struct vocabulary_word, bytes, len)};
static const accord_image_type word_type = {sizeof(struct vocabulary_word), FIELDS(word_fields)};

static const accord_image_field ending_fields[] = {ACCORD_IMAGE_SLICE(struct ending, text)};
static const accord_image_type ending_type = {sizeof(struct ending), FIELDS(ending_fields)};

typedef struct accord_gazetteer gazetteer;

static const accord_image_field gazetteer_fields[] = {
	ACCORD_IMAGE_DROP(gazetteer, arena),
	ACCORD_IMAGE_ARRAY(gazetteer, companies, company_count, company_type),
	ACCORD_IMAGE_ARRAY(gazetteer, names, name_count, name_type),
	ACCORD_IMAGE_PLAIN(gazetteer, trie.vocabulary, trie.vocabulary_size),
	ACCORD_IMAGE_ARRAY(gazetteer, trie.words, trie.word_count, word_type),
	ACCORD_IMAGE_PLAIN(gazetteer, trie.edges, trie.edge_size),
	ACCORD_IMAGE_PLAIN(gazetteer, trie.edge_bits, trie.edge_words),
	ACCORD_IMAGE_PLAIN(gazetteer, trie.nodes, trie.node_count),
	ACCORD_IMAGE_PLAIN(gazetteer, ids, ids_size),
	ACCORD_IMAGE_ARRAY(gazetteer, endings, ending_count, ending_type),
	{.offset = offsetof(gazetteer, dictionaries), .drop = true, .repeat = 3, .stride = sizeof(struct dictionary *)},
	ACCORD_IMAGE_DROP(gazetteer, image.root),
	ACCORD_IMAGE_DROP(gazetteer, image.memory)};
static const accord_image_type gazetteer_type = {sizeof(gazetteer), FIELDS(gazetteer_fields)};

static void name_image(char name[64], const char *const *folders, size_t count)
{
	uint64_t hash = 0;
	for (size_t i = 0; i < count; i++)
		hash = hash * 31 + accord_hash(folders[i], strlen(folders[i]));
	snprintf(name, 64, "names-%016llx.image", (unsigned long long)hash);
}

bool gazetteer_read_image(struct accord_gazetteer *g, const char *const *folders, size_t count)
{
	char name[64];
	struct accord_gazetteer kept = *g;
	name_image(name, folders, count);
	accord_image image = accord_image_open(name, g->key);
	if (!image.root)
		return false;
	memcpy(g, image.root, sizeof *g);
	g->image = image;
	g->arena = kept.arena;
	memcpy(g->dictionaries, kept.dictionaries, sizeof g->dictionaries);
	return true;
}

void gazetteer_write_image(const struct accord_gazetteer *g, const char *const *folders, size_t count)
{
	char name[64];
	name_image(name, folders, count);
	accord_image_write(name, g->key, NULL, 0, g, &gazetteer_type);
}
