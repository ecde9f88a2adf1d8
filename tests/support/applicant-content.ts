import type { SubscriberContent } from '#domain/application/application.ts';
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
    documents: [
      { kind: 'identity-document', number: '012345678', date: '2020-05-05' as never, issuer: 'ІІМ' },
    ],
  };
}
