import { describe, expect, it } from 'vitest';
import { itemFields, meetingFields, newItemInput, newMeetingInput } from '../src/meeting-plan.ts';
import { extensionInput, outcomeInput } from '../src/meeting-run.ts';
import { amendmentInput, objectionInput } from '../src/minutes.ts';

const faults = (result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  result.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? [];

describe('planning a meeting', () => {
  const meeting = { templateKey: 'plf-grundmoede', startsAt: '2026-11-23T13:30:00Z', durationMin: 60 };

  it('needs a template, a time and a length that a meeting can have', () => {
    expect(newMeetingInput.safeParse(meeting).success).toBe(true);
    expect(faults(newMeetingInput.safeParse({ ...meeting, durationMin: 0 }))).toEqual(['durationMin TOO_SHORT']);
    expect(faults(newMeetingInput.safeParse({ ...meeting, durationMin: 481 }))).toEqual(['durationMin TOO_LONG']);
    expect(faults(newMeetingInput.safeParse({ ...meeting, durationMin: 50.5 }))).toEqual(['durationMin NOT_A_NUMBER']);
    expect(faults(newMeetingInput.safeParse({ ...meeting, templateKey: '../x' }))).toEqual(['templateKey NOT_FOUND']);
  });

  it('a change holds only what was changed, and each field is judged', () => {
    expect(meetingFields.parse({ place: 'Lokale 12' })).toEqual({ place: 'Lokale 12' });
    expect(faults(meetingFields.safeParse({ title: ' ' }))).toEqual(['title EMPTY']);
    expect(faults(meetingFields.safeParse({ purpose: 'x'.repeat(2001) }))).toEqual(['purpose TOO_LONG']);
    expect(faults(itemFields.safeParse({ plannedMin: 0 }))).toEqual(['plannedMin TOO_SHORT']);
  });

  it('a new item is a ten-minute discussion of udvikling unless it says otherwise', () => {
    expect(newItemInput.parse({ title: 'Lektionsstart' })).toMatchObject({
      kind: 'DISCUSSION',
      track: 'DEVELOPMENT',
      plannedMin: 10,
      markerIds: [],
    });
  });
});

describe('in the room', () => {
  it('an item is dropped only with a reason, and "noted" is nobody\'s choice', () => {
    expect(faults(outcomeInput.safeParse({ outcome: 'DROPPED' }))).toEqual(['reason EMPTY']);
    expect(outcomeInput.safeParse({ outcome: 'DROPPED', reason: 'Løst' }).success).toBe(true);
    expect(outcomeInput.safeParse({ outcome: 'NOTED' }).success).toBe(false);
  });

  it('an extension is a whole number of minutes, up to an hour either way, and not none', () => {
    for (const minutes of [3, -2, 60]) expect(extensionInput.safeParse({ minutes }).success).toBe(true);
    for (const minutes of [0, 61, -61, 1.5, Number.NaN])
      expect(extensionInput.safeParse({ minutes }).success).toBe(false);
  });

  it('an objection and an amendment say something', () => {
    expect(faults(objectionInput.safeParse({ text: '' }))).toEqual(['text EMPTY']);
    expect(faults(amendmentInput.safeParse({ text: '\n' }))).toEqual(['text EMPTY']);
  });
});
