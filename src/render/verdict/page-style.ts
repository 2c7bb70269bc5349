/** How the page looks, in light and in dark. Colour only repeats what a word says. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1c2330; --ground: #ffffff; --faint: #5d6675; --line: #d5dae1; --box: #f4f6f8;
  --guest: #8a5a00; --host: #006a6a; --error: #b3261e; --warning: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --ground: #14181f; --faint: #98a2b3; --line: #333b47; --box: #1d232c;
  --guest: #f0b429; --host: #4fd1c5; --error: #ff8a80; --warning: #f0b429; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; overflow-wrap: anywhere; } h3 { font-size: 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; } th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; } th { white-space: nowrap; } td { max-width: 34rem; }
th, small, footer { color: var(--faint); font-weight: normal; } code { font: 13px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.role.guest { color: var(--guest); } .role.host { color: var(--host); } .role.unknown, .differs, li.error > b { color: var(--error); } li.warning > b { color: var(--warning); }
svg { max-width: 100%; height: auto; } svg text { font: 12px system-ui, sans-serif; fill: var(--ink); } svg .faint { fill: var(--faint); }
svg rect { fill: var(--box); stroke: var(--line); } svg path { fill: none; stroke: var(--faint); }
svg .guest { stroke: var(--guest); } svg .host { stroke: var(--host); } svg .unknown { stroke: var(--error); } svg .refused { stroke-dasharray: 4 3; }
`;
