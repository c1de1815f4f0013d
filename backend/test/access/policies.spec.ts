import '../../src/app.module.ts';
import { describe, expect, it } from 'vitest';
import { allAbilities } from '../../src/access/policy.ts';
import { VIEWER_BITS } from '../../src/access/viewer-column.ts';
import { readVisibility } from './visibility.ts';

const visibility = readVisibility();

/** Cells that one ability alone can hold; the rest (week, copy, tables ...) are other shapes with abilities of their own. */
const PLAIN = new Set(['yes', 'own', 'attending']);

describe('the policies and visibility.csv', () => {
  it('name the same viewers', () => {
    for (const [object, cells] of visibility) {
      expect(
        Object.keys(cells).filter((viewer) => viewer !== 'stranger_or_other_municipality'),
        object,
      ).toEqual(Object.keys(VIEWER_BITS));
    }
  });

  it('agree in every cell that a policy opens: what is not in the table is denied', () => {
    const faults: string[] = [];
    for (const ability of allAbilities()) {
      if (ability.row === undefined) continue;
      const row = visibility.get(ability.row);
      if (!row) faults.push(`${ability.name}: the table has no row "${ability.row}"`);
      else {
        for (const [viewer, cell] of Object.entries(ability.viewers)) {
          if (row[viewer] !== cell)
            faults.push(`${ability.name}: ${viewer} has "${cell}", the table says "${row[viewer]}"`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('leave out nobody whom the table gives a row that is built', () => {
    const faults: string[] = [];
    for (const row of new Set(allAbilities().flatMap((ability) => ability.row ?? []))) {
      const opened = new Set(
        allAbilities()
          .filter((ability) => ability.row === row)
          .flatMap((ability) => Object.keys(ability.viewers)),
      );
      for (const [viewer, cell] of Object.entries(visibility.get(row) ?? {})) {
        if (PLAIN.has(cell) && !opened.has(viewer))
          faults.push(`${row}: ${viewer} has "${cell}" in the table and in no policy`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('show on the screen in the room nothing that a guest who attends may not see', () => {
    const shown = allAbilities().filter((ability) => ability.onRoomScreen);
    expect(shown.length).toBeGreaterThan(0);
    for (const { name, row } of shown)
      expect(['yes', 'attending', 'count'], name).toContain(visibility.get(row!)?.['meeting_guest']);
  });

  it('say who may in a sentence', () => {
    for (const ability of allAbilities()) expect(ability.sentence, ability.name).toMatch(/^\p{Lu}.{15,}\.$/u);
  });
});
