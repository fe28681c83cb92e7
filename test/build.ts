/** The command is built once, before all tests: two that build would take it from under each other. */
import { execSync } from 'node:child_process';
import { resolve } from 'node:path';

export const setup = () => {
  execSync('npm run build', { cwd: resolve(import.meta.dirname, '..'), stdio: 'ignore' });
};
