# Looks at two stages of the tagger by themselves, so it may see their private headers.
add_executable(tag_dates_test tag_dates_test.c)
target_include_directories(tag_dates_test PRIVATE ${CMAKE_SOURCE_DIR}/lib/tag)
target_link_libraries(tag_dates_test PRIVATE accord_lib PkgConfig::cmocka)
target_compile_definitions(tag_dates_test PRIVATE TEST_CASES="${CMAKE_CURRENT_SOURCE_DIR}/cases"
	RULES="${CMAKE_SOURCE_DIR}/rules")
add_test(NAME tag_dates COMMAND tag_dates_test)
