import type { ApplicationContent } from '#domain/application/application.ts';
import { commonNameOf } from '#domain/application/certificate-subject.ts';
import type { SubjectName } from './subject-name.ts';

/** The subject that an application gets: an individual's (N-F1), that of a person for a legal entity (N-F2), an authority's (R-F1). */
export function subjectOfApplication(content: ApplicationContent): SubjectName {
  if (content.form === 'R-F1')
    return {
      kind: 'authority',
      region: content.region,
      organization: content.organisationShortName,
      commonName: content.authorityShortName,
      email: content.email,
    };
  const { region, city, iin, email, bin, organisationShortName, legalRole } = content;
  const person = { region, city, commonName: commonNameOf(content), iin, email };
  if (bin === undefined || organisationShortName === undefined || legalRole === undefined)
    return { kind: 'individual', ...person };
  return { kind: 'legal-entity', ...person, organization: organisationShortName, bin, role: legalRole };
}
