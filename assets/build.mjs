// Writes ../static from the sources here and the pinned packages; `--check` compares instead of writing. The same input gives the same bytes.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import postcss from 'postcss';
import * as sass from 'sass';
import subsetFont from 'subset-font';
import { kept } from './keep.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, '..', 'static');
const italia = path.join(here, 'node_modules', 'bootstrap-italia');
const read = (...p) => fs.readFileSync(path.join(...p));
const text = (...p) => read(...p).toString('utf8');
const version = name => JSON.parse(text(here, 'node_modules', name, 'package.json')).version;
const targets = ['chrome100', 'firefox100', 'safari15'];

/// Drops every selector that names a class outside keep.mjs, and what holds a data: image or serves only Bootstrap Italia's scripts.
const trim = {
  postcssPlugin: 'trim',
  OnceExit(root) {
    root.walkRules(rule => {
      if (rule.parent.type === 'atrule' && /keyframes$/.test(rule.parent.name)) return;
      const left = splitSelectors(rule.selector).filter(s =>
        !/\[data-|:is\(/.test(s) && [...s.matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].every(m => kept(m[1])));
      if (left.length) rule.selector = left.join(',');
      else rule.remove();
    });
    root.walkDecls(d => { if (/url\(["']?data:/.test(d.value)) d.remove(); });
    root.walkAtRules('font-face', r => r.remove());
    root.walkRules(r => { if (!r.nodes.some(n => n.type === 'decl')) r.remove(); });
    const used = new Set([...root.toString().matchAll(/var\(\s*(--[\w-]+)/g), ...text(here, 'ascolto.css').matchAll(/var\(\s*(--[\w-]+)/g)].map(m => m[1]));
    root.walkDecls(/^--/, d => { if (!used.has(d.prop)) d.remove(); });
    root.walkRules(r => { if (!r.nodes.length) r.remove(); });
    root.walkAtRules('media', r => { if (!r.nodes.length) r.remove(); });
  },
};
function splitSelectors(s) {
  const all = [];
  let depth = 0, start = 0;
  for (let i = 0; i < s.length; i++) {
    if ('(['.includes(s[i])) depth++;
    if (')]'.includes(s[i])) depth--;
    if (s[i] === ',' && !depth) { all.push(s.slice(start, i)); start = i + 1; }
  }
  return [...all, s.slice(start)].map(x => x.trim());
}

function styles() {
  const base = sass.compile(path.join(here, 'bootstrap.scss'), { loadPaths: [path.join(italia, 'src', 'scss')], logger: sass.Logger.silent, charset: false });
  const css = postcss([trim]).process(base.css, { from: undefined }).css;
  const code = esbuild.transformSync(`${css}\n${text(here, 'ascolto.css')}`, { loader: 'css', minify: true, legalComments: 'none', charset: 'utf8', target: targets }).code;
  return `/*! Ascolto. Holds parts of Bootstrap Italia ${version('bootstrap-italia')} (BSD-3-Clause): see LICENSES.md */\n${code}`;
}

function sheet(name) {
  return esbuild.transformSync(text(here, name), { loader: 'css', minify: true, charset: 'utf8', target: targets }).code;
}

function script(name) {
  return esbuild.transformSync(text(here, name), { minify: true, charset: 'utf8', target: targets, format: 'iife' }).code;
}

/// A script in several files, as one.
function bundle(name) {
  const made = esbuild.buildSync({ entryPoints: [path.join(here, name)], bundle: true, minify: true, write: false, charset: 'utf8', target: targets, format: 'iife' });
  return made.outputFiles[0].text;
}

function icons() {
  const sprite = text(italia, 'dist', 'svg', 'sprites.svg');
  const wanted = text(here, 'icons.txt').split('\n').filter(Boolean);
  const symbols = wanted.map(name => {
    const found = sprite.match(new RegExp(`<symbol id="it-${name}"[^]*?</symbol>`));
    if (!found) throw new Error(`no icon it-${name} in Bootstrap Italia`);
    return found[0];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('\n')}</svg>\n`;
}

// Latin-1, the typographic marks and the few signs that Italian and English texts use, and the capitals and vowels of our neighbours' names.
const letters = [[0x20, 0x7e], [0xa0, 0xff], [0x152, 0x153], [0x160, 0x161], [0x17d, 0x17e], [0x106, 0x107], [0x10c, 0x10d], [0x110, 0x111], [0x141, 0x142],
  [0x2013, 0x2014], [0x2018, 0x201a], [0x201c, 0x201e], [0x2022, 0x2022], [0x2026, 0x2026], [0x2032, 0x2033], [0x2039, 0x203a], [0x20ac, 0x20ac], [0x2122, 0x2122],
  [0x2190, 0x2193], [0x2212, 0x2212], [0x2248, 0x2248], [0x2260, 0x2260], [0x2264, 0x2265]]
  .flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => String.fromCodePoint(a + i))).join('');
const font = weight => subsetFont(read(italia, 'dist', 'fonts', 'Titillium_Web', `titillium-web-v10-latin-ext_latin-${weight === 400 ? 'regular' : weight}.woff2`), letters, { targetFormat: 'woff2' });

function licences() {
  const all = [
    ['Bootstrap Italia', version('bootstrap-italia'), 'parts of its styles in `ascolto.css`, its icons in `icons.svg`', text(italia, 'LICENSE')],
    ['Bootstrap 5', '', 'what Bootstrap Italia is built on; parts of its styles in `ascolto.css`', mit],
    ['Titillium Web', '', 'latin subset in `fonts/`', text(italia, 'dist', 'fonts', 'Titillium_Web', 'OFL.txt')],
  ];
  return `# Licences of what is served here\n\nWritten by \`assets/build.mjs\`. \`ascolto.js\`, \`porta.js\` and \`icon.svg\` are Ascolto's own.\n\n${all.map(([name, v, what, terms]) =>
    `## ${[name, v].filter(Boolean).join(' ')}\n\n${what[0].toUpperCase()}${what.slice(1)}.\n\n\`\`\`text\n${terms.replace(/\r/g, '').replace(/[ \t]+$/gm, '').trim()}\n\`\`\`\n`).join('\n')}
## Used to build and to test, not served

sass, postcss, subset-font and esbuild (MIT, BSD-3-Clause), axe-core ${version('axe-core')} (MPL-2.0; its source is the npm package axe-core of that version) and puppeteer-core
(Apache-2.0). \`assets/vendor/axe.min.js\` is axe-core unchanged, with its own notice at its head.
`;
}
const mit = `The MIT License (MIT)

Copyright (c) 2011-2022 Twitter, Inc.
Copyright (c) 2011-2022 The Bootstrap Authors

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in
all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE.`;

const files = {
  'ascolto.css': styles(),
  'ascolto.js': script('ascolto.js'),
  'porta.js': bundle('porta.js'),
  'verbale.js': bundle('verbale.js'),
  'verbale-sw.js': bundle('verbale-sw.js'),
  'uscita.js': bundle('uscita.js'),
  'scaduti.js': bundle('scaduti.js'),
  'verbale.css': sheet('verbale.css'),
  'luce.css': sheet('luce.css'),
  'stampa.css': sheet('stampa.css'),
  'icons.svg': icons(),
  'icon.svg': text(here, 'icon.svg'),
  'LICENSES.md': licences(),
};
for (const w of [400, 600, 700]) files[`fonts/titillium-web-${w}.woff2`] = await font(w);

const css = files['ascolto.css'];
for (const [what, bad] of [['a data: address', /data:/i], ['an absolute address', /https?:|\/\//i], ['an import', /@import/]])
  if (bad.test(css)) throw new Error(`ascolto.css holds ${what}: ${css.slice(Math.max(0, css.search(bad) - 80), css.search(bad) + 60)}`);
for (const m of css.matchAll(/url\(["']?([^"')]+)/g)) if (!(m[1] in files)) throw new Error(`ascolto.css asks for ${m[1]}, which is not in static/`);

const check = process.argv.includes('--check');
const stale = [];
function put(file, bytes) {
  if (check) {
    if (!fs.existsSync(file) || !fs.readFileSync(file).equals(Buffer.from(bytes))) stale.push(path.relative(here, file));
    return;
  }
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, bytes);
}
let raw = 0, packed = 0;
for (const [name, bytes] of Object.entries(files)) {
  put(path.join(out, name), bytes);
  const size = Buffer.from(bytes).length, br = name.endsWith('woff2') ? size : zlib.brotliCompressSync(Buffer.from(bytes)).length;
  // The door, the tables and the page where one signs in have files of their own, which no other page loads; so has what throws away.
  if (!name.endsWith('.md') && !['porta.js', 'verbale.js', 'verbale-sw.js', 'uscita.js', 'scaduti.js', 'verbale.css', 'luce.css'].includes(name)) { raw += size; packed += br; }
  console.log(`${name.padEnd(36)} ${String(size).padStart(7)} ${String(br).padStart(7)} br`);
}
put(path.join(here, 'vendor', 'axe.min.js'), read(here, 'node_modules', 'axe-core', 'axe.min.js'));
console.log(`${'first view'.padEnd(36)} ${String(raw).padStart(7)} ${String(packed).padStart(7)} br`);
if (packed > 60_000) throw new Error('over the budget of 60,000 bytes compressed');
if (stale.length) { console.error(`stale: ${stale.join(', ')}: run node build.mjs and commit`); process.exit(1); }
