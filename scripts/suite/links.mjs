import fs from 'node:fs';
import path from 'node:path';

const FENCE = /^(```|~~~)[\s\S]*?^\1/gm;
const LINK = /!?\[(?:[^\]\\]|\\.)*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const REFERENCE = /^\[[^\]]+\]:\s*<?(\S+?)>?\s*$/gm;
const HEADING = /^#{1,6}\s+(.+?)\s*#*$/gm;
const ANCHOR = /<a\s+(?:id|name)="([^"]+)"/g;

const withoutCode = (text) => text.replace(FENCE, '').replace(/`[^`\n]*`/g, '');

/** GitHub's rule: lower case, punctuation away, spaces become hyphens, repeats are numbered. */
export const anchorsOf = (markdown) => {
  const seen = new Map();
  const anchors = new Set([...markdown.matchAll(ANCHOR)].map((match) => match[1]));
  for (const [, heading] of markdown.replace(FENCE, '').matchAll(HEADING)) {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    anchors.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return anchors;
};

export const targetsOf = (markdown) => {
  const text = withoutCode(markdown);
  return [...text.matchAll(LINK), ...text.matchAll(REFERENCE)]
    .map((match) => match[1])
    .filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target));
};

/** Links within the repository that lead nowhere; outside addresses are not asked. */
export const brokenLinks = (root, files) => {
  const read = (file) => fs.readFileSync(file, 'utf8');
  const problemOf = (file, target) => {
    const [name, anchor] = decodeURI(target).split('#');
    const base = name.startsWith('/') ? root : path.dirname(path.join(root, file));
    const found = name === '' ? path.join(root, file) : path.join(base, name);
    if (!fs.existsSync(found)) return 'no such file';
    const hasAnchors = anchor && found.endsWith('.md');
    return hasAnchors && !anchorsOf(read(found)).has(anchor) ? 'no such heading' : undefined;
  };
  return files.flatMap((file) =>
    targetsOf(read(path.join(root, file)))
      .map((target) => ({ file, target, problem: problemOf(file, target) }))
      .filter(({ problem }) => problem !== undefined),
  );
};
