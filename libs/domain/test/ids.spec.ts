import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isUuid } from '../src/ids.ts';

it('an id is a uuid as the database prints it, and nothing else', () => {
  fc.assert(fc.property(fc.uuid(), (id) => isUuid(id)));
  fc.assert(fc.property(fc.string(), (text) => !isUuid(text)));
  fc.assert(fc.property(fc.uuid(), (id) => !isUuid(` ${id}`) && !isUuid(`${id}\n`) && !isUuid(`{${id}}`)));
  expect(isUuid('')).toBe(false);
});
