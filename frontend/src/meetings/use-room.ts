import { useEffect, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { closesByItself, type AgendaItemKind } from '#domain/agenda-item-lifecycle.ts';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { useServerClock } from '../live/parts/live-context.tsx';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';
import { inOrder, runTime, type RunTime } from './parts/run-time.ts';
import { useRun, type Run } from './use-run.ts';

const BEAT_MS = 5_000;
const STILL_WRITING_MS = 5_000;

export interface Room {
  items: ItemData[];
  current: ItemData | null;
  /** What this screen shows: the current item, or another that somebody looks at. */
  shown: ItemData | null;
  next: ItemData | null;
  time: RunTime;
  run: Run;
  pending: boolean;
  error: unknown;
  mayRun: boolean;
  mayWrite: boolean;
  /** The first Næste has been tapped, and the outcomes are shown. */
  asking: boolean;
  /** The tap on Næste: shows the outcomes first where the item asks for one. */
  goOn: () => void;
  choose: (outcome: string, reason?: string) => void;
  wait: () => void;
  show: (itemId: string | null) => void;
}

/** What a room's screen knows and does; the same on a laptop and on a phone. */
export function useRoom(meeting: MeetingData, refetch: () => unknown): Room {
  const intl = useIntl();
  const announce = useAnnounce();
  const now = useServerClock(BEAT_MS);
  const { run, pending, error } = useRun(meeting, refetch);
  const items = useMemo(() => inOrder(meeting.items), [meeting.items]);
  const current = items.find((item) => item.id === meeting.currentItemId) ?? null;
  const [shownId, setShownId] = useState<string | null>(null);
  const [askingId, setAskingId] = useState<string | null>(null);
  const writing = useWriting();
  const currentId = current?.id ?? null;
  const [before, setBefore] = useState(currentId);
  if (before !== currentId) {
    setBefore(currentId);
    setAskingId(null);
    // Somebody in the middle of a word stays with it until they follow; everybody else follows by themselves.
    if (writing && shownId === null) setShownId(before);
    else if (!writing || shownId === currentId) setShownId(null);
  }

  const shown = items.find((item) => item.id === shownId) ?? current;
  const title = current?.title;
  const number = current ? items.indexOf(current) + 1 : 0;
  const told = useRef(currentId);
  useEffect(() => {
    if (told.current === currentId) return;
    told.current = currentId;
    if (title)
      announce(
        intl.formatMessage(
          { id: 'meetings.live.announce', defaultMessage: 'Punkt {number}: {title}' },
          { number, title },
        ),
      );
    else announce(intl.formatMessage({ id: 'meetings.live.announceEnd', defaultMessage: 'Opsamling' }));
  }, [currentId, title, number, announce, intl]);

  const caught = (item: ItemData) =>
    (meeting.decisions ?? []).some((one) => one.itemId === item.id) ||
    (meeting.actions ?? []).some((one) => one.originItemId === item.id);
  const asks =
    current !== null && !closesByItself(current.kind as AgendaItemKind) && current.outcome === null && !caught(current);
  const after = items.filter((item) => item.state === 'PLANNED');
  const goOn = () => {
    if (pending) return;
    if (asks && askingId !== currentId) {
      setShownId(null);
      setAskingId(currentId);
    } else run.next();
  };
  return {
    items,
    current,
    shown,
    next: after.find((item) => item.position > (current?.position ?? 0)) ?? after[0] ?? null,
    time: runTime(meeting, now),
    run,
    pending,
    error,
    mayRun: meeting.may.includes('meeting.run'),
    mayWrite: meeting.may.includes('meeting.write'),
    asking: askingId !== null && askingId === currentId,
    goOn,
    choose: (outcome, reason) => run.next(outcome, reason),
    wait: () => setAskingId(null),
    show: (itemId) => setShownId(itemId === currentId ? null : itemId),
  };
}

/** A key in a text field within the last five seconds. */
function useWriting(): boolean {
  const [writing, setWriting] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      clearTimeout(timer);
      setWriting(false);
    };
    const pressed = ({ target }: Event) => {
      // A tick or a switch is a tap, not a word.
      if (target instanceof HTMLInputElement && ['checkbox', 'radio'].includes(target.type)) return;
      clearTimeout(timer);
      setWriting(true);
      timer = setTimeout(stop, STILL_WRITING_MS);
    };
    window.addEventListener('input', pressed);
    window.addEventListener('focusout', stop);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('input', pressed);
      window.removeEventListener('focusout', stop);
    };
  }, []);
  return writing;
}
