/** How a page looks: on a phone in the sun, at a desk, by night, on paper. */
import { CHART_CSS } from '../charts/chart-css.js';
import type { PageInMaking } from './page.js';
import { BAND_CSS, PRINT_CSS } from './print-css.js';

/** The whole style of a page, with the rules for the widths at which its tables change. */
export const pageCss = ({ from, stack, pairs, cards }: PageInMaking['widths']): string =>
  [
    COLOURS,
    BASE,
    PARTS,
    TABLES,
    ...inOrder(from).map(hiddenBelow),
    ...inOrder(stack).map((em) => below(em, STACKED(`.stack-${em}`))),
    ...inOrder(pairs).map((em) => below(em, PAIRS(`.pairs-${em}`))),
    ...inOrder(cards).map((em) => below(em, CARDS(`.cards-${em}`))),
    WIDE,
    CHART_CSS,
    BAND_CSS,
    PRINT_CSS,
  ]
    .join('')
    .replace(/\n\s*/g, '');

const inOrder = (widths: ReadonlySet<number>): number[] => [...widths].sort((a, b) => b - a);

const below = (em: number, rules: string) => `@container (width<${em}em){${rules}}`;

const hiddenBelow = (em: number) =>
  `${below(em, `.from-${em}{display:none}`)}@container (width>=${em}em){.until-${em}{display:none}}`;

/** Text has a contrast of at least 7:1, by day and by night. */
const LIGHT = `
  --ink:#14171a;--paper:#fff;--quiet:#454c55;--rule:#c3c9d1;--surface:#f3f5f7;
  --good:#0a5a2b;--fair:#6a4400;--bad:#98161a;--link:#0a4699`;
const DARK = `
  --ink:#f1f3f5;--paper:#0f1214;--quiet:#bcc3cb;--rule:#414850;--surface:#1b1f24;
  --good:#7fdd9d;--fair:#f2c766;--bad:#ffa59c;--link:#9fc6ff`;
const COLOURS = `
:root{color-scheme:light dark;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}`;

const BASE = `
*{box-sizing:border-box}
html{font:100%/1.45 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans',Arial,sans-serif;
  font-variant-numeric:tabular-nums;color:var(--ink);background:var(--paper);
  -webkit-text-size-adjust:100%;text-size-adjust:100%;overflow-wrap:anywhere;scroll-padding-top:.5rem}
body{margin:0 auto;padding:.75rem .75rem 2rem;max-width:56rem}
header{margin-bottom:1rem}
header p,.subtitle{margin:.25rem 0 0;color:var(--quiet)}
h1{margin:0;font-size:1.6rem;line-height:1.2}
h2{margin:0 0 .5rem;font-size:1.25rem;line-height:1.3}
h3{margin:0 0 .5rem;font-size:1.1rem;line-height:1.3}
p{margin:0 0 .5rem}
a{color:var(--link)}
a:focus-visible,[tabindex='0']:focus-visible{outline:3px solid var(--link);outline-offset:2px}
main:focus{outline:0}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static;display:inline-block;padding:.5rem 0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
p.note{margin:.35rem 0 0;color:var(--quiet);font-size:1rem}
footer{margin-top:2.5rem;border-top:1px solid var(--rule);padding-top:1rem}`;

const PARTS = `
.part{margin-top:2rem}
header+main>.part:first-child{margin-top:0}
.sheet{border-top:3px solid var(--ink);padding-top:1rem;margin-top:3rem}
.sheet>.part{margin-top:1.25rem}
ul{margin:0;padding-left:1.25rem}
li+li{margin-top:.35rem}
dl{margin:0}
dl>div{padding:.3rem 0}
dl>div+div{border-top:1px solid var(--rule)}
dt{font-weight:600;color:var(--quiet)}
dd{margin:0}
.block{border:1px solid var(--rule);border-radius:.5rem;padding:.75rem}
.next,.warning{border-left:.35rem solid var(--fair);padding:.75rem;background:var(--surface)}
.next:not(.warning){border-color:var(--link)}
.judged,.brief{list-style:none;padding:0}
details>:not(summary){margin-top:.5rem}
summary{cursor:pointer;padding:.35rem 0;color:var(--link);font-weight:600}
.yaml>details{margin-top:.75rem}
.judged>li{display:grid;grid-template-columns:1fr auto;gap:0 .75rem;padding:.6rem .75rem;
  border-left:.35rem solid var(--tone);background:var(--surface)}
.judged>li+li{margin-top:.4rem}
.judged>.good{--tone:var(--good)}
.judged>.fair{--tone:var(--fair)}
.judged>.bad{--tone:var(--bad)}
.judged .status{font-weight:700;color:var(--tone)}
.judged .sign{display:inline-block;width:1.2em}
.judged .goal{font-weight:600;font-size:1.1rem}
.judged .priority{color:var(--quiet);grid-column:2;grid-row:1}
.judged :is(.goal,.result){grid-column:1/-1}
.brief>li{font-size:1.25rem;padding:.6rem 0}
pre{margin:.5rem 0 0;padding:.75rem;background:var(--surface);white-space:pre-wrap;font-size:1rem}
nav{margin-top:2rem}
nav ul{list-style:none;padding:0}
nav li,nav li+li{margin:0}
nav a{display:inline-block;padding:.35rem 0}
nav .wide{display:none;flex-wrap:wrap;gap:.25rem 1.25rem}
figure{margin:0}
figure svg{display:block;max-width:100%;height:auto}
figcaption{margin-top:.5rem;color:var(--quiet)}
figcaption a{white-space:nowrap}
figure>.wide{display:none}
@media (min-width:640px){
  figure>.wide{display:block}
  nav>.wide{display:flex}
  :is(figure,nav)>.narrow{display:none}
}`;

