import type { ReactNode } from 'react';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';

/** What later rooms show while a meeting is planned. */
export interface PlanPlaces {
  /** Beside the agenda, over what the meeting is about. */
  beside?: (meeting: MeetingData, refetch: () => unknown) => ReactNode;
  /** Files and links of the whole meeting. */
  material?: (meeting: MeetingData) => ReactNode;
  /** Below all else that the meeting is about. */
  last?: (meeting: MeetingData) => ReactNode;
  /** Of one item, in its sheet. */
  itemMaterial?: ((meeting: MeetingData, item: ItemData) => ReactNode) | undefined;
}
