import type { AuthorityKind, StationPurpose } from '#domain/authority/station.ts';
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
  /** The authorities whose stations have the page; absent: every one's. */
  readonly kinds?: readonly AuthorityKind[];
  /** What a station with this page is for; absent: an authority's own alone, so that no page decides where nothing is decided. */
  readonly purposes?: readonly StationPurpose[];
  /** The module's component takes `PageProps`, or nothing. */
  readonly load: () => Promise<{ readonly default: object }>;
}

/** Whose page it has to be: the authority's kind, and what the station is for. */
export interface PageOwner {
  readonly kind: AuthorityKind;
  readonly purpose: StationPurpose;
}
