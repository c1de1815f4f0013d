import { expect, it } from 'vitest';
import { compareDanish } from '../src/danish-order.ts';

it('Æ, Ø and Å stand last, "Aa" as Å, and numbers by their value', () => {
  const places = ['Aarhus', 'Ål', 'Øster', 'Ærø', 'Zebra', 'Åbenrå', 'Balle'];
  expect(places.toSorted(compareDanish)).toEqual(['Balle', 'Zebra', 'Ærø', 'Øster', 'Åbenrå', 'Ål', 'Aarhus']);
  expect(['10. årgang', '2. årgang', '0. årgang'].toSorted(compareDanish)).toEqual([
    '0. årgang',
    '2. årgang',
    '10. årgang',
  ]);
});
