import type { AuthorityKind } from '#domain/authority/station.ts';
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
  /** The authorities that have the page; absent: every one. */
  readonly kinds?: readonly AuthorityKind[];
  /** The module's component takes `PageProps`, or nothing. */
  readonly load: () => Promise<{ readonly default: object }>;
}
