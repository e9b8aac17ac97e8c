/*
 * Types, statuses by the words that people use for them, in German, Italian and English, singular and plural.
 * Words are folded: no case, no diacritics, no hyphens, no blanks; "ue" and the like as the bare vowel, on
 * both sides.
 */
#include "parser.h"

#include <string.h>

struct word {
	const char *text;
	uint8_t value;
};

static const struct word types[] = {
	{"acquisition", ACCORD_ACQUISITION},
	{"acquisitions", ACCORD_ACQUISITION},
	{"takeover", ACCORD_ACQUISITION},
	{"takeovers", ACCORD_ACQUISITION},
	{"purchase", ACCORD_ACQUISITION},
	{"buyout", ACCORD_ACQUISITION},
	{"ubernahme", ACCORD_ACQUISITION},
	{"ubernahmen", ACCORD_ACQUISITION},
	{"kauf", ACCORD_ACQUISITION},
	{"kaufe", ACCORD_ACQUISITION},
	{"zukauf", ACCORD_ACQUISITION},
	{"zukaufe", ACCORD_ACQUISITION},
	{"akquisition", ACCORD_ACQUISITION},
	{"akquisitionen", ACCORD_ACQUISITION},
	{"firmenkauf", ACCORD_ACQUISITION},
	{"acquisizione", ACCORD_ACQUISITION},
	{"acquisizioni", ACCORD_ACQUISITION},
	{"acquisto", ACCORD_ACQUISITION},
	{"acquisti", ACCORD_ACQUISITION},
	{"merger", ACCORD_MERGER},
	{"mergers", ACCORD_MERGER},
	{"fusion", ACCORD_MERGER},
	{"fusionen", ACCORD_MERGER},
	{"zusammenschluss", ACCORD_MERGER},
	{"fusione", ACCORD_MERGER},
	{"fusioni", ACCORD_MERGER},
	{"investment", ACCORD_INVESTMENT},
	{"investments", ACCORD_INVESTMENT},
	{"funding", ACCORD_INVESTMENT},
	{"round", ACCORD_INVESTMENT},
	{"stake", ACCORD_INVESTMENT},
	{"investition", ACCORD_INVESTMENT},
	{"investitionen", ACCORD_INVESTMENT},
	{"beteiligung", ACCORD_INVESTMENT},
	{"beteiligungen", ACCORD_INVESTMENT},
	{"finanzierung", ACCORD_INVESTMENT},
	{"finanzierungsrunde", ACCORD_INVESTMENT},
	{"investimento", ACCORD_INVESTMENT},
	{"investimenti", ACCORD_INVESTMENT},
	{"finanziamento", ACCORD_INVESTMENT},
	{"partecipazione", ACCORD_INVESTMENT},
	{"quota", ACCORD_INVESTMENT},
	{"jointventure", ACCORD_JOINT_VENTURE},
	{"jointventures", ACCORD_JOINT_VENTURE},
	{"jv", ACCORD_JOINT_VENTURE},
	{"gemeinschaftsunternehmen", ACCORD_JOINT_VENTURE},
	{"impresacomune", ACCORD_JOINT_VENTURE},
	{"partnership", ACCORD_PARTNERSHIP},
	{"partnerships", ACCORD_PARTNERSHIP},
	{"alliance", ACCORD_PARTNERSHIP},
	{"cooperation", ACCORD_PARTNERSHIP},
	{"collaboration", ACCORD_PARTNERSHIP},
	{"partnerschaft", ACCORD_PARTNERSHIP},
	{"partnerschaften", ACCORD_PARTNERSHIP},
	{"kooperation", ACCORD_PARTNERSHIP},
	{"kooperationen", ACCORD_PARTNERSHIP},
	{"zusammenarbeit", ACCORD_PARTNERSHIP},
	{"allianz", ACCORD_PARTNERSHIP},
	{"allianzen", ACCORD_PARTNERSHIP},
	{"collaborazione", ACCORD_PARTNERSHIP},
	{"collaborazioni", ACCORD_PARTNERSHIP},
	{"alleanza", ACCORD_PARTNERSHIP},
	{"alleanze", ACCORD_PARTNERSHIP},
	{"partenariato", ACCORD_PARTNERSHIP},
	{"cooperazione", ACCORD_PARTNERSHIP},
	{"licensing", ACCORD_LICENSING},
	{"license", ACCORD_LICENSING},
	{"licence", ACCORD_LICENSING},
	{"licenses", ACCORD_LICENSING},
	{"licences", ACCORD_LICENSING},
	{"crosslicence", ACCORD_LICENSING},
	{"crosslicense", ACCORD_LICENSING},
	{"lizenz", ACCORD_LICENSING},
	{"lizenzen", ACCORD_LICENSING},
	{"lizenzierung", ACCORD_LICENSING},
	{"lizenzvertrag", ACCORD_LICENSING},
	{"lizenzabkommen", ACCORD_LICENSING},
	{"licenza", ACCORD_LICENSING},
	{"licenze", ACCORD_LICENSING},
	{"assetsale", ACCORD_ASSET_SALE},
	{"assetsales", ACCORD_ASSET_SALE},
	{"sale", ACCORD_ASSET_SALE},
	{"verkauf", ACCORD_ASSET_SALE},
	{"verkaufe", ACCORD_ASSET_SALE},
	{"patentverkauf", ACCORD_ASSET_SALE},
	{"cessione", ACCORD_ASSET_SALE},
	{"cessioni", ACCORD_ASSET_SALE},
	{"vendita", ACCORD_ASSET_SALE},
	{"vendite", ACCORD_ASSET_SALE},
	{"supply", ACCORD_SUPPLY},
	{"contract", ACCORD_SUPPLY},
	{"outsourcing", ACCORD_SUPPLY},
	{"lieferung", ACCORD_SUPPLY},
	{"liefervertrag", ACCORD_SUPPLY},
	{"auftrag", ACCORD_SUPPLY},
	{"auftrage", ACCORD_SUPPLY},
	{"fornitura", ACCORD_SUPPLY},
	{"forniture", ACCORD_SUPPLY},
	{"appalto", ACCORD_SUPPLY},
	{"commessa", ACCORD_SUPPLY},
	{"settlement", ACCORD_SETTLEMENT},
	{"settlements", ACCORD_SETTLEMENT},
	{"vergleich", ACCORD_SETTLEMENT},
	{"vergleiche", ACCORD_SETTLEMENT},
	{"einigung", ACCORD_SETTLEMENT},
	{"beilegung", ACCORD_SETTLEMENT},
	{"transazione", ACCORD_SETTLEMENT},
	{"patteggiamento", ACCORD_SETTLEMENT},
	{"conciliazione", ACCORD_SETTLEMENT},
	{"spinoff", ACCORD_SPIN_OFF},
	{"spinoffs", ACCORD_SPIN_OFF},
	{"carveout", ACCORD_SPIN_OFF},
	{"splitoff", ACCORD_SPIN_OFF},
	{"abspaltung", ACCORD_SPIN_OFF},
	{"abspaltungen", ACCORD_SPIN_OFF},
	{"ausgliederung", ACCORD_SPIN_OFF},
	{"scissione", ACCORD_SPIN_OFF},
	{"scorporo", ACCORD_SPIN_OFF},
};

