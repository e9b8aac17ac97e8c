# What script/bootstrap installs. Set by the project: libcurl, libxml2, PCRE2, utf8proc, SQLite. Chosen: see
# docs/architecture.md, "Libraries".
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
foreach(dependency
		libcurl:libcurl libxml2:libxml-2.0 pcre2:libpcre2-8 utf8proc:libutf8proc sqlite3:sqlite3>=3.39 libpq:libpq>=14
		jansson:jansson uchardet:uchardet archive:libarchive zstd:libzstd zlib:zlib hunspell:hunspell
		exttextcat:libexttextcat idn2:libidn2 brotli:libbrotlidec)
	string(REPLACE ":" ";" pair ${dependency})
	list(GET pair 0 name)
	list(GET pair 1 package)
	pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${package})
endforeach()
