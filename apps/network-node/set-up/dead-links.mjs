import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { inProject, projectFolder } from './project.mjs';
import { listFiles } from './stamp.mjs';

const notOurs = new Set(['.git', '.assent', 'dist', 'node_modules']);

/** Resolves one line per link of a Markdown file in the project that leads nowhere; '' when every one leads somewhere. */
export function findDeadLinks() {
  const entries = readdirSync(projectFolder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !notOurs.has(entry.name));
  const pages = entries.filter((entry) => entry.name.endsWith('.md')).map((entry) => inProject(entry.name));
  const deeper = listFiles(
    folders.map((folder) => inProject(folder.name)),
    (file) => file.endsWith('.md'),
  );
  return [...pages, ...deeper].flatMap(findDeadLinksIn).join('\n');
}

function findDeadLinksIn(file) {
  const from = relative(projectFolder, file);
  return findLinks(withoutCode(readFileSync(file, 'utf8')))
    .filter((link) => !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(link))
    .flatMap((link) => {
      const [path, anchor] = decodeURI(link).split('#');
      const target = path === '' ? file : resolve(path.startsWith('/') ? projectFolder : dirname(file), `./${path}`);
      if (!existsSync(target)) return [`${from}: ${link} leads to no file`];
      const hasAnchor = anchor !== undefined && target.endsWith('.md') && statSync(target).isFile();
      return hasAnchor && !findAnchors(target).has(anchor) ? [`${from}: ${link} leads to no heading`] : [];
    });
}

const withoutCode = (text) => text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');

/** Targets of `[text](target)`, `[name]: target`, `src="target"` and `href="target"`. */
function findLinks(text) {
  const inline = text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+["'(][^)]*)?\)/g);
  const named = text.matchAll(/^\s{0,3}\[[^\]]+\]:\s+<?([^\s>]+)/gm);
  const html = text.matchAll(/\b(?:src|href)="([^"]+)"/g);
  return [...inline, ...named, ...html].map((match) => match[1]);
}

/** The anchors a forge makes of a file's headings: lower case, no punctuation, hyphens for spaces, -1 for a second. */
function findAnchors(file) {
  const text = readFileSync(file, 'utf8').replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  const anchors = new Set([...text.matchAll(/\b(?:id|name)="([^"]+)"/g)].map((match) => match[1]));
  for (const [, heading] of text.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = plain.replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '').replace(/ /g, '-');
    let unique = anchor;
    for (let n = 1; anchors.has(unique); n += 1) unique = `${anchor}-${n}`;
    anchors.add(unique);
  }
  return anchors;
}
