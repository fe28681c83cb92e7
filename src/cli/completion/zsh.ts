/** Completion for zsh. */
import type { CompletedCommand, CompletedOption, Wanted } from './words.js';

export const zshScript = (commands: readonly CompletedCommand[]): string => `\
#compdef raceplan
# raceplan completion for zsh: name it _raceplan in a folder of $fpath, or source it after compinit.

_raceplan() {
  local curcontext="$curcontext" state line
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  _arguments -C \\
    '(-h --help)'{-h,--help}'[print the commands]' \\
    '(-V --version)'{-V,--version}'[print the version]' \\
    '1: :->command' \\
    '*:: :->rest'
  case $state in
    command) _describe command commands ;;
    rest)
      case $words[1] in
${commands.map(branchOf).join('\n')}
      esac
      ;;
  esac
}

if [ "$funcstack[1]" = _raceplan ]; then
  _raceplan "$@"
else
  compdef _raceplan raceplan
fi
`;

const branchOf = ({ name, options, argument }: CompletedCommand): string => `\
        ${name})
          _arguments \\
${[...options.map(specOf), ...(argument ? [quoted(`*: :${action(argument)}`)] : [])]
  .map((spec) => `            ${spec}`)
  .join(' \\\n')}
          ;;`;

function specOf({ names, summary, value }: CompletedOption): string {
  const said = `[${summary.replaceAll(/[[\]\\]/g, '\\$&')}]`;
  const after = value === null ? '' : `: :${action(value)}`;
  const [first = '', second] = names;
  return second === undefined
    ? quoted(`${first}${said}${after}`)
    : `${quoted(`(${names.join(' ')})`)}{${names.join(',')}}${quoted(said + after)}`;
}

function action(wanted: Wanted): string {
  switch (wanted.kind) {
    case 'words':
      return `(${wanted.words.join(' ')})`;
    case 'files':
      return wanted.extensions.length === 0
        ? '_files'
        : `_files -g "*.(#i)(${wanted.extensions.join('|')})"`;
    case 'anything':
      return ' ';
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
