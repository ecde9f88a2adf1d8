import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes one HTML file of a page that was built with one script and one style sheet: both stand inside, and the policy in its `<meta>`
 * lets these two run, by their digests, and nothing be loaded at all. It opens by a double click, without a server.
 *
 * @param {string} directory the built page: index.html and what it names, below `assets/`
 * @param {string} target the file that is written
 * @returns {void}
 */
export function writeOneFile(directory, target) {
  const assets = readdirSync(join(directory, 'assets')).sort();
  const [style, script, ...more] = [
    ...assets.filter((name) => name.endsWith('.css')),
    ...assets.filter((name) => name.endsWith('.js')),
  ];
  if (style === undefined || script === undefined || assets.length !== 2 || more.length > 0)
    throw new Error(`one script and one style sheet make one file, not ${assets.join(', ')}`);
  const page = readFileSync(join(directory, 'index.html'), 'utf8');
  const asset = (/** @type {string} */ name) => readFileSync(join(directory, 'assets', name), 'utf8');
  writeFileSync(target, oneFile(page, { script: asset(script), style: asset(style) }));
}

/**
 * @param {string} page
 * @param {{ script: string, style: string }} assets
 * @returns {string}
 */
export function oneFile(page, { script, style }) {
  // In a script such letters stand in strings and patterns alone, where the backslash says nothing.
  const inside = script.replace(/<(?=\/script|!--)/giu, '\\x3c');
  if (/<\/style/iu.test(style)) throw new Error('the style sheet would end itself');
  const bare = page
    .replace(/\s*<script[^>]*><\/script>/gu, '')
    .replace(/\s*<link[^>]*rel="(?:stylesheet|modulepreload)"[^>]*>/gu, '');
  if (/\s(?:src|href)=/u.test(bare)) throw new Error('the page still names another file');
  const policy = [
    "default-src 'none'",
    `script-src '${digestOf(inside)}'`,
    `style-src '${digestOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html',
  ].join('; ');
  return bare
    .replace(
      /(<meta charset="utf-8"[^>]*>)/u,
      (charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
    .replace('</head>', () => `<style>${style}</style>\n  </head>`)
    .replace('</body>', () => `<script type="module">${inside}</script>\n  </body>`);
}

/** @param {string} text */
function digestOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
