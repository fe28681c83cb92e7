/** How races write that someone finished, stopped, never started or was disqualified. */
import type { FinishStatus } from '../../domain/record.js';
import { lookUp, plainName } from '../../kernel/text.js';

const WORDS: Readonly<Record<FinishStatus, RegExp>> = {
  dns: /^(dns|did not start|not started|non partant|np|nicht gestartet|dnst|no show)$/,
  dnf: /^(dnf|did not finish|drop(ped)?( out)?|aband?(on\w*)?|abd|ret(ired)?|withdr\w*|wd|aufgegeben|hors delai|oot|otl|over time limit|timed out)$/,
  dq: /^(dq|dsq|dqd|disq|disqual\w*|disk|disqualifiziert)$/,
  finished: /^(finish(er|ed)?|fin|official|unofficial|classe|ok|im ziel)$/,
};

/** The status a word says, or `null` when it says none. */
export function finishStatusOf(written: string): FinishStatus | null {
  const word = plainName(written);
  for (const status of ['dnf', 'dns', 'dq', 'finished'] as const) {
    if (WORDS[status].test(word)) return status;
  }
  return null;
}

/** A cell of a status column: a word, or the numbers of UltraSignup (1 finished, 2 DNF, 3 DNS). */
export function parseFinishStatus(written: string): FinishStatus | null {
  const numbered: Readonly<Record<string, FinishStatus>> = { 1: 'finished', 2: 'dnf', 3: 'dns' };
  return lookUp(numbered, written.trim()) ?? finishStatusOf(written);
}
