import { expect, it } from 'vitest';
import { lacksPart } from './lacks-part.ts';

it.each([
  ['Chromium', 'Failed to fetch dynamically imported module: https://plf.example/assets/Page-1.js'],
  ['Firefox', 'error loading dynamically imported module: https://plf.example/assets/Page-1.js'],
  ['Safari', 'Importing a module script failed.'],
  ['Vite, of a style', 'Unable to preload CSS for /assets/Page-1.css'],
])('a part that could not be fetched is known by what %s says', (_who, message) => {
  expect(lacksPart(new TypeError(message))).toBe(true);
});

it.each([[new TypeError('x is undefined')], [{ errors: [] }], [null], ['Importing a module script failed.']])(
  'any other fault is none: %s',
  (error) => {
    expect(lacksPart(error)).toBe(false);
  },
);
