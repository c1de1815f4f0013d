import { describe, expect, it, vi } from 'vitest';
import { LARGEST_FILE } from '#domain/material.ts';
import { problemOf, UploadLine } from './upload-line.ts';
import type { Sending, Uploaded } from './upload.ts';

const place = { meetingId: 'm', itemId: null };
const file = (name: string, size = 3) => ({ name, size }) as File;

/** A server whose answers the test gives. */
function server() {
  const sent: { name: string; take(): void; fail(error: unknown): void; progress(part: number): void }[] = [];
  const send = vi.fn((one: File, _place: unknown, _person: string, progress: (part: number) => void): Sending => {
    let cancel = () => undefined as void;
    const done = new Promise<Uploaded>((resolve, reject) => {
      cancel = () => reject(new TypeError('abort'));
      sent.push({
        name: one.name,
        take: () => resolve({ id: one.name, name: one.name, changes: [] }),
        fail: reject,
        progress,
      });
    });
    return { done, cancel: () => cancel() };
  });
  const line = new UploadLine(place, 'anne', send);
  const over = vi.fn();
  const taken: string[] = [];
  const ears = { begun: () => over, taken: ({ name }: Uploaded) => void taken.push(name) };
  const states = () => line.list.map((one) => `${one.file.name} ${one.state}`);
  return { sent, line, ears, over, taken, states };
}

describe('files that are put in a place', () => {
  it('go one at a time, and one that fails leaves the others alone', async () => {
    const { sent, line, ears, taken, states, over } = server();
    line.add([file('a.pdf'), file('b.pdf'), file('c.exe')], ears);
    expect(states()).toEqual(['a.pdf sending', 'b.pdf waiting', 'c.exe failed']);
    sent[0]!.progress(0.5);
    expect(line.list[0]!.part).toBe(0.5);
    sent[0]!.fail(new TypeError('away'));
    await vi.waitFor(() => expect(states()).toEqual(['a.pdf failed', 'b.pdf sending', 'c.exe failed']));
    sent[1]!.take();
    await vi.waitFor(() => expect(taken).toEqual(['b.pdf']));
    line.again(line.list[0]!.key);
    expect(states()).toEqual(['a.pdf sending', 'c.exe failed']);
    sent[2]!.take();
    await vi.waitFor(() => expect(states()).toEqual(['c.exe failed']));
    expect(over).toHaveBeenCalledTimes(3);
  });

  it('that are stopped are out of sight at once, and the next one goes', async () => {
    const { sent, line, ears, taken, states } = server();
    line.add([file('a.pdf'), file('b.pdf')], ears);
    line.drop(line.list[0]!.key);
    await vi.waitFor(() => expect(states()).toEqual(['b.pdf sending']));
    sent[1]!.take();
    await vi.waitFor(() => expect([taken, states()]).toEqual([['b.pdf'], []]));
  });

  it('go on when nobody shows them, and stand there for whoever comes back', async () => {
    const { sent, line, ears, states } = server();
    const show = vi.fn();
    const stop = line.subscribe(show);
    line.add([file('a.pdf')], ears);
    expect(show).toHaveBeenCalled();
    stop();
    show.mockClear();
    sent[0]!.fail(new TypeError('away'));
    await vi.waitFor(() => expect(states()).toEqual(['a.pdf failed']));
    expect(show).not.toHaveBeenCalled();
  });

  it('are not sent where it can be said beforehand that they will be refused', () => {
    expect(problemOf(file('a.pdf', 0))).toBe('FILE_EMPTY');
    expect(problemOf(file('a.pdf', LARGEST_FILE))).toBeNull();
    expect(problemOf(file('a.pdf', LARGEST_FILE + 1))).toBe('FILE_TOO_LARGE');
    expect(problemOf(file('IMG_1.HEIC'))).toBe('FILE_HEIC');
    expect(problemOf(file('a.docm'))).toBe('FILE_SORT');
  });
});
