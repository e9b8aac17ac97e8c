/*
 * Phrases of German, Italian and English pages. Those that open a block decide by themselves; those inside a
 * block only if the block is short. ASCII letters are compared without case, all else as it stands.
 */
#include "phrases.h"

#include <string.h>
#include <strings.h>

struct phrase {
	const char *text;
	const char *reason;
};

#define ALSO "points to another article"
#define LETTER "asks to subscribe"
#define RIGHTS "copyright line"
#define CONSENT "note of a consent tool"
#define CREDIT "credit line"
#define SHARE "asks to share or follow"
#define COMMENT "asks for comments"
#define ADVERT "advertisement"

/* At the beginning of a block of at most 300 bytes. */
static const struct phrase openings[] = {
	{"lesen sie auch", ALSO},
	{"lesen sie hier", ALSO},
	{"lesen sie dazu", ALSO},
	{"lesen sie mehr", ALSO},
	{"lies auch", ALSO},
	{"auch interessant", ALSO},
	{"mehr zum thema", ALSO},
	{"mehr dazu", ALSO},
	{"mehr lesen", ALSO},
	{"das könnte sie auch", ALSO},
	{"das könnte dich auch", ALSO},
	{"passend dazu", ALSO},
	{"siehe auch:", ALSO},
	{"weitere artikel", ALSO},
	{"weitere nachrichten", ALSO},
	{"weitere themen", ALSO},
	{"zum thema:", ALSO},
	{"verwandte themen", ALSO},
	{"ähnliche artikel", ALSO},
	{"schon gelesen", ALSO},
	{"weiterlesen:", ALSO},
	{"mehr aktuelle", ALSO},
	{"lesetipp", ALSO},
	{"hier geht es zu", ALSO},
	{"leggi anche", ALSO},
	{"leggi qui", ALSO},
	{"per approfondire", ALSO},
	{"approfondisci", ALSO},
	{"potrebbe interessarti", ALSO},
	{"ti potrebbe interessare", ALSO},
	{"articoli correlati", ALSO},
	{"vedi anche", ALSO},
	{"guarda anche", ALSO},
	{"read more", ALSO},
	{"read also", ALSO},
	{"also read", ALSO},
	{"see also", ALSO},
	{"related:", ALSO},
	{"related stories", ALSO},
	{"related articles", ALSO},
	{"more on this", ALSO},
	{"more from", ALSO},
	{"you may also like", ALSO},
	{"you might also like", ALSO},
	{"recommended:", ALSO},
	{"don't miss:", ALSO},
	{"read next", ALSO},
	{"read the full", ALSO},
	{"lire aussi", ALSO},
	{"lee también", ALSO},
	{"le puede interesar", ALSO},
	{"lea también", ALSO},
	{"jetzt newsletter", LETTER},
	{"newsletter abonnieren", LETTER},
	{"abonnieren sie", LETTER},
	{"iscriviti", LETTER},
	{"sign up for", LETTER},
	{"sign up to", LETTER},
	{"subscribe to", LETTER},
	{"get the latest", LETTER},
	{"jetzt kostenlos", LETTER},
	{"to view the full story", LETTER},
	{"already a subscriber", LETTER},
	{"if you’re seeing this message", LETTER},
	{"if you're seeing this message", LETTER},
	{"questo contenuto è riservato", LETTER},
	{"contenuto riservato", LETTER},
	{"sei già abbonato", LETTER},
	{"sie sind bereits abonnent", LETTER},
	{"bereits abonnent", LETTER},
	{"weiterlesen mit", LETTER},
	{"please subscribe", LETTER},
	{"please log in", LETTER},
	{"bitte melden sie sich", LETTER},
	{"we may earn", ADVERT},
	{"we may receive", ADVERT},
	{"dieser artikel enthält affiliate", ADVERT},
	{"enthält werbung", ADVERT},
	{"pubblicità", ADVERT},
	{"please enable javascript", CONSENT},
	{"bitte aktivieren sie javascript", CONSENT},
	{"sie haben noch kein", LETTER},
	{"support local journalism", LETTER},
	{"this content is reserved", LETTER},
	{"©", RIGHTS},
	{"(c) ", RIGHTS},
	{"copyright", RIGHTS},
	{"riproduzione riservata", RIGHTS},
	{"alle rechte vorbehalten", RIGHTS},
	{"all rights reserved", RIGHTS},
	{"externer inhalt", CONSENT},
	{"empfohlener externer inhalt", CONSENT},
	{"an dieser stelle finden sie", CONSENT},
	{"an dieser stelle befindet sich", CONSENT},
	{"wir benötigen ihre zustimmung", CONSENT},
	{"mit klick auf", CONSENT},
	{"we use cookies", CONSENT},
	{"diese website verwendet cookies", CONSENT},
	{"datenschutzhinweis", CONSENT},
	{"mit material von", CREDIT},
	{"über dieses thema bericht", CREDIT},
	{"have a tip", COMMENT},
	{"got a tip", COMMENT},
	{"got a story", COMMENT},
	{"get in touch with", COMMENT},
	{"mit informationen d", CREDIT},
	{"mit informationen von", CREDIT},
	{"foto:", CREDIT},
	{"fotos:", CREDIT},
	{"photo:", CREDIT},
	{"image:", CREDIT},
	{"bild:", CREDIT},
	{"bildquelle", CREDIT},
	{"photo by", CREDIT},
	{"photo credit", CREDIT},
	{"image credit", CREDIT},
	{"titelbild:", CREDIT},
	{"folgst du schon", SHARE},
	{"gefällt dir", SHARE},
	{"hat ihnen dieser artikel gefallen", SHARE},
	{"hat dir dieser artikel gefallen", SHARE},
	{"ti è piaciuto", SHARE},
	{"send us your feedback", COMMENT},
	{"would you like to comment", COMMENT},
	{"haben sie anregungen", COMMENT},
	{"some comments may be", COMMENT},
	{"please understand that comments", COMMENT},
	{"kommentieren", COMMENT},
	{"commenta", COMMENT},
	{"folgen sie uns", SHARE},
	{"folge uns", SHARE},
	{"follow us", SHARE},
	{"seguici", SHARE},
	{"share this", SHARE},
	{"teilen sie", SHARE},
	{"artikel teilen", SHARE},
	{"condividi", SHARE},
	{"like us on", SHARE},
	{"schreibe einen kommentar", COMMENT},
	{"hinterlasse", COMMENT},
	{"kommentar schreiben", COMMENT},
	{"leave a comment", COMMENT},
	{"leave a reply", COMMENT},
	{"lascia un commento", COMMENT},
	{"kommentare sind geschlossen", COMMENT},
	{"comments are closed", COMMENT},
	{"anzeige", ADVERT},
	{"advertisement", ADVERT},
	{"story continues below", ADVERT},
	{"article continues below", ADVERT},
};

