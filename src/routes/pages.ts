import type { Component } from 'svelte';

/** What a page is given: the parts of its address. */
export interface PageProps {
  readonly params: { readonly [name: string]: string | undefined };
  readonly query: URLSearchParams;
}

export type Page = Component<PageProps>;

export interface Route {
  /** `/register/:serial` */
  readonly pattern: string;
  /** The module's component takes `PageProps`, or nothing. */
  readonly load: () => Promise<{ readonly default: object }>;
}

/** A page for each stage of the law (R-2, G-1, N-1), loaded when it is gone to; the first one that fits is shown. */
export const pages: readonly Route[] = [
  { pattern: '/', load: () => import('./Today.svelte') },
  { pattern: '/set-up', load: () => import('./SetUp.svelte') },
  { pattern: '/applications', load: () => import('./Applications.svelte') },
  { pattern: '/applications/new/:form', load: () => import('./ApplicationForm.svelte') },
  { pattern: '/applications/import', load: () => import('./ApplicationsImport.svelte') },
  { pattern: '/applications/issue', load: () => import('./IssueMany.svelte') },
  { pattern: '/applications/:id/edit', load: () => import('./ApplicationForm.svelte') },
  { pattern: '/applications/:id', load: () => import('./ApplicationPage.svelte') },
  { pattern: '/register', load: () => import('./Register.svelte') },
  { pattern: '/register/:serial', load: () => import('./CertificatePage.svelte') },
  { pattern: '/revocations', load: () => import('./Revocations.svelte') },
  { pattern: '/revocations/new', load: () => import('./RevocationForm.svelte') },
  { pattern: '/revocations/cessation', load: () => import('./Cessation.svelte') },
  { pattern: '/revocations/:id', load: () => import('./RevocationPage.svelte') },
  { pattern: '/crl', load: () => import('./Crl.svelte') },
  { pattern: '/crl/:id', load: () => import('./CrlPage.svelte') },
  { pattern: '/audit', load: () => import('./AuditLog.svelte') },
  { pattern: '/forms', load: () => import('./Forms.svelte') },
  { pattern: '/archive', load: () => import('./Archive.svelte') },
  { pattern: '/clauses', load: () => import('./Clauses.svelte') },
  { pattern: '/media', load: () => import('./Media.svelte') },
  { pattern: '/station', load: () => import('./StationPage.svelte') },
];

/** The route and the parts of the address; null when no page has it. */
export function matchRoute(
  path: string,
): { readonly route: Route; readonly params: PageProps['params'] } | null {
  const parts = path.split('/');
  for (const route of pages) {
    const wanted = route.pattern.split('/');
    if (wanted.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const fits = wanted.every((want, i) => {
      const part = parts[i] ?? '';
      if (!want.startsWith(':')) return want === part;
      params[want.slice(1)] = decodeURIComponent(part);
      return part !== '';
    });
    if (fits) return { route, params };
  }
  return null;
}
