# accord below other engines, as docs/scale.md has it; skipped with a sentence where they are not installed.
add_test(NAME worker COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/cli/worker.sh $<TARGET_FILE:accord> ${CMAKE_CURRENT_SOURCE_DIR}/cli)
add_test(NAME parallel COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/cli/parallel.sh $<TARGET_FILE:accord> ${CMAKE_CURRENT_SOURCE_DIR})
add_test(NAME spark COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/spark_test.py $<TARGET_FILE:accord> ${CMAKE_SOURCE_DIR})
set_tests_properties(parallel spark PROPERTIES SKIP_RETURN_CODE 77)
