/* Class and id names to hints. The table is sorted by first letter; the longest entry that fits a word
 * counts. */
#include "words.h"

#include <stdbool.h>
#include <string.h>

#define NONE 0u

struct word {
	char text[14];
	uint8_t whole; /* 1: never the beginning of a compound */
	uint32_t hints;
};

static const struct word words[] = {
	/* a */
	{"aside", 0, HINT_SIDE},
	{"abstract", 0, HINT_LEAD},
	{"abonn", 0, HINT_LETTER},
	{"abo", 1, HINT_LETTER},
	{"about", 1, HINT_BIO},
	{"abbinat", 0, HINT_RELATED},
	{"adblock", 0, HINT_CONSENT},
	{"addtoany", 0, HINT_SHARE},
	{"addthis", 0, HINT_SHARE},
	{"advert", 0, HINT_AD},
	{"adv", 1, HINT_AD},
	{"adslot", 0, HINT_AD},
	{"adsense", 0, HINT_AD},
	{"ads", 1, HINT_AD},
	{"ad", 1, HINT_AD},
	{"affiliate", 0, HINT_SHOP},
	{"agency", 1, HINT_CAPTION},
	{"also", 1, HINT_RELATED},
	{"anreisser", 0, HINT_LEAD},
	{"anzeige", 0, HINT_AD},
	{"archive", 1, HINT_NAV},
	{"article", 0, HINT_ARTICLE},
	{"articolo", 0, HINT_ARTICLE},
	{"artikel", 0, HINT_ARTICLE},
	{"attachment", 1, HINT_IMAGE},
	{"author", 0, HINT_AUTHOR},
	{"autore", 0, HINT_AUTHOR},
	{"autori", 0, HINT_AUTHOR},
	{"autor", 0, HINT_AUTHOR},
	{"audio", 0, HINT_MEDIA},
	/* b */
	{"banner", 0, HINT_AD},
	{"beitrag", 0, HINT_ARTICLE},
	{"bildunter", 0, HINT_CAPTION},
	{"bild", 0, HINT_IMAGE},
	{"bio", 1, HINT_BIO},
	{"biography", 0, HINT_BIO},
	{"body", 0, HINT_BODY},
	{"bookmark", 0, HINT_TOOLS},
	{"breadcrumb", 0, HINT_NAV},
	{"brand", 1, HINT_HEADER},
	{"briciole", 0, HINT_NAV},
	{"byline", 0, HINT_AUTHOR},
	{"button", 0, HINT_TOOLS},
	{"btn", 0, HINT_TOOLS},
	/* c */
	{"caption", 0, HINT_CAPTION},
	{"card", 1, HINT_TEASER},
	{"cards", 1, HINT_TEASER},
	{"carousel", 0, HINT_MEDIA},
	{"categories", 0, HINT_TAGS},
	{"category", 0, HINT_TAGS},
	{"categoria", 0, HINT_TAGS},
	{"cmp", 1, HINT_CONSENT},
	{"comment", 0, HINT_COMMENT},
	{"commenti", 0, HINT_COMMENT},
	{"consent", 0, HINT_CONSENT},
	{"content", 0, HINT_BODY},
	{"contenuto", 0, HINT_BODY},
	{"contributor", 0, HINT_AUTHOR},
	{"condivi", 0, HINT_SHARE},
	{"cookie", 0, HINT_CONSENT},
	{"copyright", 0, HINT_FOOTER},
	{"correlat", 0, HINT_RELATED},
	{"corpo", 0, HINT_BODY},
	{"copy", 1, HINT_BODY},
	{"counter", 0, HINT_TOOLS},
	{"credit", 0, HINT_CAPTION},
	{"cta", 1, HINT_LETTER},
	/* d */
	{"date", 0, HINT_DATE},
	{"datum", 0, HINT_DATE},
	{"dachzeile", 0, HINT_TAGS},
	{"dateline", 0, HINT_DATE},
	{"dek", 1, HINT_LEAD},
	{"deck", 1, HINT_LEAD},
	{"dialog", 0, HINT_CONSENT},
	{"didascalia", 0, HINT_CAPTION},
	{"disclaimer", 0, HINT_FOOTER},
	{"discussion", 0, HINT_COMMENT},
	{"disqus", 0, HINT_COMMENT},
	{"donat", 0, HINT_LETTER},
	{"download", 0, HINT_TOOLS},
	{"dropdown", 0, HINT_NAV},
	{"dfp", 1, HINT_AD},
	/* e */
	{"embed", 0, HINT_EMBED},
	{"email", 1, HINT_SHARE},
	{"entry", 0, HINT_ARTICLE},
	{"excerpt", 0, HINT_LEAD},
	{"eyebrow", 0, HINT_TAGS},
	/* f */
	{"facebook", 0, HINT_SHARE},
	{"factbox", 0, HINT_BOX},
	{"featured", 1, HINT_NAV},
	{"feedback", 0, HINT_TOOLS},
	{"figcaption", 0, HINT_CAPTION},
	{"firma", 1, HINT_AUTHOR},
	{"flattr", 0, HINT_SHARE},
	{"fliesstext", 0, HINT_BODY},
	{"flyout", 0, HINT_NAV},
	{"follow", 0, HINT_SHARE},
	{"footer", 0, HINT_FOOTER},
	{"footnote", 0, HINT_BOX},
	{"form", 1, HINT_LETTER},
	{"foto", 0, HINT_IMAGE},
	/* g */
	{"gallery", 0, HINT_MEDIA},
	{"galleria", 0, HINT_MEDIA},
	{"galerie", 0, HINT_MEDIA},
	{"gdpr", 0, HINT_CONSENT},
	{"googlead", 0, HINT_AD},
	{"gpt", 1, HINT_AD},
	/* h */
	{"headline", 0, HINT_HEADLINE},
	{"header", 0, HINT_HEADER},
	{"heading", 0, HINT_HEADLINE},
	{"head", 1, HINT_HEADER},
	{"hashtag", 0, HINT_TAGS},
	/* i */
	{"image", 0, HINT_IMAGE},
	{"img", 0, HINT_IMAGE},
	{"impressum", 0, HINT_FOOTER},
	{"infobox", 0, HINT_BOX},
	{"inhalt", 0, HINT_BODY},
	{"inserat", 0, HINT_AD},
	{"instagram", 0, HINT_EMBED},
	{"intro", 0, HINT_LEAD},
	{"inline", 1, NONE},
	/* j k */
	{"jumbotron", 0, HINT_HEADER},
	{"keyword", 0, HINT_TAGS},
	{"kicker", 0, HINT_TAGS},
	{"kommentar", 0, HINT_COMMENT},
	{"kachel", 0, HINT_TEASER},
	/* l */
	{"lead", 0, HINT_LEAD},
	{"lede", 1, HINT_LEAD},
	{"legal", 1, HINT_FOOTER},
	{"legend", 0, HINT_CAPTION},
	{"lesenauch", 0, HINT_RELATED},
	{"lightbox", 0, HINT_MEDIA},
	{"likes", 1, HINT_SHARE},
	{"listing", 0, HINT_LIST},
	{"list", 1, HINT_LIST},
	{"liste", 1, HINT_LIST},
	{"login", 0, HINT_CONSENT},
	{"logo", 0, HINT_HEADER},
	{"location", 1, HINT_META},
	/* m */
	{"mainnav", 0, HINT_NAV},
	{"main", 1, HINT_MAIN},
	{"marginal", 0, HINT_SIDE},
	{"masthead", 0, HINT_HEADER},
	{"menu", 0, HINT_NAV},
	{"metabox", 0, HINT_META},
	{"metadata", 0, HINT_META},
	{"metainfo", 0, HINT_META},
	{"meta", 1, HINT_META},
	{"modal", 0, HINT_CONSENT},
	{"more", 1, HINT_RELATED},
	{"mostread", 0, HINT_RELATED},
	{"most", 1, HINT_RELATED},
	{"modified", 1, HINT_DATE},
	/* n */
	{"navi", 1, HINT_NAV},
	{"navigation", 0, HINT_NAV},
	{"navbar", 0, HINT_NAV},
	{"nav", 1, HINT_NAV},
	{"newsletter", 0, HINT_LETTER},
	{"noprint", 1, HINT_TOOLS},
	{"notification", 0, HINT_CONSENT},
	/* o */
	{"occhiello", 0, HINT_TAGS},
	{"offcanvas", 0, HINT_NAV},
	{"offscreen", 0, HINT_HIDDEN},
	{"optin", 0, HINT_LETTER},
	{"outbrain", 0, HINT_RELATED},
	{"overlay", 0, HINT_CONSENT},
	{"overline", 0, HINT_TAGS},
	/* p */
	{"pager", 0, HINT_NAV},
	{"pagination", 0, HINT_NAV},
	{"paginator", 0, HINT_NAV},
	{"partner", 1, HINT_AD},
	{"paywall", 0, HINT_PAYWALL},
	{"photo", 0, HINT_IMAGE},
	{"picture", 0, HINT_IMAGE},
	{"piano", 1, HINT_PAYWALL},
	{"pinterest", 0, HINT_SHARE},
	{"player", 0, HINT_MEDIA},
	{"podcast", 0, HINT_MEDIA},
	{"popover", 0, HINT_CONSENT},
	{"popup", 0, HINT_CONSENT},
	{"popular", 0, HINT_RELATED},
	{"posted", 1, HINT_META},
	{"postmetadata", 0, HINT_META},
	{"postmeta", 0, HINT_META},
	{"post", 0, HINT_ARTICLE},
	{"preview", 1, HINT_TEASER},
	{"premium", 1, HINT_PAYWALL},
	{"prev", 1, HINT_NAV},
	{"privacy", 0, HINT_CONSENT},
	{"print", 1, HINT_TOOLS},
	{"profile", 1, HINT_BIO},
	{"promo", 0, HINT_AD},
	{"published", 0, HINT_DATE},
	{"publication", 1, HINT_DATE},
	{"pubdate", 0, HINT_DATE},
	{"publish", 1, HINT_DATE},
	{"pullquote", 0, HINT_EMBED},
	{"pubblicita", 0, HINT_AD},
	{"prose", 1, HINT_BODY},
	/* q r */
	{"rail", 1, HINT_SIDE},
	{"rating", 0, HINT_TOOLS},
	{"readmore", 0, HINT_RELATED},
	{"recirc", 0, HINT_RELATED},
	{"recommend", 0, HINT_RELATED},
	{"register", 0, HINT_CONSENT},
	{"related", 0, HINT_RELATED},
	{"reply", 0, HINT_COMMENT},
	{"replies", 0, HINT_COMMENT},
	{"reporter", 1, HINT_AUTHOR},
	{"respond", 1, HINT_COMMENT},
	{"richtext", 0, HINT_BODY},
	{"ressort", 1, HINT_TAGS},
	{"rubrik", 0, HINT_TAGS},
	{"readalso", 0, HINT_RELATED},
	/* s */
	{"search", 0, HINT_NAV},
	{"screenreader", 0, HINT_HIDDEN},
	{"share", 0, HINT_SHARE},
	{"sharing", 0, HINT_SHARE},
	{"shop", 1, HINT_SHOP},
	{"shortcut", 0, HINT_NAV},
	{"sidebar", 0, HINT_SIDE},
	{"side", 1, HINT_SIDE},
	{"signup", 0, HINT_LETTER},
	{"similar", 0, HINT_RELATED},
	{"sitemap", 0, HINT_NAV},
	{"skip", 1, HINT_NAV},
	{"slideshow", 0, HINT_MEDIA},
	{"slider", 0, HINT_MEDIA},
	{"snippet", 1, HINT_TEASER},
	{"social", 0, HINT_SHARE},
	{"sommario", 0, HINT_LEAD},
	{"sottotitolo", 0, HINT_LEAD},
	{"sponsor", 0, HINT_AD},
	{"spitzmarke", 0, HINT_TAGS},
	{"standfirst", 0, HINT_LEAD},
	{"story", 0, HINT_ARTICLE},
	{"subhead", 1, HINT_LEAD},
	{"subheadline", 0, HINT_LEAD},
	{"subline", 0, HINT_LEAD},
	{"subscri", 0, HINT_LETTER},
	{"subtitle", 0, HINT_LEAD},
	{"summary", 0, HINT_LEAD},
	{"support", 1, HINT_LETTER},
	{"suggest", 0, HINT_RELATED},
	/* t */
	{"taboola", 0, HINT_RELATED},
	{"tagcloud", 0, HINT_TAGS},
	{"taglist", 0, HINT_TAGS},
	{"tags", 1, HINT_TAGS},
	{"tag", 1, HINT_TAGS},
	{"teaser", 0, HINT_TEASER},
	{"testo", 0, HINT_BODY},
	{"text", 0, HINT_BODY},
	{"thumb", 0, HINT_IMAGE},
	{"ticket", 1, NONE},
	{"timestamp", 0, HINT_DATE},
	{"time", 1, HINT_DATE},
	{"title", 0, HINT_HEADLINE},
	{"titel", 0, HINT_HEADLINE},
	{"titolo", 0, HINT_HEADLINE},
	{"toc", 1, HINT_BOX},
	{"tools", 0, HINT_TOOLS},
	{"toolbar", 0, HINT_TOOLS},
	{"toolbox", 0, HINT_TOOLS},
	{"tooltip", 0, HINT_HIDDEN},
	{"topics", 0, HINT_TAGS},
	{"topbar", 0, HINT_NAV},
	{"topline", 0, HINT_TAGS},
	{"trackback", 0, HINT_COMMENT},
	{"trending", 0, HINT_RELATED},
	{"twitter", 0, HINT_SHARE},
	{"tweet", 0, HINT_EMBED},
	{"teilen", 0, HINT_SHARE},
	/* u v w x y z */
	{"unterzeile", 0, HINT_LEAD},
	{"updated", 0, HINT_DATE},
	{"upsell", 0, HINT_LETTER},
	{"verfasser", 0, HINT_AUTHOR},
	{"verwandt", 0, HINT_RELATED},
	{"video", 0, HINT_MEDIA},
	{"visuallyhidd", 0, HINT_HIDDEN},
	{"visually", 1, HINT_HIDDEN},
	{"vorspann", 0, HINT_LEAD},
	{"vote", 0, HINT_TOOLS},
	{"whatsapp", 0, HINT_SHARE},
	{"werbung", 0, HINT_AD},
	{"weiterlesen", 0, HINT_RELATED},
	{"weitere", 1, HINT_RELATED},
	{"xing", 1, HINT_SHARE},
	{"yarpp", 0, HINT_RELATED},
	{"zeit", 1, HINT_DATE},
	{"zusammenfass", 0, HINT_LEAD},
};

