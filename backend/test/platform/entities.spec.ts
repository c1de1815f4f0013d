import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntityMetadata } from 'typeorm';
import { Database } from '../../src/platform/database.ts';
import { startWorld, type World } from '../world.ts';

/** Written before there is anything to map: the list of what was applied. */
const UNMAPPED = ['schema_file'];

let world: World;
let entities: EntityMetadata[];
beforeAll(async () => {
  world = await startWorld();
  entities = world.app.get(Database).source.entityMetadatas;
});
afterAll(() => world.stop());

/** A column in one line, said alike by the table and by the entity: name, type, and whether it may be null, is of the key and has a value of its own. */
const line = (name: string, type: string, nullable: boolean, isKey: boolean, hasDefault: boolean): string =>
  [name, type, nullable ? 'null' : 'not null', isKey ? 'key' : '', hasDefault ? 'default' : '']
    .filter(Boolean)
    .join(' ');

const NAMES: Record<string, string> = { timestamptz: 'timestamp with time zone', int: 'integer' };

async function tables(): Promise<Map<string, string[]>> {
  const { rows } = await world.admin.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(concat_ws(' ', a.attname, format_type(a.atttypid, null), case when a.attnotnull then 'not null' else 'null' end,
        case when a.attnum = any (k.conkey) then 'key' end, case when a.atthasdef and a.attgenerated = '' then 'default' end) order by a.attname) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by c.relname`,
  );
  return new Map(rows.filter((row) => !UNMAPPED.includes(row.name)).map((row) => [row.name, row.columns]));
}

const mapped = (entity: EntityMetadata): string[] =>
  entity.columns
    .map((column) => {
      const type = String(column.type);
      const named = `${NAMES[type] ?? type}${column.isArray ? '[]' : ''}`;
      return line(column.databaseName, named, column.isNullable, column.isPrimary, column.default !== undefined);
    })
    .sort();

describe('the entities', () => {
  it('are of every table there is, and of no other', async () => {
    expect(entities.map((entity) => entity.tableName).sort()).toEqual([...(await tables()).keys()].sort());
  });

  it('say of each column what the migrations made: its type, whether it may be null, the key and the default', async () => {
    const made = await tables();
    for (const entity of entities)
      expect(mapped(entity), entity.tableName).toEqual([...(made.get(entity.tableName) ?? [])].sort());
  });
});