static const struct word statuses[] = {
	{"rumor", ACCORD_RUMOR},
	{"rumors", ACCORD_RUMOR},
	{"rumour", ACCORD_RUMOR},
	{"rumours", ACCORD_RUMOR},
	{"rumored", ACCORD_RUMOR},
	{"rumoured", ACCORD_RUMOR},
	{"gerucht", ACCORD_RUMOR},
	{"geruchte", ACCORD_RUMOR},
	{"indiscrezione", ACCORD_RUMOR},
	{"indiscrezioni", ACCORD_RUMOR},
	{"voci", ACCORD_RUMOR},
	{"talks", ACCORD_TALKS},
	{"negotiations", ACCORD_TALKS},
	{"bid", ACCORD_TALKS},
	{"offer", ACCORD_TALKS},
	{"gesprache", ACCORD_TALKS},
	{"verhandlungen", ACCORD_TALKS},
	{"verhandlung", ACCORD_TALKS},
	{"angebot", ACCORD_TALKS},
	{"trattative", ACCORD_TALKS},
	{"trattativa", ACCORD_TALKS},
	{"offerta", ACCORD_TALKS},
	{"announced", ACCORD_ANNOUNCED},
	{"agreed", ACCORD_ANNOUNCED},
	{"signed", ACCORD_ANNOUNCED},
	{"angekundigt", ACCORD_ANNOUNCED},
	{"vereinbart", ACCORD_ANNOUNCED},
	{"annunciato", ACCORD_ANNOUNCED},
	{"annunciata", ACCORD_ANNOUNCED},
	{"annunciati", ACCORD_ANNOUNCED},
	{"annunciate", ACCORD_ANNOUNCED},
	{"completed", ACCORD_COMPLETED},
	{"closed", ACCORD_COMPLETED},
	{"done", ACCORD_COMPLETED},
	{"abgeschlossen", ACCORD_COMPLETED},
	{"vollzogen", ACCORD_COMPLETED},
	{"completato", ACCORD_COMPLETED},
	{"completata", ACCORD_COMPLETED},
	{"concluso", ACCORD_COMPLETED},
	{"conclusa", ACCORD_COMPLETED},
	{"perfezionato", ACCORD_COMPLETED},
	{"perfezionata", ACCORD_COMPLETED},
	{"cancelled", ACCORD_CANCELLED},
	{"canceled", ACCORD_CANCELLED},
	{"failed", ACCORD_CANCELLED},
	{"blocked", ACCORD_CANCELLED},
	{"withdrawn", ACCORD_CANCELLED},
	{"abgesagt", ACCORD_CANCELLED},
	{"geplatzt", ACCORD_CANCELLED},
	{"gescheitert", ACCORD_CANCELLED},
	{"beendet", ACCORD_CANCELLED},
	{"annullato", ACCORD_CANCELLED},
	{"annullata", ACCORD_CANCELLED},
	{"saltato", ACCORD_CANCELLED},
	{"saltata", ACCORD_CANCELLED},
	{"fallito", ACCORD_CANCELLED},
	{"fallita", ACCORD_CANCELLED},
	{"denied", ACCORD_DENIED},
	{"dementiert", ACCORD_DENIED},
	{"smentito", ACCORD_DENIED},
	{"smentita", ACCORD_DENIED},
};

