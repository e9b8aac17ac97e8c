add_executable(lexicon_test ${CMAKE_CURRENT_LIST_DIR}/lexicon_test.c)
target_link_libraries(lexicon_test PRIVATE accord_lib PkgConfig::cmocka)
target_compile_definitions(lexicon_test PRIVATE ACCORD_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_test(NAME lexicon COMMAND lexicon_test)
