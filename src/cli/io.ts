/** The world outside, as far as a command may touch it. */
export interface Screen {
  write: (text: string) => void;
  isTTY: boolean;
  /** Width of the terminal, when it is one. */
  columns: number | null;
}

/** Puts a question on the terminal; `null` when it is left with Ctrl-C, or the terminal ends. */
export type Ask = (question: string) => Promise<string | null>;

export interface Io {
  stdout: Screen;
  stderr: Screen;
  /** `null`, or not there: nobody is to be asked. */
  ask?: Ask | null;
  env: Readonly<Record<string, string | undefined>>;
}

const PLAIN_WIDTH = 80;
const NARROWEST = 40;

/** Columns to print in: as asked, else the screen's, else 80; some terminals tell 0 of what they do not know. */
export const widthOf = (screen: Screen, asked: number | null): number =>
  Math.max(NARROWEST, asked ?? (screen.columns || PLAIN_WIDTH));

/** Colour is for terminals that want it: https://no-color.org */
export const mayColour = (screen: Screen, { env }: Io): boolean =>
  screen.isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
