# The program, its rules and manual pages; the library with headers, pkg-config and CMake package files.
include(CMakePackageConfigHelpers)

install(TARGETS accord RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/accord/rules)
install(TARGETS accord_lib EXPORT accord ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY lib/include/accord DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
file(GLOB pages_1 ${CMAKE_SOURCE_DIR}/docs/man/*.1)
file(GLOB pages_5 ${CMAKE_SOURCE_DIR}/docs/man/*.5)
file(GLOB pages_7 ${CMAKE_SOURCE_DIR}/docs/man/*.7)
install(FILES ${pages_1} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${pages_5} DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
install(FILES ${pages_7} DESTINATION ${CMAKE_INSTALL_MANDIR}/man7)
install(FILES ${CMAKE_BINARY_DIR}/completions/bash/accord DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${CMAKE_BINARY_DIR}/completions/zsh/_accord DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${CMAKE_BINARY_DIR}/completions/fish/accord.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES README.md LICENSE NEWS.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(ACCORD_PACKAGES "libcurl libxml-2.0 libpcre2-8 libutf8proc sqlite3 libpq jansson uchardet libarchive libzstd zlib hunspell libexttextcat libidn2 libbrotlidec")
file(RELATIVE_PATH ACCORD_PC_TO_PREFIX ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(cmake/accord.pc.in accord.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/accord.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(EXPORT accord NAMESPACE accord:: FILE accord-targets.cmake DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/accord)
configure_package_config_file(cmake/accord-config.cmake.in accord-config.cmake
	INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/accord)
write_basic_package_version_file(accord-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/accord-config.cmake ${CMAKE_BINARY_DIR}/accord-config-version.cmake
	DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/accord)
