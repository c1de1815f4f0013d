import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { MarkerShape } from './MarkerGlyph.tsx';
import { BEARINGS, CONTOURS, POSITION, SOUNDINGS } from './sign-in-coast.ts';
import css from './SignInChart.module.css';

export interface SignInChartProps {
  /** Under the position: "I er her i uge 48". */
  caption?: string;
  /** Names on the chart, for an island, a deep and a shoal. */
  places?: readonly [string, string, string];
  className?: string;
  /** Lies over the land at the top: the word mark and a sentence. */
  children?: ReactNode;
}

/** A sea chart with cross-bearings to the five markers, framed by a neatline. Decorative: hidden from screen readers. */
export function SignInChart({ caption, places, className, children }: SignInChartProps) {
  const [x, y] = POSITION;
  return (
    <div className={cx(css.frame, className)}>
      <div className={css.sheet}>
        <svg className={css.chart} viewBox="0 0 560 820" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
          {CONTOURS.map((path, level) => (
            <path key={level} className={css.contour} data-level={level} d={path} />
          ))}
          <g className={css.soundings}>
            {SOUNDINGS.map(([sx, sy, depth]) => {
              const [metres, tenths] = depth.split('.');
              return (
                <text key={`${sx}.${sy}`} x={sx} y={sy}>
                  {metres}
                  {tenths && tenths !== '0' && <tspan dy="3">{tenths}</tspan>}
                </text>
              );
            })}
          </g>
          <g className={css.bearings}>
            {BEARINGS.map((bearing) => (
              <path key={bearing.slot} d={`M${bearing.from}L${bearing.to}`} />
            ))}
            {BEARINGS.map((bearing) => (
              <text key={bearing.slot} transform={bearing.at} y="-5">
                {bearing.words}
              </text>
            ))}
          </g>
          {places && (
            <g className={css.places}>
              <text x="92" y="721">
                {places[0]}
              </text>
              <text x="176" y="668" transform="rotate(12 176 668)" data-water="">
                {places[1]}
              </text>
              <text x="338" y="769" data-water="">
                {places[2]}
              </text>
            </g>
          )}
          <circle className={css.here} cx={x} cy={y} r="9.5" />
          <circle className={css.hereDot} cx={x} cy={y} r="2.6" />
          {caption && (
            <text className={css.caption} x={x + 8} y={y + 32}>
              {caption}
            </text>
          )}
          {BEARINGS.map((bearing) => (
            <g key={bearing.slot} transform={`translate(${bearing.x - 14} ${bearing.y - 14}) scale(1.17)`}>
              <MarkerShape slot={bearing.slot} number={bearing.slot} />
            </g>
          ))}
        </svg>
        {children && <div className={css.words}>{children}</div>}
      </div>
    </div>
  );
}
