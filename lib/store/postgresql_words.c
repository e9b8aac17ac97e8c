/*
 * Full text for PostgreSQL: words are cut and folded as SQLite's index does it (accord/words.h), and given to the
 * server as they are, past its own parsers and dictionaries.
 *
 *     Die Übernahme ist perfekt.                'die':1 'ubernahme':2 'ist':3 'perfekt':4
 *     ("cloud" AND "joint venture") NOT ("x")   ('cloud'&('joint'<->'venture'))&!('x')
 *
 * A tsvector has a ceiling: a megabyte, places up to 16383. Words behind the last place all share it; what would
 * make the vector too large is left out.
 */
#include "postgresql.h"

#include <accord/words.h>

#define LAST_PLACE 16383
#define VECTOR_CEILING ((size_t)900000)

void postgresql_vector(accord_slice text, accord_buffer *out)
{
	accord_folded_word word;
	size_t place = 0, size = 0;
	for (size_t at = 0; accord_folded_word_next(text, &at, &word);) {
		size += word.len + 8;
		if (size > VECTOR_CEILING)
			break;
		place += place < LAST_PLACE;
		accord_buffer_append_format(out, "'%.*s':%zu ", (int)word.len, word.folded, place);
	}
}

/* A phrase without a word stands nowhere: points are no word. */
static void write_phrase(const accord_words_token *token, accord_buffer *out)
{
	accord_folded_word word;
	size_t at = 0, n = 0;
	accord_buffer_append_char(out, '(');
	for (; accord_folded_word_next(token->phrase, &at, &word); n++) {
		accord_buffer_append_text(out, n ? "<->'" : "'");
		accord_buffer_append(out, word.folded, word.len);
		accord_buffer_append_char(out, '\'');
	}
	accord_buffer_append_text(out, !n ? "'..')" : token->begins ? ":*)" : ")");
}

void postgresql_query(accord_slice expression, accord_buffer *out)
{
	accord_words_token token;
	for (size_t at = 0; (token = accord_words_next(expression, &at)).kind != ACCORD_WORDS_END;)
		switch (token.kind) {
		case ACCORD_WORDS_PHRASE:
			write_phrase(&token, out);
			break;
		case ACCORD_WORDS_AND:
			accord_buffer_append_char(out, '&');
			break;
		case ACCORD_WORDS_OR:
			accord_buffer_append_char(out, '|');
			break;
		case ACCORD_WORDS_NOT:
			accord_buffer_append_text(out, "&!");
			break;
		case ACCORD_WORDS_OPEN:
			accord_buffer_append_char(out, '(');
			break;
		default:
			accord_buffer_append_char(out, ')');
			break;
		}
}
