import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { possibleEvents, step } from '../src/lifecycle.ts';
import type { MeetingState } from '../src/meeting-lifecycle.ts';
import {
  placeOnAgenda,
  PROPOSAL_LIFECYCLE,
  PROPOSAL_STATES,
  putOff,
  settleProposals,
  type OpenProposal,
  type ProposalState,
  type SeriesMeeting,
} from '../src/proposal-lifecycle.ts';

const meeting = (id: string, startsAt: number, state: MeetingState = 'CONVENED'): SeriesMeeting => ({
  id,
  state,
  startsAt,
});
const proposed = (meetingId: string, more: Partial<OpenProposal> = {}): OpenProposal => ({
  id: 'p',
  state: 'PROPOSED',
  meetingId,
  cameFromId: null,
  movedBy: null,
  ...more,
});
const settleOne = (proposal: OpenProposal, meetings: SeriesMeeting[]) => settleProposals([proposal], meetings)[0]!;

describe('a proposal', () => {
  it('is taken in, declined with a reason, withdrawn or moved on, and nothing else', () => {
    const events = (state: ProposalState, reason = 'Vi når det ikke') =>
      possibleEvents(PROPOSAL_LIFECYCLE, state, { reason });
    expect(events('PROPOSED')).toEqual(['CHANGE', 'TAKE_IN', 'DECLINE', 'WITHDRAW', 'MOVE_ON', 'COME_BACK']);
    expect(events('WAITING')).toEqual(['CHANGE', 'WITHDRAW', 'COME_UP', 'COME_BACK']);
    expect(events('PROPOSED', ' \u00ad ')).not.toContain('DECLINE');
  });

  it('that was answered is answered for good', () => {
    for (const state of PROPOSAL_STATES.filter((one) => one !== 'PROPOSED' && one !== 'WAITING'))
      expect(possibleEvents(PROPOSAL_LIFECYCLE, state, { reason: 'x' }), state).toEqual([]);
  });
});

