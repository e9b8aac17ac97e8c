/*
 * Labels of encodings that pages, feeds and uchardet use, and the encoding that browsers take them for
 * (WHATWG Encoding Standard, 4.2), by its name there; those that are not in the standard (UTF-32, EBCDIC) are
 * in feeds all the same.
 */
#ifndef ACCORD_TEXT_CHARSET_LABELS_H
#define ACCORD_TEXT_CHARSET_LABELS_H

typedef struct charset_label {
	const char *name, *labels;
} charset_label;

static const charset_label charset_labels[] = {
	{"UTF-8", " utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 "},
	{"windows-1252",
	 " iso-8859-1 windows-1252 latin1 ascii us-ascii iso8859-1 iso_8859-1 latin-1 l1 cp1252 x-cp1252 "
	 "iso88591 iso_8859-1:1987 iso-ir-100 csisolatin1 cp819 ibm819 ansi_x3.4-1968 x-user-defined "},
	{"ISO-8859-15", " iso-8859-15 iso8859-15 iso885915 iso_8859-15 latin9 latin-9 l9 csisolatin9 "},
	{"windows-1250", " windows-1250 cp1250 x-cp1250 "},
	{"windows-1251", " windows-1251 cp1251 x-cp1251 "},
	{"windows-1253", " windows-1253 cp1253 x-cp1253 "},
	{"windows-1254", " windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 "},
	{"windows-1255", " windows-1255 cp1255 x-cp1255 "},
	{"windows-1256", " windows-1256 cp1256 x-cp1256 "},
	{"windows-1257", " windows-1257 cp1257 x-cp1257 "},
	{"windows-1258", " windows-1258 cp1258 x-cp1258 "},
	{"windows-874", " windows-874 dos-874 tis-620 iso-8859-11 iso8859-11 iso885911 "},
	{"ISO-8859-2", " iso-8859-2 iso8859-2 iso88592 iso_8859-2 latin2 l2 iso-ir-101 csisolatin2 "},
	{"ISO-8859-3", " iso-8859-3 iso8859-3 iso88593 iso_8859-3 latin3 l3 "},
	{"ISO-8859-4", " iso-8859-4 iso8859-4 iso88594 iso_8859-4 latin4 l4 "},
	{"ISO-8859-5", " iso-8859-5 iso8859-5 iso88595 iso_8859-5 cyrillic "},
	{"ISO-8859-6", " iso-8859-6 iso8859-6 iso88596 iso_8859-6 arabic asmo-708 ecma-114 "},
	{"ISO-8859-7",
	 " iso-8859-7 iso8859-7 iso88597 iso_8859-7 greek greek8 elot_928 ecma-118 sun_eu_greek "},
	{"ISO-8859-8", " iso-8859-8 iso8859-8 iso88598 iso_8859-8 hebrew visual iso-8859-8-i logical "},
	{"ISO-8859-10", " iso-8859-10 iso8859-10 iso885910 latin6 l6 "},
	{"ISO-8859-13", " iso-8859-13 iso8859-13 iso885913 "},
	{"ISO-8859-14", " iso-8859-14 iso8859-14 iso885914 "},
	{"ISO-8859-16", " iso-8859-16 "},
	{"macintosh", " macintosh mac x-mac-roman macroman csmacintosh "},
	{"x-mac-cyrillic", " x-mac-cyrillic x-mac-ukrainian mac-cyrillic "},
	{"KOI8-R", " koi8-r koi koi8 koi8_r cskoi8r "},
	{"KOI8-U", " koi8-u koi8-ru "},
	{"IBM866", " ibm866 866 cp866 csibm866 "},
	{"GBK", " gbk gb2312 x-gbk gb_2312 gb_2312-80 chinese csgb2312 iso-ir-58 windows-936 "},
	{"gb18030", " gb18030 "},
	{"Big5", " big5 big5-hkscs cn-big5 x-x-big5 csbig5 "},
	{"EUC-JP", " euc-jp x-euc-jp cseucpkdfmtjapanese "},
	{"Shift_JIS", " shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis "},
	{"ISO-2022-JP", " iso-2022-jp csiso2022jp "},
	{"EUC-KR",
	 " euc-kr uhc korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cseuckr iso-ir-149 "},
	{"UTF-16LE", " utf-16 utf-16le ucs-2 unicode iso-10646-ucs-2 csunicode unicodefeff "},
	{"UTF-16BE", " utf-16be unicodefffe "},
	{"UTF-32LE", " utf-32 utf-32le ucs-4 "},
	{"UTF-32BE", " utf-32be "},
	{"IBM037", " ibm037 cp037 ebcdic-cp-us "}};

#endif
