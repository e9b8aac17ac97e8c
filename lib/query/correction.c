/* Whether a correction holds, and which part of an article is enough to see it. */
#include "render.h"

#include <accord/companies.h>
#include <accord/correction.h>

#include <string.h>

static bool same_name(accord_arena *scratch, accord_slice wanted, const accord_party *party)
{
	return accord_slice_equal(wanted, party->id) ||
	       accord_slice_equal(accord_company_fold(scratch, wanted),
				  accord_company_fold(scratch, party->name));
}

bool accord_expectation_met(accord_arena *scratch, const accord_expectation *e, const accord_deal *deal,
			    bool with_status)
{
	if (deal->type != e->type || (with_status && e->status >= 0 && (int)deal->status != e->status))
		return false;
	for (size_t i = 0; i < e->party_count; i++) {
		bool found = false;
		for (size_t k = 0; k < deal->party_count && !found; k++)
			found = deal->parties[k].role == e->parties[i].role &&
				same_name(scratch, e->parties[i].name, &deal->parties[k]);
		if (!found)
			return false;
	}
	return true;
}

static void write_found(accord_buffer *out, const accord_document *doc)
{
	for (size_t i = 0; i < doc->deal_count; i++) {
		const accord_deal *d = &doc->deals[i];
		accord_expectation e = {true, d->type, (int)d->status, d->parties, d->party_count};
		accord_buffer_append_text(out, i ? "; " : "");
		accord_expectation_write(out, &e);
		accord_buffer_append_text(out, " (");
		harmless_text(out, d->rule);
		accord_buffer_append_char(out, ')');
	}
	if (!doc->deal_count)
		accord_buffer_append_text(out, "no deal");
}

accord_status accord_correction_holds(const accord_tagger *tagger, accord_arena *scratch,
				      const accord_correction *c, accord_buffer *found, bool *holds,
				      accord_error *err)
{
	accord_document doc = {.title = c->title,
			       .text = c->text.data ? c->text : accord_slice_of(""),
			       .lang = c->lang,
			       .published = c->published};
	accord_status status = accord_tagger_document(tagger, scratch, &doc, err);
	*holds = status == ACCORD_OK;
	for (size_t i = 0; *holds && i < c->expectation_count; i++) {
		const accord_expectation *e = &c->expectations[i];
		bool met = false;
		for (size_t k = 0; k < doc.deal_count; k++)
			met |= accord_expectation_met(scratch, e, &doc.deals[k], e->wanted);
		*holds = met == e->wanted;
	}
	if (status == ACCORD_OK && found)
		write_found(found, &doc);
	return status;
}

/* The paragraph around a place. */
static accord_slice paragraph_at(accord_slice text, size_t at)
{
	size_t start = at < text.len ? at : text.len, end = start;
	while (start > 0 && text.data[start - 1] != '\n')
		start--;
	while (end < text.len && text.data[end] != '\n')
		end++;
	return (accord_slice){text.data + start, end - start};
}

static bool tells(const accord_tagger *tagger, accord_arena *arena, const accord_correction *c,
		  const accord_deal *deal)
{
	accord_expectation same = {true, deal->type, (int)deal->status, deal->parties, deal->party_count};
	accord_correction try = *c;
	bool holds = false;
	try.expectations = &same;
	try.expectation_count = 1;
	return accord_correction_holds(tagger, arena, &try, NULL, &holds, NULL) == ACCORD_OK && holds;
}

static bool names_all(accord_arena *arena, accord_slice paragraph, const accord_expectation *e)
{
	accord_slice folded = accord_text_fold_loose(arena, paragraph);
	for (size_t i = 0; i < e->party_count; i++) {
		accord_slice name = accord_text_fold_loose(arena, e->parties[i].name);
		if (!name.len || !folded.len || !memmem(folded.data, folded.len, name.data, name.len))
			return false;
	}
	return e->party_count > 0;
}

static accord_slice paragraph_naming(accord_arena *arena, accord_slice text, const accord_expectation *e)
{
	for (size_t at = 0; at < text.len; at++) {
		accord_slice paragraph = paragraph_at(text, at);
		if (paragraph.len && names_all(arena, paragraph, e))
			return paragraph;
		at += paragraph.len;
	}
	return text;
}

accord_status accord_correction_excerpt(const accord_tagger *tagger, accord_arena *arena,
					const accord_document *doc, const accord_deal *deal,
					const accord_expectation *expectation, accord_correction *c,
					accord_error *err)
{
	(void)err;
	c->lang = doc->lang;
	c->document = doc->id;
	c->published = doc->published;
	c->title = doc->title;
	c->text = doc->text;
	if (!deal) {
		c->text = paragraph_naming(arena, doc->text, expectation);
		return ACCORD_OK;
	}
	accord_correction small = *c;
	bool in_text = deal->evidence_count && deal->evidence[0].in == ACCORD_TEXT;
	small.text = paragraph_at(doc->text, in_text ? deal->evidence[0].start : 0);
	if (tells(tagger, arena, &small, deal))
		*c = small;
	return ACCORD_OK;
}
