add_executable(page_test page_test.c)
target_link_libraries(page_test PRIVATE accord_lib PkgConfig::cmocka)
target_compile_definitions(page_test PRIVATE TEST_CASES="${CMAKE_CURRENT_SOURCE_DIR}/cases"
	TEST_PAGES="${CMAKE_CURRENT_SOURCE_DIR}/pages" TEST_SITES="${CMAKE_SOURCE_DIR}/rules/sites")
add_test(NAME page COMMAND page_test)
