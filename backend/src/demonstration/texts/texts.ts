import type { Band } from '../schools.ts';

/** What became of a trial, told by the team that tried it. */
export interface TrialText {
  /** Which marker of the example set it stands under, by position. */
  marker: 1 | 2 | 3 | 4 | 5;
  /** Where it makes sense; everywhere when left out. */
  bands?: readonly Band[];
  title: string;
  why: string;
  signs: readonly string[];
  tried: string;
  saw: string;
  learned: string;
  end: 'KEEP' | 'ADJUST' | 'STOP';
  /** What it was adjusted to. */
  next?: Omit<TrialText, 'marker' | 'bands'>;
}

/** A point that a team puts on its agenda itself. */
export interface TopicText {
  title: string;
  kind: 'DISCUSSION' | 'DECISION' | 'ORIENTATION';
  track: 'OPERATIONS' | 'DEVELOPMENT';
  minutes: number;
  note: string;
  decision?: string;
}
