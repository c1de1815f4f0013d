/** One way from a state to another. Without a guard it is always open. */
export interface Transition<State extends string, Event extends string, Facts> {
  from: State;
  event: Event;
  to: State;
  /** True when the facts allow it; server and client ask the same. */
  guard?: (facts: Facts) => boolean;
}

/** A state machine as a table: what is not in it is not possible. */
export type Lifecycle<State extends string, Event extends string, Facts = unknown> = readonly Transition<
  State,
  Event,
  Facts
>[];

export type Step<State extends string, Event extends string> = { to: State } | { refused: true; possible: Event[] };

/**
 * Where an event leads from a state.
 * @returns the state to go to, or what is possible now
 */
export function step<State extends string, Event extends string, Facts>(
  lifecycle: Lifecycle<State, Event, Facts>,
  from: State,
  event: Event,
  facts: Facts,
): Step<State, Event> {
  const way = lifecycle.find((one) => one.from === from && one.event === event && (one.guard?.(facts) ?? true));
  return way ? { to: way.to } : { refused: true, possible: possibleEvents(lifecycle, from, facts) };
}

/** The events that lead on from a state with these facts, each once, in the table's order. */
export function possibleEvents<State extends string, Event extends string, Facts>(
  lifecycle: Lifecycle<State, Event, Facts>,
  from: State,
  facts: Facts,
): Event[] {
  return [
    ...new Set(lifecycle.filter((one) => one.from === from && (one.guard?.(facts) ?? true)).map((one) => one.event)),
  ];
}
