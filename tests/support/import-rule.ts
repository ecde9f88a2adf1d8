import { circlesIn } from './circles.ts';
import { type Import, type SourceFile, hiddenImportsOf, importsOf } from './source-files.ts';

/** The order of the law. A stage of the domain knows itself and the stages before it. */
export const STAGES = [
  'base',
  'der',
  'clause',
  'calendar',
  'audit',
  'party',
  'authority',
  'application',
  'decision',
  'certificate',
  'register',
  'carrier',
  'revocation',
  'crl',
  'chain',
  'journal',
  'form',
  'archive',
  'exchange',
  'proof',
];

const LAYERS = ['domain', 'ports', 'operations', 'adapters', 'workers', 'app', 'ui', 'routes', 'tools'];

/** What each adapter is there for. */
const PACKAGES_OF_ADAPTER: Readonly<Record<string, readonly string[]>> = {
  age: ['age-encryption', '@scure/base'],
  digest: ['@noble/hashes'],
  ed25519: ['@noble/curves'],
  'seeded-p256': ['@noble/curves'],
  gost: ['@noble/curves', '@noble/hashes'],
  indexeddb: ['idb'],
  pdf: ['jspdf', 'jspdf-autotable', 'qr'],
  pkijs: ['pkijs', 'asn1js', '@noble/hashes'],
  zip: ['fflate', 'client-zip'],
  csv: ['papaparse'],
  qr: ['qr'],
  shamir: ['shamir-secret-sharing'],
  passphrase: ['@zxcvbn-ts/core'],
};

const PACKAGES_OF_PAGES = ['svelte', 'qr', '@zxcvbn-ts/core'];

/** Stand above the layers: the page's start and the service worker. No other file lies directly in `src`. */
const ROOT_FILES: Readonly<Record<string, readonly string[]>> = {
  'src/main.ts': ['svelte'],
  'src/App.svelte': ['svelte'],
  'src/service-worker.ts': ['workbox-core', 'workbox-precaching'],
};

/** Every place where the sources break the rule of layers; the files given are all that there are. */
export function importFaults(files: readonly SourceFile[]): readonly string[] {
  const imports = files.flatMap(importsOf);
  return [
    ...files.filter(({ path }) => !hasPlace(path)).map(({ path }) => `${path}: no place for a file`),
    ...files.flatMap((file) =>
      hiddenImportsOf(file).map(({ line, what }) => `${file.path}:${String(line)} has ${what}`),
    ),
    ...imports.flatMap((each) => {
      const reason = broken(each);
      return reason === undefined
        ? []
        : [`${each.from}:${String(each.line)} imports ${each.specifier}: ${reason}`];
    }),
    ...fileCircles(imports).map((circle) => `files in a circle: ${circle}`),
    ...folderCircles(imports).map((circle) => `folders in a circle: ${circle}`),
  ];
}

/** Why an import breaks the rule of layers, or undefined when it keeps it. */
export function broken({ from, specifier, target, typeOnly }: Import): string | undefined {
  if (specifier.split('/').includes('..')) return 'goes up by ../; cross-folder imports go by alias';
  const own = layerOf(from);
  if (target === undefined) return brokenPackage(own, from, specifier);
  const to = layerOf(target);
  switch (own.layer) {
    case 'tools':
      return undefined;
    case 'root':
    case 'app':
      return oneOf(to, [
        'domain',
        'ports',
        'operations',
        'adapters',
        'workers',
        'app',
        'ui',
        'routes',
        'root',
      ]);
    case 'workers':
      return oneOf(to, ['domain', 'ports', 'operations', 'adapters', 'workers']);
    case 'domain':
      if (to.layer !== 'domain') return 'the domain knows nothing but the domain';
      if (!STAGES.includes(own.part)) return `${own.part} is no stage of the law`;
      return STAGES.indexOf(to.part) <= STAGES.indexOf(own.part)
        ? undefined
        : `${to.part} comes after ${own.part}`;
    case 'ports':
      if (to.layer !== 'domain' && to.layer !== 'ports') return 'ports know the domain only';
      return typeOnly ? undefined : 'ports are types: import type';
    case 'operations':
      return oneOf(to, ['domain', 'ports', 'operations']);
    case 'adapters':
      if (to.layer === 'adapters')
        return to.part === own.part ? undefined : 'an adapter knows no other adapter';
      return oneOf(to, ['domain', 'ports']);
    case 'ui':
      if (own.part === 'components') {
        return to.layer === 'ui' && to.part === 'components' ? undefined : 'components know only components';
      }
      return brokenPage(to, typeOnly, ['domain', 'ui']);
    case 'routes':
      return brokenPage(to, typeOnly, ['domain', 'ui', 'routes']);
    default:
      return `no layer: ${own.layer}`;
  }
}

/** Circles of files: none, whatever it is that they import of each other. */
function fileCircles(imports: readonly Import[]): readonly string[] {
  return circlesIn(edgesOf(imports, (path) => path));
}

/** Circles of folders, each file of which may be in no circle of its own. */
export function folderCircles(imports: readonly Import[]): readonly string[] {
  // The page's start stands above the folders.
  return circlesIn(edgesOf(imports, folderOf, 'root'));
}

function edgesOf(
  imports: readonly Import[],
  nodeOf: (path: string) => string,
  except?: string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const edges = new Map<string, Set<string>>();
  for (const { from, target } of imports) {
    if (target?.startsWith('src/') !== true) continue;
    const [a, b] = [nodeOf(from), nodeOf(target)];
    const isWithin = a === b && from !== target;
    if (isWithin || a === except || b === except) continue;
    edges.set(a, (edges.get(a) ?? new Set()).add(b));
  }
  return edges;
}

/** The folder whose circles count: a stage, an adapter, an object of the pages. */
function folderOf(path: string): string {
  const { layer, part } = layerOf(path);
  if (layer === 'root') return layer;
  // A file directly in a layer stands for itself: operations/office.ts gathers what operations/transact.ts carries.
  return part === '' ? path.replace(/^src\//u, '') : `${layer}/${part}`;
}

interface Place {
  readonly layer: string;
  readonly part: string;
}

function layerOf(path: string): Place {
  const [top, layer = '', part = '', ...rest] = path.split('/');
  if (top !== 'src') return { layer: top ?? '', part: '' };
  if (part === '') return { layer: 'root', part: '' };
  return { layer, part: rest.length === 0 ? '' : part };
}

function oneOf(to: Place, layers: readonly string[]): string | undefined {
  return layers.includes(to.layer) ? undefined : `may import ${layers.join(', ')} only`;
}

function brokenPage(to: Place, typeOnly: boolean, layers: readonly string[]): string | undefined {
  if (to.layer !== 'operations') return oneOf(to, layers);
  return typeOnly ? undefined : 'pages know operations as types: import type';
}

function hasPlace(path: string): boolean {
  const { layer } = layerOf(path);
  return layer === 'root' ? path in ROOT_FILES : LAYERS.includes(layer);
}

function brokenPackage(own: Place, from: string, specifier: string): string | undefined {
  if (own.layer === 'tools') return undefined;
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const allowed =
    own.layer === 'adapters'
      ? (PACKAGES_OF_ADAPTER[own.part] ?? [])
      : own.layer === 'ui' || own.layer === 'routes'
        ? PACKAGES_OF_PAGES
        : (ROOT_FILES[from] ?? []);
  return allowed.includes(name) ? undefined : `may not use the package ${name}`;
}