#define WORDS (sizeof words / sizeof *words)

/* The first entry of a letter. */
static const struct word *letter_begin(unsigned letter)
{
	size_t low = 0, high = WORDS;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if ((unsigned)(words[middle].text[0] - 'a') < letter)
			low = middle + 1;
		else
			high = middle;
	}
	return words + low;
}

/* The longest entry that the lower-case word is, or begins with. */
static const struct word *look_up(const char *word, size_t len, size_t *used)
{
	const struct word *best = NULL;
	size_t best_len = 0;
	unsigned letter = (unsigned)(word[0] - 'a');
	for (const struct word *w = letter_begin(letter); w < words + WORDS && w->text[0] == word[0]; w++) {
		if (len > 1 && w->text[1] != word[1])
			continue;
		size_t n = strlen(w->text);
		if (n <= len && n > best_len && (n == len || !w->whole) && !memcmp(w->text, word, n)) {
			best = w;
			best_len = n;
		}
	}
	*used = best_len;
	return best;
}

/* A word and, if it is a compound, its parts. */
static uint32_t hints_of_word(const char *word, size_t len)
{
	uint32_t hints = 0;
	while (len >= 2) {
		size_t used;
		const struct word *w = look_up(word, len, &used);
		if (!w)
			break;
		hints |= w->hints;
		word += used;
		len -= used;
	}
	return hints;
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Words that turn the rest of a class name into a statement about something else: "has-sidebar",
 * "category-social". */
static bool speaks_of_another(const char *word, size_t len)
{
	static const char *const heads[] = {"has", "no",       "not",  "with", "without",
					    "tag", "category", "hide", "show", "js"};
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (strlen(heads[i]) == len && !memcmp(heads[i], word, len))
			return true;
	return false;
}

uint32_t page_hints(const char *value, size_t len)
{
	uint32_t hints = 0;
	bool first = true;
	for (size_t i = 0; i < len;) {
		char word[24];
		size_t n = 0, begin = i;
		if (!is_lower(value[i]) && !is_upper(value[i])) {
			first = first || value[i] == ' ';
			i++;
			continue;
		}
		/* One word: lower-case letters behind any number of capitals ("ArticleBody", "SHARE"). */
		while (i < len && is_upper(value[i])) {
			if (n < sizeof word)
				word[n++] = (char)(value[i] + 32);
			i++;
		}
		while (i < len && is_lower(value[i])) {
			if (n < sizeof word)
				word[n++] = value[i];
			i++;
		}
		if (i - begin > sizeof word)
			continue;
		if (first && i < len && (value[i] == '-' || value[i] == '_') && speaks_of_another(word, n)) {
			while (i < len && value[i] != ' ')
				i++;
			continue;
		}
		first = false;
		hints |= hints_of_word(word, n);
	}
	return hints;
}
