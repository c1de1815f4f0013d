import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { problemIn, TEXT_LIMITS } from '#domain/text-rules.ts';
import { useViewer } from '../identity/parts/viewer.ts';
import { useMutate } from '../live/parts/use-mutate.ts';
import { keepPosts, keptPosts } from './kept-posts.ts';
import { SAVE_SILENT_POST, type OwnPostData, type SilentWritingData } from './parts/silent.documents.ts';
import { isUnsaved, maySend, newDraft, nextDraft, type SilentDraft, type SilentEvent } from './silent-draft.ts';

const AFTER_LAST_KEY_MS = 600;
const RULE = { max: TEXT_LIMITS.paragraph };

export interface SilentPosts {
  drafts: readonly SilentDraft[];
  problemOf: (draft: SilentDraft) => string | null;
  type: (id: string, text: string) => void;
  add: (forPersonId: string | null) => void;
  /** Sends what is not sent yet. */
  flush: () => void;
}

type Told = { id: string; event: SilentEvent } | { server: readonly OwnPostData[] } | { add: SilentDraft };

function nextDrafts(drafts: readonly SilentDraft[], told: Told): readonly SilentDraft[] {
  if ('add' in told) return [...drafts, told.add];
  if ('id' in told) return drafts.map((one) => (one.id === told.id ? nextDraft(one, told.event) : one));
  const known = drafts.map((draft) => {
    const post = told.server.find((one) => one.id === draft.id);
    return post ? nextDraft(draft, { what: 'server has', text: post.text, version: post.version }) : draft;
  });
  const others = told.server.filter((post) => post.text !== '' && !drafts.some((draft) => draft.id === post.id));
  return others.length === 0 ? known : [...known, ...others.map(fromServer)];
}

const fromServer = ({ id, text, version, forPersonId }: OwnPostData): SilentDraft => ({
  ...newDraft(id, forPersonId),
  text,
  base: text,
  version,
});

/** What the server has, with the words on top that only this device has; a field to write in, if there is nothing. */
function begin(kept: readonly SilentDraft[], server: readonly OwnPostData[]): readonly SilentDraft[] {
  const drafts = nextDrafts(kept, { server });
  return drafts.some((draft) => draft.forPersonId === null) ? drafts : [newDraft(crypto.randomUUID()), ...drafts];
}

/** One's own silent posts in fields that save themselves; what is written stays on the device until the server has it. */
export function useSilentPosts(writing: SilentWritingData, refetch: () => void): SilentPosts {
  const viewer = useViewer();
  const client = useApolloClient();
  const [save] = useMutate(SAVE_SILENT_POST, { again: true });
  const [drafts, tell] = useReducer(nextDrafts, null, () =>
    begin(keptPosts(viewer.id, writing.id), writing.ownPosts ?? []),
  );
  const newest = useRef(drafts);
  useEffect(() => {
    newest.current = drafts;
    keepPosts(viewer.id, writing.id, drafts);
  }, [viewer.id, writing.id, drafts]);

  const mine = writing.ownPosts;
  useEffect(() => {
    if (!mine) return;
    const behind = mine.some((post) => {
      const draft = newest.current.find((one) => one.id === post.id);
      return post.latest > post.version && !draft?.sending && (draft?.version ?? 0) < post.latest;
    });
    if (behind) refetch();
    else tell({ server: mine });
    // `refetch` is new with every drawing and does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [mine]);

  const writingId = writing.id;
  const personId = viewer.id;
  const send = useCallback(
    async (draft: SilentDraft) => {
      const event = (told: SilentEvent) => {
        newest.current = nextDrafts(newest.current, { id: draft.id, event: told });
        keepPosts(personId, writingId, newest.current);
        tell({ id: draft.id, event: told });
      };
      event({ what: 'sending' });
      const { error, refusal } = await save({
        writingId,
        id: draft.id,
        text: draft.text,
        seenVersion: draft.version,
        forPersonId: draft.forPersonId,
      });
      if (!error) {
        const version = draft.version + 1;
        client.cache.modify({
          id: `SilentPost:${draft.id}`,
          fields: { text: () => draft.text, version: () => version, latest: () => version },
        });
        return event({ what: 'saved' });
      }
      if (refusal?.code === 'CHANGED_MEANWHILE') {
        event({ what: 'not reached' });
        const { text, version } = refusal.current as { text: string; version: number };
        return event({ what: 'server has', text, version });
      }
      if (refusal) return event({ what: 'refused', problem: refusal.fields[0]?.problem ?? refusal.code });
      return event({ what: 'not reached' });
    },
    [save, client, writingId, personId],
  );
  const flush = useCallback(() => {
    for (const draft of newest.current) if (maySend(draft) && problemIn(draft.text, RULE) === null) void send(draft);
  }, [send]);

  const ready = drafts.some(maySend);
  useEffect(() => {
    if (!ready) return undefined;
    const timer = setTimeout(flush, AFTER_LAST_KEY_MS);
    return () => clearTimeout(timer);
  }, [ready, drafts, flush]);
  // The room moved on in the middle of a word: it is sent at once.
  useEffect(() => () => flush(), [flush]);

  return {
    drafts,
    problemOf: (draft) =>
      problemIn(draft.text, RULE) ??
      (isUnsaved(draft) && draft.refused?.text === draft.text ? draft.refused.problem : null),
    type: (id, text) => tell({ id, event: { what: 'typed', text } }),
    add: (forPersonId) => tell({ add: newDraft(crypto.randomUUID(), forPersonId) }),
    flush,
  };
}
