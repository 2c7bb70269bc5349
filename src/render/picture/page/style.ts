/** The look of the page around the diagrams. */
import { dark, light, type Palette, styleSheet, type ThemeName } from '#render/svg/theme.ts';

/** The style sheet of a page: colours of the theme as variables for the page, and as classes for the diagrams. */
export function pageStyle(theme: ThemeName, fonts: string): string {
  return `${variables(theme)}\n${styleSheet(theme)}\n${layout(fonts)}`;
}

function variables(theme: ThemeName): string {
  switch (theme) {
    case 'light':
      return `:root{color-scheme:light;${values(light)}}`;
    case 'dark':
      return `:root{color-scheme:dark;${values(dark)}}`;
    case 'auto':
      return `:root{color-scheme:light dark;${values(light)}}\n@media screen and (prefers-color-scheme: dark){:root{${values(dark)}}}`;
  }
}

function values({ paper, ink, muted, line, band, active, info, warning, error, arrival }: Palette): string {
  return Object.entries({ paper, ink, muted, line, band, active, info, warning, error, arrival })
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');
}

function layout(fonts: string): string {
  return `
*{box-sizing:border-box}
html{scroll-padding-top:64px}
body{margin:0;background:var(--paper);color:var(--ink);font:14px/1.5 ${fonts}}
main,header.page{max-width:1500px;margin:0 auto;padding:0 28px}
header.page{padding-top:28px}
h1{font-size:26px;line-height:1.25;margin:0 0 2px;overflow-wrap:anywhere}
h2{font-size:20px;line-height:1.3;margin:0;overflow-wrap:anywhere}
h2 small{font-size:13px;font-weight:400;color:var(--muted);margin-left:10px}
h3{font-size:14px;margin:20px 0 6px}
p{margin:0;max-width:110ch;overflow-wrap:anywhere}
.headline{font-size:16px;margin-top:4px}
.facts,.small{color:var(--muted);font-size:13px}
nav{margin-top:8px;font-size:13px;columns:3 280px}
nav a{color:var(--active);display:block;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
section.meeting{margin:26px 0 44px}
button,input,select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:4px 9px}
button{cursor:pointer}
button:hover{background:var(--band)}
:focus-visible{outline:2px solid var(--active);outline-offset:1px}
.filters{display:none;position:sticky;top:0;z-index:2;background:var(--paper);border-bottom:1px solid var(--line)}
.filters form{max-width:1500px;margin:0 auto;padding:10px 28px;display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center}
.filters label{color:var(--muted);font-size:13px}
.filters input{min-width:220px}
.filters output{color:var(--muted);font-size:13px}
.live .filters{display:block}
.tools{display:none;gap:6px;align-items:center;margin:10px 0 0;color:var(--muted);font-size:12.5px}
.live .tools{display:flex;flex-wrap:wrap}
.tools button{min-width:32px}
.figure{position:relative;margin:6px -8px 0;overflow-x:auto;border-radius:6px}
.figure svg{display:block;width:100%;min-width:860px;height:auto}
.live .figure svg{touch-action:pan-y}
.live [data-state],.live [data-row],.live [data-link],.live [data-finding],.live [data-stretch]{cursor:pointer}
.live .zoomed .plot{cursor:grab}
.live .state:hover>path,.live [data-stretch]:hover>path{opacity:.8}
.live .link:hover>path{stroke-width:4}
.live .callout:hover text{text-decoration:underline}
.lane.dim,.link.dim,.callout.dim,.numbers .dim{opacity:.13}
.lane:focus{outline:none}
.lane:focus-visible{outline:2px solid var(--active)}
.lane.chosen>g:first-of-type text{text-decoration:underline}
.findings{list-style:none;margin:0;padding:0}
.findings li{display:flex;gap:10px;align-items:baseline;margin:3px 0}
.mark{flex:none;min-width:22px;border-radius:4px;padding:0 6px;text-align:center;font-size:12px;font-weight:700;color:var(--paper);background:var(--info)}
.mark.warning{background:var(--warning)}
.mark.error{background:var(--error)}
.link-button{border:0;background:none;padding:0;text-align:left;border-radius:3px;overflow-wrap:anywhere}
.live .link-button:hover{text-decoration:underline;background:none}
details{margin-top:18px}
summary{cursor:pointer;font-weight:700}
.chronicle{list-style:none;margin:6px 0 0;padding:0;font-size:13px;content-visibility:auto}
.chronicle li{display:flex;gap:14px;padding:1px 0}
.chronicle time{flex:none;color:var(--muted);font-variant-numeric:tabular-nums}
.chronicle li.turn{font-weight:700}
[hidden]{display:none!important}
footer{margin-top:14px;padding-top:8px;border-top:1px solid var(--line)}
#panel{position:fixed;left:0;right:0;bottom:0;z-index:3;max-height:46vh;overflow:auto;background:var(--paper);border-top:2px solid var(--active);box-shadow:0 -6px 24px rgb(0 0 0/.18);padding:14px 28px 22px}
#panel h2{font-size:16px;padding-right:80px}
#panel h3{margin:12px 0 2px;font-size:13.5px}
#panel h3 small{font-weight:400;color:var(--muted);margin-left:8px}
#panel .close{position:absolute;right:28px;top:12px}
#panel ol{list-style:none;margin:0;padding:0;font:12.5px/1.55 ui-monospace,"Cascadia Mono","DejaVu Sans Mono",Menlo,Consolas,monospace}
#panel li{display:flex;gap:14px;padding:1px 0}
#panel li span{flex:none;max-width:28%;overflow-wrap:anywhere;color:var(--muted)}
#panel li code{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}
#panel .names{display:flex;flex-wrap:wrap;gap:4px 14px;margin-top:8px;font-size:13px}
@media print{
.filters,.tools,#panel,nav{display:none!important}
body{font-size:11px}
main,header.page{max-width:none;padding:0}
section.meeting{break-before:page;margin:0 0 12px}
section.meeting:first-of-type{break-before:auto}
.figure{overflow:visible;margin:4px 0 0}
.figure svg{min-width:0;max-height:92vh}
.chronicle{content-visibility:visible;font-size:9.5px}
.findings li,.chronicle li{break-inside:avoid}
}`;
}
