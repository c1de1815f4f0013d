import type { LaidItem } from '#domain/carry-over.ts';
import { chanceOf, deckOf, type Chance, type Deck } from './random.ts';
import type { DemoTeam } from './schools.ts';
import { AGREEMENTS, TASKS } from './texts/actions.ts';
import { DECISIONS } from './texts/decisions.ts';
import { INQUIRY } from './texts/inquiry.ts';
import { NOTES, type NoteKind } from './texts/notes.ts';
import { PURPOSES } from './texts/purposes.ts';
import { TOPICS } from './texts/topics.ts';
import { TRIALS_1 } from './texts/trials-1.ts';
import { TRIALS_2 } from './texts/trials-2.ts';
import { TRIALS_3 } from './texts/trials-3.ts';
import { TRIALS_4 } from './texts/trials-4.ts';
import { TRIALS_5 } from './texts/trials-5.ts';
import type { TopicText, TrialText } from './texts/texts.ts';

export const TRIALS: readonly TrialText[] = [...TRIALS_1, ...TRIALS_2, ...TRIALS_3, ...TRIALS_4, ...TRIALS_5];

const TRIAL_STEPS = new Set(['naeste-proevehandling', 'vaelg-proevehandling', 'aftaler']);
const DECISION_STEPS = new Set(['opsamling-og-deling', 'hvad-ved-vi-stadig-ikke']);

const KIND_OF_STEP: Record<string, NoteKind> = {
  'check-in': 'checkIn',
  'check-out': 'checkOut',
  'tavs-refleksion': 'silent',
  'opsamling-og-deling': 'wrapUp',
  rammesaetning: 'frame',
  'beskriv-hvad-ser-vi': 'data',
  'hvad-ved-vi-stadig-ikke': 'unknown',
  'refleksion-over-processen': 'checkOut',
  'en-knast': 'knot',
};

/** The words of one team, dealt so that nothing is said twice before all has been said once. */
export class TeamTexts {
  private readonly chance: Chance;
  private readonly team: DemoTeam;
  private readonly weights: readonly number[];
  private readonly trials: Deck<TrialText>;
  private readonly topics: Deck<TopicText>;
  private readonly tasks: Deck<string>;
  private readonly agreements: Deck<string>;
  private readonly purposes: Deck<(typeof PURPOSES)[number]>;
  private readonly decisions: Deck<(typeof DECISIONS)[number]>;
  private readonly inquiry: Deck<(typeof INQUIRY)[number]>;
  private readonly notes: Record<NoteKind, Deck<string>>;

  constructor(team: DemoTeam, weights: readonly number[]) {
    const path = team.path;
    this.team = team;
    this.weights = weights;
    this.chance = chanceOf(`texts/${path}`);
    this.trials = deckOf(`trials/${path}`, TRIALS);
    this.topics = deckOf(`topics/${path}`, TOPICS);
    this.tasks = deckOf(`tasks/${path}`, TASKS);
    this.agreements = deckOf(`agreements/${path}`, AGREEMENTS);
    this.purposes = deckOf(`purposes/${path}`, PURPOSES);
    this.decisions = deckOf(`decisions/${path}`, DECISIONS);
    this.inquiry = deckOf(`inquiry/${path}`, INQUIRY);
    this.notes = Object.fromEntries(
      Object.entries(NOTES).map(([kind, list]) => [kind, deckOf(`notes/${kind}/${path}`, list)]),
    ) as Record<NoteKind, Deck<string>>;
  }

  /** What a meeting is about. */
  focus(): { marker: number; purpose: string } {
    const wanted = this.marker();
    return this.purposes.deal((one) => one.marker === wanted);
  }

  trial(): TrialText {
    const wanted = this.marker();
    const fits = (one: TrialText): boolean => !one.bands || !this.team.band || one.bands.includes(this.team.band);
    return this.trials.deal((one) => one.marker === wanted && fits(one));
  }

  topic = (toDiscuss = false): TopicText => this.topics.deal((one) => !toDiscuss || one.kind === 'DISCUSSION');
  known = (title: string): TopicText | undefined => TOPICS.find((one) => one.title === title);
  task = (): string => this.tasks.deal();
  agreement = (): string => this.agreements.deal();
  note = (kind: NoteKind): string => this.notes[kind].deal();
  decision = (marker: number): string => this.decisions.deal((one) => one.marker === marker || one.marker === 0).text;

  agreesOnTrials = (item: LaidItem): boolean => TRIAL_STEPS.has(item.stepKey ?? '');
  takesDecision = (item: LaidItem): boolean => DECISION_STEPS.has(item.stepKey ?? '');

  noteFor(item: LaidItem, marker: number): string {
    if (item.stepKey === 'dagens-fokus-og-pejlemaerke') return '';
    const kind = KIND_OF_STEP[item.stepKey ?? ''];
    if (kind) return this.note(kind);
    const { band } = this.team;
    return this.inquiry.deal((one) => one.marker === marker && (!one.bands || !band || one.bands.includes(band))).text;
  }

  private marker(): number {
    let left = this.chance.next() * this.weights.reduce((sum, one) => sum + one, 0);
    const at = this.weights.findIndex((weight) => (left -= weight) < 0);
    return (at < 0 ? 0 : at) + 1;
  }
}
