add_executable(company_test ${CMAKE_CURRENT_LIST_DIR}/company_test.c)
target_link_libraries(company_test PRIVATE accord_lib PkgConfig::cmocka Threads::Threads)
target_compile_definitions(company_test PRIVATE ACCORD_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_test(NAME company COMMAND company_test)
