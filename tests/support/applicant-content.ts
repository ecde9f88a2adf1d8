import type { SubscriberContent } from '#domain/application/application.ts';
import { legalDocuments } from './legal-documents.ts';
import { applicant } from './people.ts';

/** The n-th applicant's form, as it would have been typed and parsed. */
export function contentOf(n: number): SubscriberContent {
  const { legal, patronymic, ...person } = applicant(n);
  return {
    form: legal === undefined ? 'N-F1' : 'N-F2',
    ...person,
    ...(patronymic === '' ? {} : { patronymic }),
    ...(legal === undefined
      ? {}
      : {
          bin: legal.bin,
          organisationName: legal.name,
          organisationShortName: legal.shortName,
          legalRole: 1 as const,
        }),
    usageAreas: ['Салық есептілігін тапсыру'],
    signatureTool: 'ECDSA P-256',
    purpose: n % 2 === 0 ? 'signing' : 'authentication',
    documents: legal === undefined ? legalDocuments.slice(0, 1) : legalDocuments,
  };
}
