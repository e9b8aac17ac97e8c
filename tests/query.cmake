add_executable(query_test query_test.c)
target_link_libraries(query_test PRIVATE accord_lib PkgConfig::cmocka)
target_compile_definitions(query_test PRIVATE TEST_CASES="${CMAKE_CURRENT_SOURCE_DIR}/cases")
add_test(NAME query COMMAND query_test)
add_test(NAME answers_cli COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/cli/answers.sh $<TARGET_FILE:accord>
	${CMAKE_CURRENT_SOURCE_DIR}/cli)
add_test(NAME completions_cli COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/cli/completions.sh $<TARGET_FILE:accord>
	${CMAKE_CURRENT_SOURCE_DIR}/cli)
add_test(NAME graph_page COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/graph_page.py $<TARGET_FILE:accord>
	${CMAKE_CURRENT_SOURCE_DIR}/cli/small.ndjson)
set_tests_properties(graph_page PROPERTIES SKIP_RETURN_CODE 77)
add_test(NAME examples COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/examples.py $<TARGET_FILE:accord> ${CMAKE_SOURCE_DIR})
