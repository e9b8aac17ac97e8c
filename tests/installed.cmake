# A sanitizer's library wants the sanitizer's linker flags; what is installed is the ordinary one.
if(NOT ACCORD_SANITIZE AND NOT ACCORD_FUZZ)
	add_test(NAME installed COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/cli/installed.sh ${CMAKE_BINARY_DIR})
endif()
