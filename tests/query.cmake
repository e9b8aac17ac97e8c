add_executable(query_test query_test.c)
target_link_libraries(query_test PRIVATE accord_lib PkgConfig::cmocka)
target_compile_definitions(query_test PRIVATE TEST_CASES="${CMAKE_CURRENT_SOURCE_DIR}/cases")
add_test(NAME query COMMAND query_test)