describe('where a proposal belongs', () => {
  it('stays while its meeting takes proposals, as a draft and convened', () => {
    for (const state of ['DRAFT', 'CONVENED'] as const) {
      const one = proposed('a');
      expect(settleOne(one, [meeting('a', 1, state), meeting('b', 2)])).toEqual(one);
    }
  });

  it('goes to the first later meeting that takes proposals when its own begins or is called off', () => {
    const others = [meeting('past', 0, 'HELD'), meeting('late', 9), meeting('off', 2, 'CANCELLED'), meeting('next', 3)];
    expect(settleOne(proposed('a'), [meeting('a', 1, 'IN_PROGRESS'), ...others])).toEqual(
      proposed('next', { cameFromId: 'a', movedBy: 'START' }),
    );
    expect(settleOne(proposed('a'), [meeting('a', 1, 'CANCELLED'), ...others])).toEqual(
      proposed('next', { cameFromId: 'a', movedBy: 'CANCEL' }),
    );
  });

  it('waits with the series when none is planned, and comes up at the next that is', () => {
    const begun = [meeting('a', 5, 'IN_PROGRESS'), meeting('earlier', 4)];
    const waiting = settleOne(proposed('a'), begun);
    expect(waiting).toEqual(proposed('a', { state: 'WAITING', movedBy: 'START' }));
    expect(settleOne(waiting, [...begun, meeting('b', 6, 'DRAFT')])).toEqual(
      proposed('b', { cameFromId: 'a', movedBy: 'START' }),
    );
  });

  it('is back where it was when that meeting was started by mistake, unless it was called off or put off', () => {
    const open = [meeting('a', 1), meeting('b', 2)];
    const moved = proposed('b', { cameFromId: 'a', movedBy: 'START' });
    expect(settleOne(moved, open)).toEqual(proposed('a'));
    expect(settleOne(proposed('a', { state: 'WAITING', movedBy: 'START' }), open)).toEqual(proposed('a'));
    for (const movedBy of ['PUT_OFF', 'CANCEL'] as const)
      expect(settleOne({ ...moved, movedBy }, open)).toEqual({ ...moved, movedBy });
  });

  it('that is put off goes past its meeting, and is not offered to it again', () => {
    const off = putOff(proposed('a'));
    expect(settleOne(off, [meeting('a', 1), meeting('earlier', 0)])).toEqual(off);
    expect(settleOne(off, [meeting('a', 1), meeting('b', 2)])).toEqual(
      proposed('b', { cameFromId: 'a', movedBy: 'PUT_OFF' }),
    );
  });

  it('two meetings at one time are told apart the same way every time', () => {
    const twins = [meeting('a', 1, 'HELD'), meeting('c', 2), meeting('b', 2)];
    expect(settleOne(proposed('a'), twins).meetingId).toBe('b');
    expect(settleOne(proposed('a'), twins.toReversed()).meetingId).toBe('b');
  });

  it('is never lost and never answered by itself, over any sequence of what people do', () => {
    const act = fc.record({
      what: fc.constantFrom(
        'plan',
        'start',
        'mistake',
        'cancel',
        'move',
        'propose',
        'put off',
        'take',
        'decline',
        'withdraw',
      ),
      which: fc.nat({ max: 9 }),
      at: fc.nat({ max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let meetings: SeriesMeeting[] = [meeting('m0', 3)];
        let open: OpenProposal[] = [];
        const answered = new Map<string, ProposalState>();
        let made = 0;
        for (const { what, which, at } of acts) {
          const one = meetings[which % meetings.length]!;
          const mine = open[which % Math.max(open.length, 1)];
          const change = (state: MeetingState, when: readonly MeetingState[]) => {
            if (when.includes(one.state)) meetings = meetings.map((it) => (it === one ? { ...it, state } : it));
          };
          if (what === 'plan') meetings = [...meetings, meeting(`m${meetings.length}`, at, 'DRAFT')];
          if (what === 'start') change('IN_PROGRESS', ['DRAFT', 'CONVENED']);
          if (what === 'mistake') change('CONVENED', ['IN_PROGRESS']);
          if (what === 'cancel') change('CANCELLED', ['DRAFT', 'CONVENED']);
          if (what === 'move' && (one.state === 'DRAFT' || one.state === 'CONVENED'))
            meetings = meetings.map((it) => (it === one ? { ...it, startsAt: at } : it));
          if (what === 'propose' && (one.state === 'DRAFT' || one.state === 'CONVENED'))
            open = [...open, proposed(one.id, { id: `p${(made += 1)}` })];
          if (what === 'put off' && mine?.state === 'PROPOSED')
            open = open.map((it) => (it === mine ? putOff(it) : it));
          const event = { take: 'TAKE_IN', decline: 'DECLINE', withdraw: 'WITHDRAW' }[what as string] as 'TAKE_IN';
          if (event && mine) {
            const next = step(PROPOSAL_LIFECYCLE, mine.state, event, { reason: 'Ikke nu' });
            if ('to' in next) {
              answered.set(mine.id, next.to);
              open = open.filter((it) => it !== mine);
            }
          }
          open = settleProposals(open, meetings);
          expect(settleProposals(open, meetings)).toEqual(open);
          expect(open.length + answered.size).toBe(made);
          for (const proposal of open) {
            const where = meetings.find((it) => it.id === proposal.meetingId)!;
            const takes = where.state === 'DRAFT' || where.state === 'CONVENED';
            if (proposal.state === 'PROPOSED') expect(takes, `${proposal.id} is where it can be answered`).toBe(true);
            else
              expect(
                meetings.some(
                  (it) => (it.state === 'DRAFT' || it.state === 'CONVENED') && it.startsAt > where.startsAt,
                ),
                `${proposal.id} waits only while there is none to come up at`,
              ).toBe(false);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('the place of an item that was proposed', () => {
  const item = (kind: string, stepKey: string | null = null) => ({ kind, stepKey });
  it('is last, but before what closes the meeting', () => {
    expect(placeOnAgenda([])).toBe(1);
    expect(placeOnAgenda([item('DISCUSSION'), item('DECISION')])).toBe(3);
    expect(placeOnAgenda([item('DISCUSSION'), item('REFLECTION', 'check-out')])).toBe(2);
    expect(placeOnAgenda([item('REFLECTION', 'check-in'), item('EVALUATION'), item('EVALUATION', 'check-out')])).toBe(
      2,
    );
    expect(placeOnAgenda([item('EVALUATION', 'check-out')])).toBe(1);
    expect(placeOnAgenda([item('EVALUATION'), item('DISCUSSION')])).toBe(3);
  });
});
