import type { Certificate } from '#domain/certificate/certificate.ts';
import type { CertificateList } from '#domain/crl/certificate-list.ts';
import type { RegisterStanding } from '#domain/microscope/looked-at.ts';

/** What a station has beside the files that are looked at; a stranger's page has nothing. */
export interface KnownHere {
  /** Authorities of the station's own chains, the roots among them. */
  readonly authorities: readonly Certificate[];
  readonly lists: readonly CertificateList[];
  /** Absent where there is no register. */
  readonly seek?: {
    certificate(certificate: Certificate): Promise<RegisterStanding>;
    key(keyIdentifierHex: string): Promise<RegisterStanding>;
    list(sha256Hex: string): Promise<RegisterStanding>;
  };
}

export const nothingKnown: KnownHere = { authorities: [], lists: [] };
