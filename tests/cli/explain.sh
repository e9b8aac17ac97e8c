#!/bin/sh
# What `accord rules explain` tells of deals, cues and follow rules, and of the grammars before them.
#   explain.sh ACCORD RULES
set -u
accord=$1 rules=$2
failed=0
# tells PATTERN OPTION…: a line of the explanation
tells() {
	pattern=$1
	shift
	"$accord" rules explain --rules "$rules" "$@" 2>&1 | grep -q -- "$pattern" || { echo "no '$pattern': $*"; failed=1; }
}
sentence='Medienberichten zufolge will Microsoft den Dienst Yammer am 3. Mai 2019 für 1,2 Milliarden Dollar übernehmen.'
tells 'MATCH: acquirer=Microsoft target=Yammer' --lang de "$sentence"
tells "^cue: de\.status\.rumor  'Medienberichten zufolge'" --lang de "$sentence"
tells '^  de\.status\.rumor  MATCH' --lang de --kind cue "$sentence"
tells 'MATCH: day=3 month=Mai year=2019' --lang de --kind date "$sentence"
tells 'MATCH: n=1,2 scale=Milliarden currency=Dollar' --lang de --kind amount "$sentence"
tells 'de\.reference\.company.* MATCH' --lang de --kind reference "$sentence"
tells "'dates' is none of rule, cue, follow, reference, date, amount" --kind dates "$sentence"
"$accord" rules explain --rules "$rules" --lang de --kind date "$sentence" | grep -q 'acquirer=' && { echo "deals among dates"; failed=1; }
exit $failed
