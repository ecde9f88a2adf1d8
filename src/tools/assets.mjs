import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

/**
 * Makes what `static/` holds ready-made: the fonts of printed forms, out of their package, and the PNG icons, out of icon.svg. Its results
 * are committed, because the subsetter and the browser are heavy for a first start; run it when a font package changes.
 */

const FONTS = join(ROOT, 'static', 'fonts');
const ICONS = join(ROOT, 'static', 'icons');
const PACKAGES = join(ROOT, 'node_modules');

/** Latin with its extensions, all Cyrillic, punctuation, №, ₸ and the signs that forms use. */
const PRINTED_RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x218, 0x21b],
  [0x2b9, 0x2bc],
  [0x300, 0x304],
  [0x400, 0x52f],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2026],
  [0x2030, 0x2030],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x20b8, 0x20b8],
  [0x2116, 0x2116],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2610, 0x2612],
  [0x25a0, 0x25a1],
];

/** @type {readonly (readonly [source: string, name: string])[]} */
const TINOS = [
  ['400Regular/Tinos_400Regular.ttf', 'Tinos-Regular.ttf'],
  ['400Regular_Italic/Tinos_400Regular_Italic.ttf', 'Tinos-Italic.ttf'],
  ['700Bold/Tinos_700Bold.ttf', 'Tinos-Bold.ttf'],
  ['700Bold_Italic/Tinos_700Bold_Italic.ttf', 'Tinos-BoldItalic.ttf'],
];

await mkdir(FONTS, { recursive: true });
await makePrintedFonts();
await copyInterfaceLicence();
await drawIcons();

async function makePrintedFonts() {
  const { default: subsetFont } = await import('subset-font');
  let letters = '';
  for (const [first, last] of PRINTED_RANGES) {
    for (let code = first ?? 0; code <= (last ?? 0); code += 1) letters += String.fromCodePoint(code);
  }
  for (const [source, name] of TINOS) {
    const font = await readFile(join(PACKAGES, '@expo-google-fonts/tinos', source));
    // jsPDF reads TrueType tables only.
    await writeFile(join(FONTS, name), await subsetFont(font, letters, { targetFormat: 'truetype' }));
  }
  await copyFile(join(PACKAGES, '@expo-google-fonts/tinos/LICENSE_FONT'), join(FONTS, 'Tinos-OFL.txt'));
}

/** The font of the interface comes into the build by its own style sheet; only its licence is missing there. */
async function copyInterfaceLicence() {
  const licence = join(PACKAGES, '@fontsource-variable/golos-text', 'LICENSE');
  await copyFile(licence, join(FONTS, 'GolosText-OFL.txt'));
}

async function drawIcons() {
  const { chromium } = await import('@playwright/test');
  const { findChromium, CHROMIUM_FLAGS } = await import('#tests/support/find-browser.mjs');
  const found = await findChromium({ install: false });
  if (found.path === undefined) throw new Error(found.missing);
  const browser = await chromium.launch({ executablePath: found.path, args: CHROMIUM_FLAGS });
  const svg = await readFile(join(ICONS, 'icon.svg'), 'utf8');
  for (const [name, size, margin] of /** @type {const} */ ([
    ['icon-192.png', 192, 0],
    ['icon-512.png', 512, 0],
    // A maskable icon keeps its drawing inside the inner 80 % (W3C Web Application Manifest, icon masks).
    ['icon-maskable-512.png', 512, 52],
  ])) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const ground = margin > 0 ? '#12544f' : 'transparent';
    await page.setContent(
      `<body style="margin:${margin}px;background:${ground}">${svg.replace('<svg ', `<svg width="${size - 2 * margin}" `)}`,
    );
    await page.screenshot({ path: join(ICONS, name), omitBackground: true });
  }
  await browser.close();
}
