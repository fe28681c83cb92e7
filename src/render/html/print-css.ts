/** How a page looks on paper, A4 or Letter, and the band that is cut out of it. */

/** Black on white, whatever the screen is set to: it is read by headlamp and in the rain. */
export const BAND_CSS = `
.strips{display:flex;flex-wrap:wrap;margin-top:.75rem}
.strip{display:grid;grid-template-columns:100%;align-content:start;width:5cm;padding:1.5mm;
  border:1px dashed #000;background:#fff;color:#000;font-size:7.5pt;line-height:1.2}
.strip+.strip{border-left-style:dotted;margin-left:-1px}
.strip caption{padding:0 0 1mm;font-size:8pt;font-weight:700;text-align:center}
.strip :is(thead,tbody){display:block}
.strip tr{display:grid;grid-template-columns:9mm 8mm 1fr auto;column-gap:1mm;padding:.6mm 0;border-top:.3pt solid #000;break-inside:avoid}
.strip tr>*,.strip tbody tr+tr>*{display:block;padding:0;border:0;color:#000;text-align:right;white-space:nowrap}
.strip thead tr{border-top:0}
.strip thead th{font-weight:400}
.strip .station{grid-column:1/4;text-align:left;white-space:normal;font-size:8pt;font-weight:700;order:1}
.strip .arrive{grid-column:4;font-size:8pt;font-weight:700;order:2}
.strip .at{order:3}
.strip .stop{order:4}
.strip .marks{order:5;text-align:left}
.strip .cutoff{grid-column:4;order:6}
.strip .cutoff:not(:empty)::before{content:'by '}
.strip thead .cutoff:not(:empty)::before{content:none}`;

/**
 * Blocks, rows and figures are never broken; a sheet begins a page; a crew sheet breaks between stations. The heading of
 * a table asks for room for its first rows, as else the head of the table may stand below it alone.
 */
export const PRINT_CSS = `
@page{margin:14mm 13mm 16mm;@bottom-right{content:counter(page) ' / ' counter(pages);font:8pt system-ui,sans-serif}}
@media print{
:root{color-scheme:light}
html{font-size:9.5pt;line-height:1.35}
body{max-width:none;padding:0}
nav,.skip,details:not([open]){display:none}
a{color:inherit;text-decoration:none}
figcaption a{display:none}
.part{margin-top:5mm}
.sheet{break-before:page;border:0;padding:0;margin:0}
.sheet>.part{margin-top:2.5mm}
.frame{overflow:visible;font-size:8.5pt}
figure{max-width:160mm}
figure>.wide{display:block}
figure>.narrow{display:none}
h1,h2,h3{break-after:avoid;break-inside:avoid}
thead{display:table-header-group}
tbody tr:first-child{break-after:avoid}
.table>:is(h2,h3)::after{content:'';display:block;height:28mm;margin-bottom:-28mm}
tbody tr:last-child{break-before:avoid}
tr,li,figure,.block,.facts,.whole,dl>div,.strip{break-inside:avoid}
p.note{break-before:avoid}
p,li{orphans:2;widows:2}
.block{padding:1.5mm 3mm;font-size:9pt;line-height:1.25}
h2,h3{margin-bottom:1mm}
.block dl{columns:1}
dl>div{padding:.3mm 0}
.block dl>div{padding:.15mm 0}
th,td{padding-top:.7mm;padding-bottom:.7mm}
.judged>li{padding:1.5mm 2.5mm;break-inside:avoid;print-color-adjust:exact;-webkit-print-color-adjust:exact}
section.band{break-before:page;break-inside:avoid}
footer{margin-top:6mm}
}`;
