import { afterEach, describe, expect, it, vi } from 'vitest';
import { PERSON_HEADER, REFUSAL_HEADER } from '#live-protocol/page.ts';
import { download, nameIn } from './download.ts';
import { refusalCode } from './refusals.ts';

afterEach(() => void vi.unstubAllGlobals());

describe('a file that is fetched', () => {
  it('that was refused is not saved, and says why', async () => {
    const asked = vi.fn(async () => new Response('Nej', { status: 404, headers: { [REFUSAL_HEADER]: 'NOT_FOUND' } }));
    vi.stubGlobal('fetch', asked);
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click');
    const fault = await download('/dokumenter/x', 'mig').catch((error: unknown) => error);
    expect(refusalCode(fault)).toBe('NOT_FOUND');
    expect(click).not.toHaveBeenCalled();
    expect(asked).toHaveBeenCalledWith(
      '/dokumenter/x',
      expect.objectContaining({ headers: { [PERSON_HEADER]: 'mig' } }),
    );
  });

  it('that a proxy refused, without a word of ours, is a fault', async () => {
    vi.stubGlobal('fetch', async () => new Response('Bad gateway', { status: 502 }));
    expect(refusalCode(await download('/x', 'mig').catch((error: unknown) => error))).toBe('FAULT');
  });

  it('has the name that the server gave it, and never a folder', () => {
    expect(nameIn(`attachment; filename="R.pdf"; filename*=UTF-8''Referat%205.%20%C3%A5rgang.pdf`)).toBe(
      'Referat 5. årgang.pdf',
    );
    expect(nameIn(`attachment; filename*=UTF-8''..%2F..%2Fx`)).toBe('.. .. x');
    for (const none of [null, '', 'inline', `attachment; filename*=UTF-8''%E0%A4%A`]) expect(nameIn(none)).toBe('');
  });
});
