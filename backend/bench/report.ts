import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';
import { here } from './side.ts';

/** One figure of the bench, as docs/benchmarks/latest.json holds it. */
export interface Figure {
  id: string;
  ours: number;
  limit: number | null;
  peer: number | null;
  unit: string;
  throughputRatio?: number;
  ratioToLimit: number | null;
  ratioToPeer: number | null;
  /** The promise, as a number in `targetOf`'s terms. */
  target: number;
  /** What the target is held against, in words. */
  targetOf: string;
  met: boolean;
}

/** Of an even count, the middle between the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
}

export const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** The value that 95 of 100 stay within. */
export const p95 = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * 0.95))]!;

export const spread = (numbers: readonly number[]): string =>
  `${Math.min(...numbers).toFixed(2)}–${Math.max(...numbers).toFixed(2)}`;

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
export const verdict = (met: boolean): string => (met ? 'met' : 'MISSED');

const number = (value: number | null | undefined): string => (value == null ? '–' : value.toFixed(3));

/** Writes docs/benchmarks/latest.{json,md}. @param told the lines printed, with their spreads */
export function write(rows: readonly Figure[], told: readonly string[]): void {
  mkdirSync(here('../../docs/benchmarks'), { recursive: true });
  writeFileSync(here('../../docs/benchmarks/latest.json'), `${JSON.stringify({ rows }, null, 2)}\n`);
  const missed = rows.filter((row) => !row.met);
  const lines = [
    '# The bench, last run whole',
    '',
    `*${new Date().toISOString().slice(0, 16)}Z, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Linux ${release()}, Node ${process.version}; load at the end ${loadavg()
      .map((one) => one.toFixed(1))
      .join(', ')}.*`,
    '',
    missed.length === 0
      ? 'Every row that ran reaches its figure.'
      : `These rows miss their figure: ${missed.map((row) => row.id).join(', ')}.`,
    '',
    '| Row | Ours | Limit | Peer | Unit | To limit | To peer | Figure | Met |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      (row) =>
        `| ${row.id} | ${number(row.ours)} | ${number(row.limit)} | ${number(row.peer)} | ${row.unit} | ${number(row.ratioToLimit)} | ${number(row.ratioToPeer)} | ≤ ${row.target} ${row.targetOf} | ${row.met ? 'yes' : 'no'} |`,
    ),
    '',
    ...told.map((line) => `- ${line}`),
  ];
  writeFileSync(here('../../docs/benchmarks/latest.md'), `${lines.join('\n')}\n`);
}
