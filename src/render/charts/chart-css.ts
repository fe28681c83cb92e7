/** How the parts of a figure look, by role; colours follow the page's `--ink`, `--paper`, `--quiet` and `--rule`. */
export const CHART_CSS = '';
