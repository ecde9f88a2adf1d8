import type { Role } from '#domain/authority/roles.ts';

export const roleNames: Readonly<Record<Role, string>> = {
  administrator: 'әкімші',
  registrar: 'тіркеуші',
  'ca-officer': 'орталық қызметкері',
  auditor: 'аудитор',
};