/* Anywhere in a block of at most 220 bytes. */
static const struct phrase inside[] = {
	{"zum newsletter", LETTER},       {"newsletter an", LETTER},
	{"unseren newsletter", LETTER},   {"unserem newsletter", LETTER},
	{"alla newsletter", LETTER},      {"our newsletter", LETTER},
	{"to your inbox", LETTER},        {"in your inbox", LETTER},
	{"our daily newsletter", LETTER}, {"alle rechte vorbehalten", RIGHTS},
	{"all rights reserved", RIGHTS},  {"riproduzione riservata", RIGHTS},
	{"externe inhalte", CONSENT},     {"privatsphäre-einstellungen", CONSENT},
	{"externen inhalte", CONSENT},    {"datenschutzerklärung", CONSENT},
	{"privacy policy", CONSENT},      {"terms of service", CONSENT},
	{"auf facebook und", SHARE},      {"us on twitter", SHARE},
	{"us on facebook", SHARE},        {"su facebook", SHARE},
	{"whatsapp-kanal", SHARE},        {"whatsapp channel", SHARE},
	{"canale whatsapp", SHARE},
};

static bool begins(accord_slice text, const char *phrase)
{
	size_t len = strlen(phrase);
	return text.len >= len && !strncasecmp(text.data, phrase, len);
}

static bool contains(accord_slice text, const char *phrase)
{
	size_t len = strlen(phrase);
	for (size_t i = 0; i + len <= text.len; i++)
		if ((text.data[i] | 32) == (phrase[0] | 32) && !strncasecmp(text.data + i, phrase, len))
			return true;
	return false;
}

/* A word that stands for "Anzeige" alone, or as "Anzeige: …". */
static bool ends_word(accord_slice text, const char *phrase)
{
	size_t len = strlen(phrase);
	char last = phrase[len - 1];
	bool letter = (last >= 'a' && last <= 'z');
	return !letter || text.len == len || !((text.data[len] | 32) >= 'a' && (text.data[len] | 32) <= 'z');
}

const char *page_phrase_reason(accord_slice text)
{
	/* Marks of a list or a label in front do not count. */
	while (text.len && strchr("\"'*>+-–»|• ", *text.data) && (unsigned char)*text.data < 0x80) {
		text.data++;
		text.len--;
	}
	if (text.len <= 300)
		for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
			if (begins(text, openings[i].text) && ends_word(text, openings[i].text))
				return openings[i].reason;
	if (text.len <= 220)
		for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
			if (contains(text, inside[i].text))
				return inside[i].reason;
	return NULL;
}

bool page_phrase_heads_box(const char *reason)
{
	static const char *const heads[] = {ALSO, LETTER, CONSENT, SHARE, COMMENT};
	for (size_t i = 0; reason && i < sizeof heads / sizeof *heads; i++)
		if (!strcmp(reason, heads[i]))
			return true;
	return false;
}
