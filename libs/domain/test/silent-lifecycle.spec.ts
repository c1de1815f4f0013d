import { describe, expect, it } from 'vitest';
import { possibleEvents, step } from '../src/lifecycle.ts';
import { SILENT_LIFECYCLE, SILENT_STATES, type SilentEvent } from '../src/silent-lifecycle.ts';

const EVENTS: readonly SilentEvent[] = ['WRITE', 'REVEAL', 'CANCEL'];

describe('silent writing', () => {
  it('is written, shown or cancelled while it is open', () => {
    expect(possibleEvents(SILENT_LIFECYCLE, 'OPEN', null)).toEqual(EVENTS);
    expect(step(SILENT_LIFECYCLE, 'OPEN', 'REVEAL', null)).toEqual({ to: 'REVEALED' });
    expect(step(SILENT_LIFECYCLE, 'OPEN', 'CANCEL', null)).toEqual({ to: 'CANCELLED' });
  });

  it('is never opened, shown or written again afterwards', () => {
    for (const state of SILENT_STATES.filter((one) => one !== 'OPEN'))
      for (const event of EVENTS)
        expect(step(SILENT_LIFECYCLE, state, event, null), `${state} ${event}`).toEqual({
          refused: true,
          possible: [],
        });
  });
});
