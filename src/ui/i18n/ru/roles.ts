import type { Role } from '#domain/authority/roles.ts';

export const roleNames: Readonly<Record<Role, string>> = {
  administrator: 'администратор',
  registrar: 'регистратор',
  'ca-officer': 'сотрудник центра',
  auditor: 'аудитор',
};
