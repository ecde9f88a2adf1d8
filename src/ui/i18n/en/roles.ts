import type { Role } from '#domain/authority/roles.ts';

export const roleNames: Readonly<Record<Role, string>> = {
  administrator: 'administrator',
  registrar: 'registrar',
  'ca-officer': 'CA officer',
  auditor: 'auditor',
};
