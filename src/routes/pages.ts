import type { StationPurpose } from '#domain/authority/station.ts';
import type { BodyPages } from './body-pages.ts';
import type { PageOwner, PageProps, Route } from './page.ts';

/** Those of the CA of State Bodies are named here and listed apart: no other station loads as much as their names. */
function ofBodies(page: keyof BodyPages): Route['load'] {
  return async () => (await import('./body-pages.ts')).bodyPages[page]();
}

/** Pages on which something is taken in, handed out or looked at, and nothing is decided, issued, revoked or signed. */
const everywhere: readonly StationPurpose[] = ['authority', 'field'];

/** A page for each stage of the law (R-2, G-1, N-1), loaded when it is gone to; the first one that fits is shown. */
export const pages: readonly Route[] = [
  { pattern: '/', purposes: everywhere, load: () => import('./Today.svelte') },
  { pattern: '/set-up', purposes: everywhere, load: () => import('./SetUp.svelte') },
  { pattern: '/applications', purposes: everywhere, kinds: ['G'], load: ofBodies('Letters') },
  { pattern: '/applications', purposes: everywhere, load: () => import('./Applications.svelte') },
  {
    pattern: '/applications/new/R-F1',
    purposes: everywhere,
    kinds: ['R'],
    load: () => import('./AuthorityApplicationForm.svelte'),
  },
  { pattern: '/applications/new/G-F1', purposes: everywhere, kinds: ['G'], load: ofBodies('LetterForm') },
  {
    pattern: '/applications/new/:form',
    purposes: everywhere,
    kinds: ['N'],
    load: () => import('./ApplicationForm.svelte'),
  },
  {
    pattern: '/applications/import',
    purposes: everywhere,
    kinds: ['N'],
    load: () => import('./ApplicationsImport.svelte'),
  },
  { pattern: '/applications/together', kinds: ['N'], load: () => import('./Together.svelte') },
  { pattern: '/applications/issue', kinds: ['N'], load: () => import('./IssueMany.svelte') },
  { pattern: '/applications/issuing', kinds: ['G'], load: ofBodies('Issuing') },
  { pattern: '/applications/hand-over', kinds: ['G'], load: ofBodies('HandOver') },
  { pattern: '/applications/letters/:id', kinds: ['G'], load: ofBodies('LetterPage') },
  {
    pattern: '/applications/:id/edit',
    purposes: everywhere,
    kinds: ['R'],
    load: () => import('./AuthorityApplicationForm.svelte'),
  },
  {
    pattern: '/applications/:id/edit',
    purposes: everywhere,
    kinds: ['N'],
    load: () => import('./ApplicationForm.svelte'),
  },
  { pattern: '/applications/:id', purposes: everywhere, load: () => import('./ApplicationPage.svelte') },
  { pattern: '/register', load: () => import('./Register.svelte') },
  { pattern: '/register/:serial', load: () => import('./CertificatePage.svelte') },
  { pattern: '/revocations', purposes: everywhere, load: () => import('./Revocations.svelte') },
  { pattern: '/revocations/new', purposes: everywhere, load: () => import('./RevocationForm.svelte') },
  {
    pattern: '/revocations/file',
    purposes: everywhere,
    kinds: ['N'],
    load: () => import('./RevocationFile.svelte'),
  },
  { pattern: '/revocations/cessation', kinds: ['N'], load: () => import('./Cessation.svelte') },
  {
    pattern: '/revocations/letters/new',
    purposes: everywhere,
    kinds: ['G'],
    load: ofBodies('RevocationLetterForm'),
  },
  {
    pattern: '/revocations/letters/:id',
    kinds: ['G'],
    load: ofBodies('RevocationLetterPage'),
  },
  { pattern: '/revocations/:id', purposes: everywhere, load: () => import('./RevocationPage.svelte') },
  { pattern: '/search', purposes: everywhere, load: () => import('./Search.svelte') },
  { pattern: '/crl', load: () => import('./Crl.svelte') },
  { pattern: '/crl/:id', load: () => import('./CrlPage.svelte') },
  { pattern: '/journals', kinds: ['G'], load: ofBodies('Journals') },
  { pattern: '/audit', purposes: everywhere, load: () => import('./AuditLog.svelte') },
  { pattern: '/forms', purposes: everywhere, load: () => import('./Forms.svelte') },
  { pattern: '/archive', load: () => import('./Archive.svelte') },
  { pattern: '/archive/open', load: () => import('./ArchivePackage.svelte') },
  { pattern: '/clauses', purposes: everywhere, load: () => import('./Clauses.svelte') },
  { pattern: '/carriers', kinds: ['G'], load: ofBodies('Carriers') },
  { pattern: '/carriers/:id', kinds: ['G'], load: ofBodies('CarrierPage') },
  { pattern: '/exchanges', purposes: everywhere, kinds: ['N'], load: () => import('./Exchanges.svelte') },
  { pattern: '/media', purposes: everywhere, load: () => import('./Media.svelte') },
  { pattern: '/microscope', purposes: everywhere, load: () => import('./Microscope.svelte') },
  { pattern: '/station', purposes: everywhere, load: () => import('./StationPage.svelte') },
  { pattern: '/station/rules', purposes: everywhere, load: () => import('./RuleSets.svelte') },
  { pattern: '/station/renewal', load: () => import('./Renewal.svelte') },
];

/** The route and the parts of the address; null when no page of such a station has it. */
export function matchRoute(
  path: string,
  { kind, purpose }: PageOwner,
): { readonly route: Route; readonly params: PageProps['params'] } | null {
  const fitting = pages.find(({ pattern }) => paramsOf(pattern, path) !== null);
  // The page of another authority, or of another purpose, is no page here, also where a wider pattern would take its address.
  const route = pages.find(
    ({ pattern, kinds, purposes = ['authority'] }) =>
      pattern === fitting?.pattern && kinds?.includes(kind) !== false && purposes.includes(purpose),
  );
  const params = route === undefined ? null : paramsOf(route.pattern, path);
  return route === undefined || params === null ? null : { route, params };
}

/** The parts of the address that the pattern names; null when it does not fit. */
function paramsOf(pattern: string, path: string): PageProps['params'] | null {
  const parts = path.split('/');
  const wanted = pattern.split('/');
  if (wanted.length !== parts.length) return null;
  const params: Record<string, string> = {};
  const fits = wanted.every((want, i) => {
    const part = parts[i] ?? '';
    if (!want.startsWith(':')) return want === part;
    params[want.slice(1)] = decodeURIComponent(part);
    return part !== '';
  });
  return fits ? params : null;
}
