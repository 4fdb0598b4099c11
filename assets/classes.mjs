// Lists the class names in src/web that no rule of static/ascolto.css knows: a typing slip, or something to ask for. Reads Maud's `.name` after an
// element and `class="…"` literals; what a view builds with format! it cannot know.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const known = new Set([...['ascolto.css', 'verbale.css', 'stampa.css'].map(name => fs.readFileSync(path.join(root, 'static', name), 'utf8')).join('').matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].map(m => m[1]));
// Hooks without a rule of their own, named in README.md.
for (const name of ['main-col', 'aside', 'passages', 'contributions', 'folds', 'queue', 'pager-where', 'pager-prev', 'field-invalid', 'contribution-kind', 'callout', 'choice']) known.add(name);
const missing = new Map();
const tags = 'a|abbr|address|article|aside|b|blockquote|body|button|caption|code|dd|del|details|div|dl|dt|em|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|i|img|input|ins|label|legend|li|main|mark|meter|nav|ol|option|p|pre|progress|section|select|small|span|strong|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|tr|ul';
const element = new RegExp(`(?:^|[\\s{}"'])(?:${tags})((?:#[\\w"-]+)?(?:\\.[a-zA-Z_][\\w-]*)+)(?![\\w-]*(?:\\(|::))`, 'gm');
const bare = /(?:^|[{;}])\s*((?:\.[a-z][\w-]*)+)\s*(?:\{|\(|[a-z-]+=)/gm;
function walk(dir) {
  for (const e of fs.readdirSync(dir, { withFileTypes: true })) {
    const file = path.join(dir, e.name);
    if (e.isDirectory()) walk(file);
    else if (e.name.endsWith('.rs')) {
      const code = fs.readFileSync(file, 'utf8').split('#[cfg(test)]')[0];
      if (!code.includes('html!')) continue;
      const found = [...code.matchAll(element)].flatMap(m => m[1].replace(/^#[\w"-]+/, '').split('.').filter(Boolean))
        .concat([...code.matchAll(/class=(?:\(|\{)?\s*"([^"{}]*)"/g)].flatMap(m => m[1].split(/\s+/).filter(Boolean)))
        .concat([...code.matchAll(bare)].flatMap(m => (m[0].endsWith('(') ? [] : m[1].split('.').filter(Boolean))));
      for (const name of found) if (!known.has(name) && !name.endsWith('-')) missing.set(name, (missing.get(name) || new Set()).add(path.relative(root, file)));
    }
  }
}
walk(path.join(root, 'src', 'web'));
for (const [name, files] of [...missing].sort()) console.log(`${name.padEnd(28)} ${[...files].join(' ')}`);
process.exit(missing.size ? 1 : 0);
