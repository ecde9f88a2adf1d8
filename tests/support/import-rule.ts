import type { Import } from './source-files.ts';

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
  'journal',
  'form',
  'archive',
  'exchange',
];

/** What each adapter is there for. */
const PACKAGES_OF_ADAPTER: Readonly<Record<string, readonly string[]>> = {
  age: ['age-encryption', '@scure/base'],
  digest: ['@noble/hashes'],
  gost: ['@noble/curves', '@noble/hashes'],
  indexeddb: ['idb'],
  pdf: ['jspdf', 'jspdf-autotable', 'qr'],
  pkijs: ['pkijs', 'asn1js', '@noble/hashes'],
  zip: ['fflate', 'client-zip'],
  csv: ['papaparse'],
  qr: ['qr'],
  passphrase: ['@zxcvbn-ts/core'],
};

const PACKAGES_OF_PAGES = ['svelte', 'qr', '@zxcvbn-ts/core'];

/** Why an import breaks the rule of layers, or undefined when it keeps it. */
export function broken({ from, specifier, target, typeOnly }: Import): string | undefined {
  if (specifier.startsWith('..')) return 'goes up by ../; cross-folder imports go by alias';
  const own = layerOf(from);
  if (own.layer === 'app' || own.layer === 'workers' || own.layer === 'root') return undefined;
  if (own.layer === 'tools') return undefined;
  if (target === undefined) return brokenPackage(own, specifier);
  const to = layerOf(target);
  switch (own.layer) {
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

/** The folder whose cycles count: a stage, an adapter, an object of the pages. */
export function folderOf(path: string): string {
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

function brokenPackage(own: Place, specifier: string): string | undefined {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const allowed =
    own.layer === 'adapters'
      ? (PACKAGES_OF_ADAPTER[own.part] ?? [])
      : own.layer === 'ui' || own.layer === 'routes'
        ? PACKAGES_OF_PAGES
        : [];
  return allowed.includes(name) ? undefined : `may not use the package ${name}`;
}