const TABLES = `
.frame{container-type:inline-size}

.frame{overflow-x:auto}
table{border-collapse:collapse;position:relative;overflow-wrap:break-word}
th,td{padding:.3rem .35rem;text-align:left;vertical-align:top;font-weight:400}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
thead th,thead td{vertical-align:bottom;font-weight:600;color:var(--quiet);border-bottom:2px solid var(--rule);line-height:1.2}
thead .unit{display:block;font-weight:400}
tbody tr+tr>*,tbody+tbody tr>*{border-top:1px solid var(--rule)}
tbody th{font-weight:600}
table .right{text-align:right;white-space:nowrap}
tbody .short{white-space:nowrap}
thead .right{white-space:normal}
tr.total>*,tr.heading>*{font-weight:700}
tr.heading>th{padding-top:.9rem}
tbody .ruled>*{border-top:2px solid var(--quiet)}`;

/** The name of a row above its numbers, which stand in columns all the same. */
const STACKED = (table: string) => `
${table}{display:grid;grid-template-columns:repeat(16,auto);justify-content:start}
${table} :is(thead,tbody,tr){display:grid;grid-template-columns:subgrid;grid-column:1/-1}
${table} :is(.name,.heading>th){grid-column:1/-1;padding:.4rem 0 0;overflow-wrap:anywhere}
${table} :is(th,td):not(.name){border-top:0;padding:.1rem .5rem .3rem 0}
${table} .heading>th{padding:1rem 0 .3rem;color:var(--quiet)}
${table} thead .name{border:0}`;

/** Each number below its label, as many in a line as there is room for, under the name of the row. */
const PAIRS = (table: string) => `
${table},${table} :is(tbody,th){display:block}
${table} thead{display:none}
${table} tr{display:flex;flex-wrap:wrap;gap:0 .75rem;padding:.4rem 0;border-top:1px solid var(--rule)}
${table} tr>*,${table} tr+tr>*{border:0;padding:.1rem 0;text-align:left}
${table} .name,${table} .heading>th{flex-basis:100%;overflow-wrap:anywhere}
${table} td:empty{display:none}
${table} [data-label]::before{content:attr(data-label);display:block;color:var(--quiet);line-height:1.2}
${table} [data-unit]::after{content:' ' attr(data-unit)}`;

/** A row a paragraph, each cell a line after its label. */
const CARDS = (table: string) => `
${table},${table} :is(tbody,th,td){display:block}
${table} thead{display:none}
${table} tr{display:flex;flex-direction:column;padding:.5rem 0;border-top:1px solid var(--rule)}
${table} tr>*,${table} tr+tr>*{border:0;padding:.1rem 0;text-align:left;white-space:normal}
${table} .name{order:-1}
${table} td:empty{display:none}
${table} [data-label]::before{content:attr(data-label) ': ';color:var(--quiet)}
${table} [data-unit]::after{content:' ' attr(data-unit)}`;

/** A desk: labels beside what they name, the contents beside the page. */
const WIDE = `
@media (min-width:36rem){
  body{padding:1.5rem 1.5rem 3rem}
  dl>div{display:grid;grid-template-columns:10rem 1fr;column-gap:1rem}
  dd{grid-column:2}
  .judged{display:grid;grid-template-columns:auto 1fr auto;gap:.4rem 1rem}
  .judged>li{grid-template-columns:subgrid;grid-column:1/-1}
  .judged>li+li{margin-top:0}
  .judged .status{grid-row:1/span 2}
  .judged .goal{grid-column:2}
  .judged .priority{grid-column:3}
  .judged .result{grid-column:2/-1}
  .block,.next,.warning{padding:1rem}
}
@supports selector(:has(a)){@media screen and (min-width:72rem){
  body:has(nav){max-width:80rem}
  .beside{margin-left:15.5rem}
  .beside :is(p,ul,dl,figure,.block,.next,.warning){max-width:54rem}
  .beside nav{position:fixed;top:1.5rem;bottom:1.5rem;width:14rem;margin:0;overflow-y:auto;
    left:max(1.5rem,calc(50vw - 38.5rem))}
  .beside nav ul.wide{display:block}
  .beside nav a{padding:.2rem 0;line-height:1.3}
}}`;
