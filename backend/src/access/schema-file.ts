import type { Settings } from '../platform/config.ts';

/** The schema is written to libs/schema only by `npm run build`'s schema step; a running server keeps it in memory. */
export const schemaFile = (_settings: Settings): string | true => process.env['PEJLING_SCHEMA_FILE'] ?? true;
