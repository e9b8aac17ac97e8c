add_executable(tagger_test tagger_test.c)
target_link_libraries(tagger_test PRIVATE accord_lib PkgConfig::cmocka)
target_compile_definitions(tagger_test PRIVATE TEST_RULES="${CMAKE_SOURCE_DIR}/rules")
add_test(NAME tagger COMMAND tagger_test)
