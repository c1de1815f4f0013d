import { type CSSProperties, Fragment } from 'react';
import { cx } from './cx.ts';
import css from './TimeBar.module.css';

export interface TimeBlock {
  id: string;
  /** The item's number. */
  number: number | string;
  /** A short name, shown where there is room. */
  label?: string;
  minutes: number;
  /** Filled (development) or open (operations). */
  filled?: boolean;
  current?: boolean;
}

export interface TimeTick {
  /** Minutes from the start. */
  at: number;
  /** "14.45" */
  label: string;
  /** Set in ink, and never dropped on a narrow screen: the planned end. */
  strong?: boolean;
}

export interface TimeBarProps {
  /** The picture in words; the list below it tells the same in full. */
  label: string;
  blocks: readonly TimeBlock[];
  /** The slot's length in minutes. Blocks that pass it are hatched. */
  planned: number;
  ticks: readonly TimeTick[];
  /** Minutes between the neatline's changes from filled to open. */
  step?: number;
  className?: string;
}

/** A slot with its items as blocks, and a chart's neatline under it that cuts where the time is up. */
export function TimeBar({ label, blocks, planned, ticks, step = 5, className }: TimeBarProps) {
  const used = blocks.reduce((sum, block) => sum + block.minutes, 0);
  const total = Math.max(planned, used, 1);
  const part = (minutes: number) => `${(minutes / total) * 100}%`;
  const placed = blocks.map((block, n) => ({
    ...block,
    at: blocks.slice(0, n).reduce((sum, one) => sum + one.minutes, 0),
  }));
  return (
    <div className={cx(css.bar, className)} role="img" aria-label={label}>
      <div className={css.blocks}>
        {placed.map((block) => (
          <span
            key={block.id}
            className={css.block}
            data-filled={block.filled || undefined}
            data-current={block.current || undefined}
            style={
              { inlineSize: part(block.minutes), '--late': overrun(block.at, block.minutes, planned) } as CSSProperties
            }
          >
            <b>{block.number}</b>
            {block.label && <span className={css.name}>{block.label}</span>}
          </span>
        ))}
        {used < planned && <span className={css.free} style={{ inlineSize: part(planned - used) }} />}
        {used > planned && <span className={css.end} style={{ insetInlineStart: part(planned) }} />}
      </div>
      <div className={css.neatline}>
        {Array.from({ length: Math.ceil(planned / step) }, (_, index) => (
          <span
            key={index}
            className={css.cell}
            style={{ inlineSize: part(Math.min(step, planned - index * step)) }}
            data-filled={index % 2 === 0 || undefined}
          />
        ))}
        {used > planned && <span className={css.after} />}
      </div>
      <div className={css.ticks}>
        {ticks.map((tick) => (
          <Fragment key={tick.at}>
            <span
              className={css.tick}
              data-strong={tick.strong || undefined}
              data-edge={tick.at <= 0 ? 'start' : tick.at >= total ? 'end' : undefined}
              style={{ insetInlineStart: part(tick.at) }}
            >
              {tick.label}
            </span>
          </Fragment>
        ))}
      </div>
    </div>
  );
}

/** How much of a block lies after the planned end, as a percentage of the block. */
function overrun(at: number, minutes: number, planned: number): string {
  const late = Math.min(minutes, Math.max(0, at + minutes - planned));
  return `${minutes === 0 ? 0 : (late / minutes) * 100}%`;
}

/** A template's shape at a glance: one stroke per item, as long as its minutes. */
export function TemplateBar({
  minutes,
  longest,
  chosen,
}: {
  minutes: readonly number[];
  longest: number;
  chosen?: boolean;
}) {
  return (
    <span className={css.template} data-chosen={chosen || undefined} aria-hidden="true">
      {minutes.map((length, index) => (
        <span key={index} style={{ inlineSize: `${(length / Math.max(1, longest)) * 100}%` }} />
      ))}
    </span>
  );
}
