#!/bin/bash
# completions.sh ACCORD FOLDER: what bash, zsh and fish make of the scripts; a shell that is not there is passed over.
accord=$1
cd "$2" || exit 1
. ./check.sh
mkdir "$folder/bin" && ln -s "$accord" "$folder/bin/accord" && PATH="$folder/bin:$PATH"
accord import -q --tagged small.ndjson
for shell in bash zsh fish; do
	accord completions $shell >"$folder/$shell" || failed=1
done
check "no other shell" 2 accord completions csh

source "$folder/bash"
# complete LINE: what bash would be told at the end of it, with the words parted as COMP_WORDBREAKS does.
complete_line() {
	COMP_LINE=$1 COMP_POINT=${#1}
	read -ra COMP_WORDS <<<"${1//:/ : }"
	[[ $1 == *" " ]] && COMP_WORDS+=("")
	COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
	_accord 2>/dev/null
	printf '%s\n' "${COMPREPLY[@]}"
}
expect() {
	check "bash: $1" 0 complete_line "$1"
	[ "$out" = "$2" ] || fail "'$out' instead of '$2'"
}
expect "accord dea" deals
expect "accord deals --group" --group-by
expect "accord deals --format nd" ndjson
expect "accord deals type:acq" acquisition
expect "accord deals -status:rum" rumor
expect "accord deals Micro" Microsoft
expect "accord deals seller:Nok" Nokia
expect "accord store che" check
expect "accord show --why" --why-merged

if command -v zsh >/dev/null; then
	check "zsh reads it" 0 zsh -n "$folder/zsh"
	check "zsh: a type" 0 zsh -c 'compadd() { print -l -- $@ }; compset() { PREFIX=${PREFIX#*:} }; compdef() { :; }
		source "$1"; PREFIX=type:acq; _accord_terms' zsh "$folder/zsh"
	has acquisition
	check "zsh: a company" 0 zsh -c 'compadd() { print -l -- $@ }; compset() { PREFIX=${PREFIX#*:} }; compdef() { :; }
		source "$1"; PREFIX=Micro; _accord_terms' zsh "$folder/zsh"
	has Microsoft
fi
if command -v fish >/dev/null; then
	ask_fish() { HOME=$folder fish -c "source $folder/fish; complete -C '$1'"; }
	check "fish: a verb" 0 ask_fish "accord dea"
	has deals
	check "fish: an option's value" 0 ask_fish "accord deals --format nd"
	has ndjson
	check "fish: a type" 0 ask_fish "accord deals type:acq"
	has type:acquisition
	check "fish: a company" 0 ask_fish "accord deals Micro"
	has Microsoft
fi
exit $failed
