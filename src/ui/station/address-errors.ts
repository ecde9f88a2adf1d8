import type { CertificateAddresses } from '#domain/authority/station.ts';
import { parseWebAddress } from '#domain/party/web-address.ts';
import { words } from '#ui/i18n/language.svelte.ts';

/** The four addresses as typed; empty ones are left out of certificates. */
export interface AddressFields {
  crl: string;
  issuerCertificate: string;
  practiceStatement: string;
  policyOid: string;
}

export interface FieldError {
  readonly fieldId: string;
  readonly text: string;
}

export function addressErrors(fields: AddressFields): readonly FieldError[] {
  const t = words.t.setUp;
  const errors: FieldError[] = [];
  for (const field of ['crl', 'issuerCertificate', 'practiceStatement'] as const)
    if (fields[field].trim() !== '' && !parseWebAddress(fields[field].trim()).ok)
      errors.push({ fieldId: field, text: t.addressWrong(t.addresses[field]) });
  const oid = fields.policyOid.trim();
  if (oid !== '' && !/^[0-2](\.(0|[1-9]\d*)){2,}$/.test(oid))
    errors.push({ fieldId: 'policyOid', text: t.oidWrong });
  if (oid === '' && fields.practiceStatement.trim() !== '')
    errors.push({ fieldId: 'policyOid', text: t.policyMissing });
  return errors;
}

export function typedAddresses(fields: AddressFields): CertificateAddresses {
  const names = ['crl', 'issuerCertificate', 'practiceStatement', 'policyOid'] as const;
  const typed = names.map((name) => [name, fields[name].trim()] as const).filter(([, value]) => value !== '');
  return Object.fromEntries(typed) satisfies Partial<AddressFields>;
}
