import { useApolloClient } from '@apollo/client/react';
import { useMemo, useRef, useState } from 'react';
import { useMutate, type Mutated } from '../live/parts/use-mutate.ts';
import type { ItemData, MarkerData, MeetingData } from './parts/meeting.documents.ts';
import {
  ADD_ITEM,
  CANCEL_MEETING,
  CHANGE_ITEM,
  CHANGE_MEETING,
  CONVENE,
  FIT_TO_SLOT,
  GIVE_ROLE,
  INVITE_GUEST,
  MOVE_ITEM,
  PICK_TEMPLATE,
  REMOVE_GUEST,
  REMOVE_ITEM,
  SET_FOCUS,
} from './plan.documents.ts';
import { DROP_ITEM, SPLIT_ITEM } from './thread.documents.ts';

type Answer = Promise<Mutated<unknown>>;
export type ItemTextField = 'title' | 'guidance';
export type MeetingTextField = 'title' | 'place' | 'purpose' | 'bring';

export interface SlotValues {
  startsAt: string;
  durationMin: number;
  place: string;
  title: string;
}

export interface NewItem {
  title: string;
  kind?: string;
  track?: string;
  plannedMin?: number;
  guidance?: string;
  ownerId?: string | null;
  markerIds?: string[];
  position?: number;
  threadId?: string;
}

export interface ItemPart {
  title: string;
  plannedMin: number;
}

/** All that planning can tell the server. What is plain to see is shown at once and taken back when it was refused. */
export interface Plan {
  addItem(item: NewItem): Answer;
  saveItemText(item: ItemData, field: ItemTextField, text: string, seen: string): Answer;
  saveMinutes(item: ItemData, minutes: number, seen: number): Answer;
  setKind(item: ItemData, kind: string): Answer;
  setTrack(item: ItemData, track: string): Answer;
  setOwner(item: ItemData, ownerId: string | null): Answer;
  setItemMarkers(item: ItemData, markerIds: string[]): Answer;
  moveItem(item: ItemData, position: number): Answer;
  removeItem(item: ItemData): Answer;
  /** Let go before the meeting, with a reason. */
  dropItem(item: ItemData, reason: string): Answer;
  /** Divided into at least two; the first keeps the notes and the actions. */
  splitItem(item: ItemData, parts: readonly ItemPart[]): Answer;
  fit(): Answer;
  saveMeetingText(field: MeetingTextField, text: string, seen: string): Answer;
  /** Only the fields that were touched; they are compared with what the screen shows now. */
  setSlot(change: Partial<SlotValues>): Answer;
  setFocus(markers: readonly MarkerData[]): Answer;
  giveRole(role: string, participantId: string | null): Answer;
  invite(personId: string): Answer;
  removeGuest(participantId: string): Answer;
  pickTemplate(key: string): Answer;
  convene(): Answer;
  cancel(reason: string): Answer;
}

/** What the last change that wasn't a text was refused with; texts say it at their own field. */
export interface PlanFault {
  error: unknown;
  forget: () => void;
}

