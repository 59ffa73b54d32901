import { createHash } from 'node:crypto';

/** For any width from 320 pixels, light, dark and paper. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --paper: #ffffff; --mark: #f6f8fa; --good: #1a7f37; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --soft: #9aa4af; --line: #3d444d; --paper: #0d1117; --mark: #161b22; --good: #57ab5a; --bad: #f47067; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p { margin: .5rem 0; overflow-wrap: anywhere; }
.lead { font-size: 1.1rem; }
.soft { color: var(--soft); }
.good { color: var(--good); font-weight: 600; }
.bad { color: var(--bad); font-weight: 600; }
dl { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; margin: 0; border-top: 1px solid var(--line); }
dt, dd { margin: 0; padding: .45rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
dt { color: var(--soft); padding-right: 1rem; }
ul { margin: .25rem 0; padding-left: 1.25rem; }
blockquote { margin: .5rem 0; padding: .75rem 1rem; background: var(--mark); border-left: 4px solid var(--line); white-space: pre-line; overflow-wrap: anywhere; }
code { font-family: ui-monospace, monospace; font-size: .875rem; overflow-wrap: anywhere; }
pre { background: var(--mark); padding: .75rem; margin: .5rem 0; white-space: pre-wrap; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dt { border-bottom: 0; padding-bottom: 0; } dd { padding-top: 0; } }
@media print {
  :root { color-scheme: light; --ink: #000000; --soft: #444444; --line: #999999; --paper: #ffffff; --mark: #ffffff; --good: #000000; --bad: #000000; }
  main { padding: 0; max-width: none; }
  h2 { break-after: avoid; }
  dt, dd, blockquote { break-inside: avoid; }
}
`;

const styleDigest = createHash('sha256').update(style).digest('base64');

/** Nothing but this style: no script, no image, no address that is fetched. Also within the page, for where it is kept as a file. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${styleDigest}'; base-uri 'none'; form-action 'none'`;
