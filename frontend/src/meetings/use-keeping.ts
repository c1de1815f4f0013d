import { useCallback, useState } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { GO_TO_ITEM } from './live.documents.ts';
import type { ItemData, MeetingData, ParticipantData } from './parts/meeting.documents.ts';
import {
  BRING_ITEM_BACK,
  EXTEND_MEETING,
  GIVE_MINUTES_BACK,
  HAND_OVER_ROLE,
  PAUSE_MEETING,
  POSTPONE_ITEM,
  RESUME_MEETING,
  SHORTEN_REST,
  SKIP_ITEM,
} from './time.documents.ts';
import { useSettled } from './use-settled.ts';

/** What was just done, in words, and how it is taken back. */
export interface JustDone {
  words: string;
  takeBack: (() => void) | null;
}

/** Keeping a meeting's time and its roles; what can be taken back is for a while. */
export interface Keeping {
  pause: () => void;
  resume: () => void;
  skip: (item: ItemData) => void;
  shorten: (behind: number) => void;
  postpone: (item: ItemData) => void;
  extendMeeting: (minutes: number) => void;
  handOver: (role: string, to: ParticipantData, from: ParticipantData | undefined) => void;
  justDone: JustDone | null;
  forget: () => void;
  error: unknown;
}

export function useKeeping(meeting: MeetingData, refetch: () => unknown): Keeping {
  const intl = useIntl();
  const announce = useAnnounce();
  const again = { again: true };
  const [pause, pausing] = useMutate(PAUSE_MEETING, again);
  const [resume, resuming] = useMutate(RESUME_MEETING, again);
  const [skip, skipping] = useMutate(SKIP_ITEM, again);
  const [goTo, going] = useMutate(GO_TO_ITEM, again);
  const [shorten, shortening] = useMutate(SHORTEN_REST, again);
  const [giveBack, givingBack] = useMutate(GIVE_MINUTES_BACK, again);
  const [postpone, postponing] = useMutate(POSTPONE_ITEM, again);
  const [bringBack, bringingBack] = useMutate(BRING_ITEM_BACK, again);
  const [extend, extending] = useMutate(EXTEND_MEETING, again);
  const [handOver, handingOver] = useMutate(HAND_OVER_ROLE, again);
  const all = [pausing, resuming, skipping, going, shortening, givingBack, postponing, bringingBack, extending];
  const settled = useSettled(refetch);
  const [justDone, setJustDone] = useState<JustDone | null>(null);
  const forget = useCallback(() => setJustDone(null), []);
  const { id: meetingId, revision: seen } = meeting;

  const tell = (words: string, takeBack: (() => void) | null) => {
    announce(words);
    setJustDone({
      words,
      takeBack:
        takeBack &&
        (() => {
          setJustDone(null);
          takeBack();
        }),
    });
  };
  return {
    pause: () => void settled(pause({ meetingId, seen })),
    resume: () => void settled(resume({ meetingId, seen })),
    skip: async (item) => {
      const changes = await settled(skip({ meetingId, seen: item.id }));
      if (changes.length === 0) return;
      const now = changes.find((one) => one.entity === 'Meeting')?.fields.set?.['currentItemId'] as string | null;
      tell(words(intl).skipped(item.title), () => void settled(goTo({ meetingId, itemId: item.id, seen: now })));
    },
    shorten: async (behind) => {
      const before = new Map(meeting.items.map((item) => [item.id, item.extendedMin]));
      const changes = await settled(shorten({ meetingId, seen }));
      const items = changes.flatMap(({ entity, entityId, fields }) => {
        const seenExtendedMin = fields.set?.['extendedMin'];
        const extendedMin = before.get(entityId);
        return entity === 'AgendaItem' && typeof seenExtendedMin === 'number' && extendedMin !== undefined
          ? [{ itemId: entityId, extendedMin, seenExtendedMin }]
          : [];
      });
      const less = items.reduce((total, one) => total + one.extendedMin - one.seenExtendedMin, 0);
      const stillLate = Math.max(0, behind - less);
      tell(
        stillLate > 0 ? words(intl).shortest(stillLate) : words(intl).shortened,
        items.length > 0 ? () => void settled(giveBack({ meetingId, items })) : null,
      );
    },
    postpone: async (item) => {
      const changes = await settled(postpone({ itemId: item.id }));
      if (changes.length > 0)
        tell(words(intl).postponed(item.title), () => void settled(bringBack({ itemId: item.id })));
    },
    extendMeeting: async (minutes) => {
      const { extendedMin } = meeting;
      const changes = await settled(extend({ meetingId, minutes, seen: extendedMin }));
      if (changes.length > 0)
        tell(
          words(intl).extended(minutes),
          () => void settled(extend({ meetingId, minutes: -minutes, seen: extendedMin + minutes })),
        );
    },
    handOver: async (role, to, from) => {
      const changes = await settled(handOver({ meetingId, role, participantId: to.id, seen: from?.id ?? null }));
      if (changes.length > 0 && from)
        setJustDone({
          words: words(intl).handedOver,
          takeBack: () => {
            setJustDone(null);
            void settled(handOver({ meetingId, role, participantId: from.id, seen: to.id }));
          },
        });
    },
    justDone,
    forget,
    error: [...all, handingOver].find((one) => one.error)?.error ?? null,
  };
}

const words = (intl: IntlShape) => ({
  skipped: (title: string) =>
    intl.formatMessage(
      { id: 'meetings.time.skipped', defaultMessage: '“{title}” er sprunget over og kommer igen til sidst.' },
      { title },
    ),
  shortened: intl.formatMessage({
    id: 'meetings.time.shortened',
    defaultMessage: 'Resten er forkortet, så I slutter til tiden.',
  }),
  shortest: (minutes: number) =>
    intl.formatMessage(
      {
        id: 'meetings.time.shortest',
        defaultMessage: 'Punkterne er så korte, som de kan blive. I er stadig {minutes} min bagud.',
      },
      { minutes },
    ),
  postponed: (title: string) =>
    intl.formatMessage(
      { id: 'meetings.time.postponed', defaultMessage: '“{title}” er udskudt til næste møde.' },
      { title },
    ),
  extended: (minutes: number) =>
    intl.formatMessage(
      { id: 'meetings.time.extended', defaultMessage: 'Mødet er forlænget {minutes} min.' },
      { minutes },
    ),
  handedOver: intl.formatMessage({ id: 'meetings.time.handedOver', defaultMessage: 'Rollen er givet videre.' }),
});
