# A folder of lib/ is a module: one object library, whose USES names the modules it may include headers of and
# whose LIBS names the outside libraries. tests/layering.cmake holds the includes against USES.
#
#   accord_module(page  SOURCES html.c blocks.c  USES document text base  LIBS PkgConfig::libxml2)

set_property(GLOBAL PROPERTY ACCORD_MODULES "")

function(accord_module name)
	cmake_parse_arguments(M "" "" "SOURCES;USES;LIBS" ${ARGN})
	add_library(accord_${name} OBJECT ${M_SOURCES})
	target_include_directories(accord_${name} PUBLIC ${CMAKE_SOURCE_DIR}/lib/include
		PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_BINARY_DIR})
	target_link_libraries(accord_${name} PUBLIC ${M_LIBS})
	foreach(used ${M_USES})
		if(NOT TARGET accord_${used})
			message(FATAL_ERROR "module ${name} uses ${used}, which stands behind it or does not exist")
		endif()
	endforeach()
	set_property(GLOBAL APPEND PROPERTY ACCORD_MODULES ${name})
	set_property(GLOBAL PROPERTY ACCORD_USES_${name} "${M_USES}")
	set_property(GLOBAL PROPERTY ACCORD_LIBS_${name} "${M_LIBS}")
endfunction()

# All modules together are libaccord.
function(accord_library)
	get_property(modules GLOBAL PROPERTY ACCORD_MODULES)
	set(objects "")
	set(libs "")
	foreach(module ${modules})
		list(APPEND objects $<TARGET_OBJECTS:accord_${module}>)
		get_property(module_libs GLOBAL PROPERTY ACCORD_LIBS_${module})
		list(APPEND libs ${module_libs})
	endforeach()
	list(REMOVE_DUPLICATES libs)
	add_library(accord_lib STATIC ${objects})
	set_target_properties(accord_lib PROPERTIES OUTPUT_NAME accord)
	target_include_directories(accord_lib PUBLIC
		$<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/lib/include>
		$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
	target_link_libraries(accord_lib PUBLIC ${libs})
endfunction()
