/**
 * How the parts of a figure look, by role; on paper as by day. The page defines `--ink`, `--paper`, `--quiet`,
 * `--rule`, `--good` and `--bad`. Lines have a contrast of at least 3 to 1 on its paper; roles differ in dashes,
 * weight, hatching and markers too.
 */
export const CHART_CSS = `
.chart {
  display: block; width: 100%; height: auto; overflow: hidden;
  --plan: #474f58; --actual: #0a58a6; --forecast: #7d3c98; --field: #6b7280; --goal: #1a6f3c;
  --cutoff: #b3261e; --ground: #857a66; --night: #56639a; --range: #2e7d57; --hair: #8a8f98;
  --second: #a14a06; --third: #0f6e66; --fourth: #97247c;
}
@media screen and (prefers-color-scheme: dark) {
  .chart {
    --plan: #b4bdc9; --actual: #79bdff; --forecast: #d7a8f2; --field: #a3a9b3; --goal: #74d199;
    --cutoff: #ff8f85; --ground: #b0a48c; --night: #8f9edb; --range: #6cc79a; --hair: #7d838d;
    --second: #f3ad62; --third: #5fd0c2; --fourth: #f19be2;
  }
}
@media (forced-colors: active) {
  .chart {
    --ink: CanvasText; --paper: Canvas; --quiet: CanvasText; --rule: GrayText; --hair: CanvasText;
    --plan: CanvasText; --actual: CanvasText; --forecast: CanvasText; --field: CanvasText; --goal: CanvasText;
    --cutoff: CanvasText; --ground: CanvasText; --night: CanvasText; --range: CanvasText;
    --second: CanvasText; --third: CanvasText; --fourth: CanvasText;
  }
}
.chart text { fill: var(--ink); font-variant-numeric: tabular-nums; }
.chart .quiet { fill: var(--quiet); }
.chart .is-plan { --role: var(--plan); }
.chart .is-actual { --role: var(--actual); }
.chart .is-forecast { --role: var(--forecast); }
.chart .is-field { --role: var(--field); }
.chart .is-goal { --role: var(--goal); }
.chart .is-cutoff { --role: var(--cutoff); }
.chart .is-ground { --role: var(--ground); }
.chart .is-night { --role: var(--night); }
.chart .is-range { --role: var(--range); }
.chart .nth-2 { --role: var(--second); }
.chart .nth-3 { --role: var(--third); }
.chart .nth-4 { --role: var(--fourth); }
.chart .grid { fill: none; stroke: var(--rule); stroke-width: .6; }
.chart .axis { fill: none; stroke: var(--hair); stroke-width: 1; }
.chart .zero { fill: none; stroke: var(--ink); stroke-width: 1.25; }
.chart .stroke {
  fill: none; stroke: var(--role); stroke-width: 1.9; stroke-linejoin: round; stroke-linecap: round;
}
.chart .stroke.is-plan { stroke-dasharray: 6 4; }
.chart .stroke.is-actual { stroke-width: 2.25; }
.chart .stroke.is-forecast { stroke-dasharray: 9 4 1 4; stroke-width: 1.9; }
.chart .stroke.is-field { stroke-dasharray: 1 3.5; stroke-width: 1.9; }
.chart .stroke.is-goal { stroke-dasharray: 12 4; }
.chart .stroke.is-cutoff { stroke-dasharray: 3 3; }
.chart .stroke.nth-2 { stroke-dasharray: 8 4; }
.chart .stroke.nth-3 { stroke-dasharray: 2 4; }
.chart .stroke.nth-4 { stroke-dasharray: 12 4 2 4; }
.chart .outline { stroke-width: 1.25; }
.chart .level { stroke-width: 1.25; }
.chart .wash { fill: var(--role); fill-opacity: .2; }
.chart .hatch { fill: none; stroke: var(--role); stroke-width: .8; stroke-opacity: .45; }
.chart .band { stroke: var(--role); stroke-width: .75; stroke-linejoin: round; }
.chart .columns { stroke: var(--role); stroke-width: .75; }
.chart .columns.wash { fill-opacity: .42; }
.chart .columns.is-actual, .chart .columns.is-plan { fill-opacity: .75; }
.chart .dots { fill: var(--role); stroke: var(--role); stroke-width: 1; }
.chart .dots.is-plan, .chart .dots.is-forecast { fill: var(--paper); stroke-width: 1.5; }
.chart .dots.nth-2, .chart .dots.nth-4 { fill: var(--paper); stroke-width: 1.5; }
.chart .dots.is-cutoff { fill: none; stroke-width: 1.8; stroke-linecap: round; }
.chart .dots.is-ground { fill: var(--paper); stroke: var(--ink); }
.chart .upright { fill: none; stroke: var(--hair); stroke-width: .8; }
.chart .upright.is-goal { stroke: var(--goal); stroke-width: 1.4; stroke-dasharray: 6 3; }
.chart .upright.is-cutoff { stroke: var(--cutoff); stroke-width: 1.4; stroke-dasharray: 3 3; }
.chart .upright.is-plan { stroke: var(--plan); }
.chart .upright.is-actual { stroke: var(--actual); stroke-width: 1.8; }
.chart .upright.is-forecast { stroke: var(--forecast); stroke-width: 1.4; stroke-dasharray: 9 4 1 4; }
`.trim();
