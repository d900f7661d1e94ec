/** All tables with their fields, for whoever checks or reads any record: the server, the forms, the pages of what was written. */
import { registerTables } from './records/registers.ts';
import { firstTables, type Tables } from './tables.ts';

export const tables: Tables = { ...firstTables, ...registerTables };