export function usePlan(meeting: MeetingData, refetch: () => unknown): [Plan, PlanFault] {
  const client = useApolloClient();
  const [error, setError] = useState<unknown>(null);
  const again = { again: true };
  const [changeItem] = useMutate(CHANGE_ITEM, again);
  const [changeMeeting] = useMutate(CHANGE_MEETING, again);
  const [moveItem] = useMutate(MOVE_ITEM, again);
  const [giveRole] = useMutate(GIVE_ROLE, again);
  const [setFocus] = useMutate(SET_FOCUS, again);
  const [fit] = useMutate(FIT_TO_SLOT, again);
  const [convene] = useMutate(CONVENE, again);
  const [invite] = useMutate(INVITE_GUEST, again);
  const [addItem] = useMutate(ADD_ITEM);
  const [removeItem] = useMutate(REMOVE_ITEM);
  const [dropItem] = useMutate(DROP_ITEM);
  const [splitItem] = useMutate(SPLIT_ITEM);
  const [removeGuest] = useMutate(REMOVE_GUEST);
  const [pickTemplate] = useMutate(PICK_TEMPLATE);
  const [cancel] = useMutate(CANCEL_MEETING);
  // One after the other, so that two quick taps arrive in the order they were made.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const refetchRef = useRef(refetch);
  const meetingId = meeting.id;

  const plan = useMemo<Plan>(() => {
    const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
      const turn = queue.current.then(work, work);
      queue.current = turn.catch(() => undefined);
      return turn;
    };
    const show = (typename: string, id: string, values: Record<string, unknown>) =>
      client.cache.modify({
        id: `${typename}:${id}`,
        fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => value])) as never,
      });
    const settled = async (answer: Answer): Answer => {
      const result = await answer;
      setError(result.error ?? null);
      if (result.error) void refetchRef.current();
      return result;
    };
    const quick = (work: () => Answer): Answer => settled(inTurn(work));
    const itemValue = (
      item: ItemData,
      shown: Record<string, unknown>,
      change: Record<string, unknown>,
      seen: Record<string, unknown>,
    ): Answer => {
      show('AgendaItem', item.id, shown);
      return quick(() => changeItem({ itemId: item.id, change, seen }));
    };
    const ref = (typename: string, id: string) => ({ __ref: `${typename}:${id}` });
    return {
      addItem: (item) => quick(() => addItem({ meetingId, input: item })),
      saveItemText: (item, field, text, seen) =>
        inTurn(() => changeItem({ itemId: item.id, change: { [field]: text }, seen: { [field]: seen } })),
      saveMinutes: (item, minutes, seen) => {
        show('AgendaItem', item.id, { plannedMin: minutes });
        return inTurn(() =>
          changeItem({ itemId: item.id, change: { plannedMin: minutes }, seen: { plannedMin: seen } }),
        );
      },
      setKind: (item, kind) => itemValue(item, { kind }, { kind }, { kind: item.kind }),
      setTrack: (item, track) => itemValue(item, { track }, { track }, { track: item.track }),
      setOwner: (item, ownerId) =>
        itemValue(
          item,
          { owner: ownerId ? ref('Person', ownerId) : null },
          { ownerId },
          { ownerId: item.owner?.id ?? null },
        ),
      setItemMarkers: (item, markerIds) =>
        itemValue(
          item,
          { markers: markerIds.map((id) => ref('GuidingMarker', id)) },
          { markerIds },
          { markerIds: item.markers.map((marker) => marker.id) },
        ),
      moveItem: (item, position) => {
        const others = meeting.items.toSorted((a, b) => a.position - b.position).filter((one) => one.id !== item.id);
        others.splice(position - 1, 0, item);
        others.forEach((one, n) => show('AgendaItem', one.id, { position: n + 1 }));
        return quick(() => moveItem({ itemId: item.id, position }));
      },
      removeItem: (item) => quick(() => removeItem({ itemId: item.id, seenRevision: item.revision })),
      dropItem: (item, reason) => inTurn(() => dropItem({ itemId: item.id, reason, seenRevision: item.revision })),
      splitItem: (item, parts) =>
        inTurn(() => splitItem({ itemId: item.id, parts: [...parts], seenRevision: item.revision })),
      fit: () => quick(() => fit({ meetingId })),
      saveMeetingText: (field, text, seen) =>
        inTurn(() => changeMeeting({ meetingId, change: { [field]: text }, seen: { [field]: seen } })),
      setSlot: (change) => {
        const shown: SlotValues = {
          startsAt: meeting.startsAt,
          durationMin: meeting.durationMin,
          place: meeting.place,
          title: meeting.title,
        };
        const touched = Object.keys(change) as (keyof SlotValues)[];
        const seen = Object.fromEntries(touched.map((key) => [key, shown[key]]));
        return inTurn(() => changeMeeting({ meetingId, change, seen }));
      },
      setFocus: (markers) => {
        const seen = meeting.markers.map((marker) => marker.id);
        const markerIds = markers.map((marker) => marker.id);
        show('Meeting', meetingId, { markers: markerIds.map((id) => ref('GuidingMarker', id)) });
        return quick(() => setFocus({ meetingId, markerIds, seen }));
      },
      giveRole: (role, participantId) => quick(() => giveRole({ meetingId, role, participantId })),
      invite: (personId) => quick(() => invite({ meetingId, personId })),
      removeGuest: (participantId) => quick(() => removeGuest({ participantId })),
      pickTemplate: (templateKey) => quick(() => pickTemplate({ meetingId, templateKey })),
      convene: () => quick(() => convene({ meetingId })),
      cancel: (reason) => inTurn(() => cancel({ meetingId, reason })),
    };
  }, [
    client,
    meetingId,
    meeting,
    changeItem,
    changeMeeting,
    moveItem,
    giveRole,
    setFocus,
    fit,
    convene,
    invite,
    addItem,
    removeItem,
    dropItem,
    splitItem,
    removeGuest,
    pickTemplate,
    cancel,
  ]);
  return [plan, { error, forget: () => setError(null) }];
}
