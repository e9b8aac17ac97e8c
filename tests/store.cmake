add_executable(store_test store_test.c)
target_link_libraries(store_test PRIVATE accord_lib PkgConfig::cmocka PkgConfig::libpq)
target_compile_definitions(store_test PRIVATE TEST_STORES="${CMAKE_CURRENT_SOURCE_DIR}/stores")
add_test(NAME store COMMAND store_test)
add_test(NAME store_docs COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/store_docs.py $<TARGET_FILE:accord>
	${CMAKE_SOURCE_DIR}/docs/store.md ${CMAKE_CURRENT_SOURCE_DIR}/cli/small.ndjson)
add_test(NAME store_cli COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/cli/store.sh $<TARGET_FILE:accord>
	${CMAKE_CURRENT_SOURCE_DIR}/cli)
add_executable(gather_test gather_test.c)
target_link_libraries(gather_test PRIVATE accord_lib PkgConfig::cmocka)
target_compile_definitions(gather_test PRIVATE TEST_CASES="${CMAKE_CURRENT_SOURCE_DIR}/cases")
add_test(NAME gather COMMAND gather_test)
add_test(NAME robustness COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/robustness.py $<TARGET_FILE:accord>)
