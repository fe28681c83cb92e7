/** Completion for bash, 3.2 (of macOS) and later: nothing is started at a Tab. */
import type { CompletedCommand, CompletedOption, Wanted } from './words.js';

export const bashScript = (commands: readonly CompletedCommand[]): string => `\
# raceplan completion for bash: source this file, or put it where bash-completion looks.

_raceplan_words() {
  COMPREPLY=($(compgen -W "$1" -- "$current"))
}

# Files whose extension is among those given, and folders; all files when none is.
_raceplan_files() {
  local file extension
  COMPREPLY=()
  while IFS= read -r file; do
    extension=$(printf '%s' "\${file##*.}" | tr '[:upper:]' '[:lower:]')
    if [ $# -eq 0 ] || [ -d "$file" ] || [[ " $* " == *" $extension "* ]]; then
      COMPREPLY+=("$file")
    fi
  done < <(compgen -f -- "$current")
  compopt -o filenames 2>/dev/null
}

_raceplan() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command='' word
  COMPREPLY=()
  # --format=json comes in three words
  if [ "$current" = = ]; then
    current=''
  elif [ "$previous" = = ]; then
    previous=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in -*) ;; *) command=$word; break ;; esac
  done
  case $command in
${commands.map(branchOf).join('\n')}
    *) _raceplan_words '${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}' ;;
  esac
}

complete -F _raceplan raceplan
`;

const branchOf = ({ name, options, argument }: CompletedCommand): string => `\
    ${name})
      case $previous in
${options.flatMap(valueCase).join('\n')}
      esac
      case $current in
        -*) _raceplan_words '${options.flatMap(({ names }) => names.filter(isLong)).join(' ')}' ;;
        *) ${argument ? completing(argument) : ':'} ;;
      esac
      ;;`;

const isLong = (name: string): boolean => name.startsWith('--');

const valueCase = ({ names, value }: CompletedOption): string[] =>
  value === null ? [] : [`        ${names.join('|')}) ${completing(value)}; return ;;`];

function completing(wanted: Wanted): string {
  switch (wanted.kind) {
    case 'words':
      return `_raceplan_words '${wanted.words.join(' ')}'`;
    case 'files':
      return ['_raceplan_files', ...wanted.extensions].join(' ');
    case 'anything':
      return ':';
  }
}
