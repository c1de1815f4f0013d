import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './MarkerGlyph.module.css';

/** 1 circle, 2 triangle, 3 square, 4 diamond, 5 house, 6 hourglass, 7 cross, 8 ring. */
export type MarkerSlot = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface MarkerGlyphProps {
  /** Colour and shape. */
  slot: number;
  /** What stands inside: the marker's number, or a letter where a team has chosen letters. */
  number: number | string;
  /** The accessible name, "Pejlemærke 2: Tydelige rammer". Leave it out where the name stands beside the glyph. */
  label?: string | undefined;
  /** In pixels at the normal root size; at least 18. The triangle is drawn larger, so that its number reads. */
  size?: number;
  className?: string;
}

/** The shape, and where the number's middle lies in it. The canvas is 24 × 24. */
const SHAPES: Record<MarkerSlot, { shape: ReactNode; x?: number; y: number; type: number }> = {
  1: { shape: <circle cx="12" cy="12" r="10.6" />, y: 16.4, type: 12.5 },
  2: { shape: <path d="M12 1.5 22.9 21.2H1.1Z" strokeWidth="1.8" />, y: 19, type: 11.6 },
  3: { shape: <rect x="2.2" y="2.2" width="19.6" height="19.6" rx="1.4" strokeWidth="0" />, y: 16.4, type: 12.5 },
  4: { shape: <path d="M12 .9 23.1 12 12 23.1.9 12Z" strokeWidth="1.2" />, y: 16.2, type: 11.8 },
  5: { shape: <path d="M12 1.5 22 9.4v12.4H2V9.4Z" strokeWidth="1.4" />, y: 18, type: 12 },
  6: { shape: <path d="M2.6 1.8h18.8L17.8 12l3.6 10.2H2.6L6.2 12Z" strokeWidth="1.4" />, y: 16.2, type: 11.6 },
  7: { shape: <path d="M7 1.4h10V7h5.6v10H17v5.6H7V17H1.4V7H7Z" strokeWidth="1" />, y: 16.3, type: 12 },
  8: { shape: <circle className={css.ring} cx="12" cy="12" r="9.6" strokeWidth="3" />, y: 16, type: 11.4 },
};

function slotOf(slot: number): MarkerSlot {
  return Math.min(8, Math.max(1, Math.round(slot))) as MarkerSlot;
}

/** The sign without its own picture, for drawing inside a larger one. Its canvas is 24 × 24 from the origin. */
export function MarkerShape({ slot, number }: Pick<MarkerGlyphProps, 'slot' | 'number'>) {
  const place = slotOf(slot);
  const { shape, y, type } = SHAPES[place];
  const text = String(number);
  return (
    <g className={css.sign} data-slot={place}>
      {shape}
      <text className={css.number} x="12" y={y} fontSize={text.length > 1 ? type * 0.78 : type}>
        {text}
      </text>
    </g>
  );
}

/** A guiding marker's sign: colour, shape and number together, never the colour alone. */
export function MarkerGlyph({ slot, number, label, size = 22, className }: MarkerGlyphProps) {
  const place = slotOf(slot);
  const rem = `${(place === 2 ? Math.max(22, size * 1.12) : Math.max(18, size)) / 16}rem`;
  return (
    <svg
      className={cx(css.glyph, className)}
      data-slot={place}
      viewBox="0 0 24 24"
      style={{ inlineSize: rem, blockSize: rem }}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <MarkerShape slot={place} number={number} />
    </svg>
  );
}

export interface MarkerNameProps extends Omit<MarkerGlyphProps, 'label' | 'className'> {
  name: ReactNode;
  /** Read before the name by a screen reader: "Pejlemærke 2". */
  spoken: string;
  className?: string;
}

/** Glyph and name on one line. */
export function MarkerName({ name, spoken, className, ...glyph }: MarkerNameProps) {
  return (
    <span className={cx(css.name, className)}>
      <MarkerGlyph {...glyph} label={spoken} />
      <span>{name}</span>
    </span>
  );
}
