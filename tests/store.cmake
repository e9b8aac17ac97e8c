add_executable(store_test store_test.c)
target_link_libraries(store_test PRIVATE accord_lib PkgConfig::cmocka)
add_test(NAME store COMMAND store_test)