/* "Übernahme", "Uebernahme", "joint-venture" to "ubrnahm…": an e behind a vowel goes, on both sides of the
 * comparison. */
static size_t squeeze(accord_slice folded, char out[64])
{
	size_t n = 0;
	for (size_t i = 0; i < folded.len && n < 63; i++) {
		char c = folded.data[i];
		if (c == '-' || c == '_' || c == ' ' || (c == 'e' && n && strchr("aou", out[n - 1])))
			continue;
		out[n++] = c;
	}
	out[n] = '\0';
	return n;
}

static uint32_t look_up(const struct word *words, size_t count, accord_slice word)
{
	char asked[64], known[64];
	accord_arena *arena = word.len && word.len <= 40 ? accord_arena_new(0) : NULL;
	size_t len = arena ? squeeze(accord_text_fold_loose(arena, word), asked) : 0;
	accord_arena_free(arena);
	for (size_t i = 0; len && i < count; i++) {
		squeeze(accord_slice_of(words[i].text), known);
		if (!strcmp(asked, known))
			return 1u << words[i].value;
	}
	return 0;
}

uint32_t type_words(accord_slice word)
{
	return look_up(types, sizeof types / sizeof *types, word);
}

uint32_t status_words(accord_slice word)
{
	return look_up(statuses, sizeof statuses / sizeof *statuses, word);
}
