import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import tokens from '../src/tokens.json' with { type: 'json' };

type Rgb = readonly [number, number, number];

const THEMES = ['light', 'dark'] as const;
const TEXT = 4.5;
const CONTROL = 3;
const APART = 7;

function linear(hex: string): Rgb {
  const channel = (from: number) => {
    const value = parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function ratio(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = linear(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
const SIGHT = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

/** Björn Ottosson's OKLab from linear sRGB. */
function oklab([red, green, blue]: Rgb): Rgb {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

function distance(one: string, other: string, sight: keyof typeof SIGHT): number {
  const seen = (hex: string) => {
    const rgb = linear(hex);
    const through = SIGHT[sight].map((row) =>
      Math.min(1, Math.max(0, row[0]! * rgb[0] + row[1]! * rgb[1] + row[2]! * rgb[2])),
    );
    return oklab(through as unknown as Rgb);
  };
  const [a, b] = [seen(one), seen(other)];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function pick(pair: readonly string[], theme: (typeof THEMES)[number]): string {
  return pair[THEMES.indexOf(theme)]!;
}

describe.each(THEMES)('the colours of the %s theme', (theme) => {
  const role = (name: keyof typeof tokens.roles) => pick(tokens.roles[name], theme);
  const grounds = ['paper', 'surface', 'sunken'] as const;

  it.each(grounds)('every text colour reads on %s', (ground) => {
    for (const name of ['ink', 'ink-2', 'ink-3', 'accent', 'ok', 'warn', 'danger'] as const) {
      expect(ratio(role(name), role(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(TEXT);
    }
  });

  it.each(grounds)("controls' edges and the focus ring can be seen on %s", (ground) => {
    for (const name of ['line-strong', 'focus'] as const) {
      expect(ratio(role(name), role(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(CONTROL);
    }
  });

  it('words on filled buttons read, at rest and hovered', () => {
    expect(ratio(role('on-accent'), role('accent'))).toBeGreaterThanOrEqual(TEXT);
    expect(ratio(role('on-accent'), role('accent-hover'))).toBeGreaterThanOrEqual(TEXT);
    expect(ratio(role('on-danger'), role('danger'))).toBeGreaterThanOrEqual(TEXT);
  });

  it('every marker may be text on every ground and on its own tint, and carries its number', () => {
    tokens.markers.forEach((marker, index) => {
      const solid = pick(marker.solid, theme);
      for (const ground of grounds) {
        expect(ratio(solid, role(ground)), `marker ${index + 1} on ${ground}`).toBeGreaterThanOrEqual(TEXT);
      }
      expect(ratio(solid, pick(marker.tint, theme)), `marker ${index + 1} on its tint`).toBeGreaterThanOrEqual(TEXT);
      expect(ratio(role('ink'), pick(marker.tint, theme)), `ink on tint ${index + 1}`).toBeGreaterThanOrEqual(TEXT);
      expect(ratio(role('on-marker'), solid), `number in marker ${index + 1}`).toBeGreaterThanOrEqual(TEXT);
    });
  });

  it('the number reads at every depth', () => {
    tokens.depth.forEach((step, index) => {
      expect(ratio(pick(step.text, theme), pick(step.fill, theme)), `depth ${index}`).toBeGreaterThanOrEqual(TEXT);
    });
  });

  it.each(Object.keys(SIGHT) as (keyof typeof SIGHT)[])('the five markers are told apart with %s sight', (sight) => {
    const five = tokens.markers.slice(0, 5).map((marker) => pick(marker.solid, theme));
    five.forEach((one, index) => {
      for (const other of five.slice(index + 1)) {
        expect(distance(one, other, sight), `${one} and ${other}`).toBeGreaterThanOrEqual(APART);
      }
    });
  });
});

describe('tokens.css', () => {
  const css = readFileSync(new URL('../src/tokens.css', import.meta.url), 'utf8');
  const written = new Map(
    [...css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/gi)].map(
      ([, name, light, dark]) => [name!, [light!.toUpperCase(), dark!.toUpperCase()]],
    ),
  );
  const meant = new Map<string, string[]>([
    ...Object.entries(tokens.roles),
    ...tokens.markers.flatMap((marker, index): [string, string[]][] => [
      [`marker-${index + 1}`, marker.solid],
      [`marker-${index + 1}-tint`, marker.tint],
    ]),
    ...tokens.depth.flatMap((step, index): [string, string[]][] => [
      [`depth-${index}`, step.fill],
      [`depth-${index}-text`, step.text],
    ]),
  ]);

  it('holds the colours of tokens.json, all of them and no others', () => {
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(meant));
  });
});
