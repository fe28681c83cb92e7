/** Completion for fish. */
import type { CompletedCommand, CompletedOption, Wanted } from './words.js';

export const fishScript = (commands: readonly CompletedCommand[]): string => `\
# raceplan completion for fish: ~/.config/fish/completions/raceplan.fish

# Files whose extension is among those given, and folders; all files when none is.
function __raceplan_files
    set -l typed (commandline -ct | string replace -r '^~' $HOME)
    for file in $typed*
        if test -d $file
            echo $file/
        else if test (count $argv) -eq 0; or string match -qir '\\.('(string join '|' $argv)')$' -- $file
            echo $file
        end
    end
end

# Whether the command, the first word that is no option, is this one; with no command named, whether there is none yet.
function __raceplan_command
    for word in (commandline -opc)[2..-1]
        string match -q -- '-*' $word; and continue
        test "$word" = "$argv[1]"
        return
    end
    test (count $argv) -eq 0
end

complete -c raceplan -f
complete -c raceplan -n __raceplan_command -s h -l help -d 'print the commands'
complete -c raceplan -n __raceplan_command -s V -l version -d 'print the version'
${commands.flatMap(linesOf).join('\n')}
`;

function linesOf({ name, summary, options, argument }: CompletedCommand): string[] {
  const here = `complete -c raceplan -n '__raceplan_command ${name}'`;
  return [
    `complete -c raceplan -n __raceplan_command -a ${name} -d ${quoted(summary)}`,
    ...options.map((option) => `${here} ${specOf(option)}`),
    ...(argument && argument.kind !== 'anything' ? [`${here} -a ${listing(argument)}`] : []),
  ];
}

const specOf = ({ names, summary, value }: CompletedOption): string =>
  [
    ...names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)),
    ...(value === null ? [] : ['-x']),
    ...(value === null || value.kind === 'anything' ? [] : [`-a ${listing(value)}`]),
    `-d ${quoted(summary)}`,
  ].join(' ');

const listing = (wanted: Wanted): string =>
  wanted.kind === 'files'
    ? quoted(`(${['__raceplan_files', ...wanted.extensions].join(' ')})`)
    : quoted(wanted.kind === 'words' ? wanted.words.join(' ') : '');

const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
