import type { TableFile } from '#ports/table-file.ts';
import { readTable } from './read-table.ts';
import { writeTable } from './write-table.ts';

export const csvFile: TableFile = { read: readTable, write: writeTable };
