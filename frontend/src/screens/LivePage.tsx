import { CheckCheck, Flag, Milestone } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { ActionCard } from '../actions/parts/ActionCard.tsx';
import { CatchAction } from '../actions/parts/CatchAction.tsx';
import { FollowUpActions } from '../actions/parts/FollowUpActions.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import { useMutate } from '../live/parts/use-mutate.ts';
import type { ItemData, MeetingData } from '../meetings/parts/meeting.documents.ts';
import { ItemMarkers } from '../meetings/parts/ItemMarkers.tsx';
import { MeetingRoom } from '../meetings/parts/MeetingRoom.tsx';
import { SharingChoice } from '../minutes/parts/SharingChoice.tsx';
import { ItemMaterials, MeetingMaterials, OwnMaterials } from '../materials/parts/MeetingMaterials.tsx';
import { Note } from '../notes/parts/Note.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { PulseCheck } from '../reflections/parts/PulseCheck.tsx';
import { Prepared } from '../preparation/parts/Prepared.tsx';
import { LendScreen } from '../projector/parts/LendScreen.tsx';
import { Reflections, silentNow } from '../reflections/parts/Reflections.tsx';
import { ShownReflections } from '../reflections/parts/ShownReflections.tsx';
import { SilentRoom } from '../reflections/parts/SilentRoom.tsx';
import css from './LivePage.module.css';
import { inTheMeeting, NotesAfter } from './NotesAfter.tsx';
import { DECIDE_FROM_NOTE } from './pages.documents.ts';

/** An action that a silent post or a line of the note is made into: its words stand in the form. */
interface Begun {
  itemId: string;
  /** Undefined once the form is closed. */
  title: string | undefined;
  number: number;
}

/** A meeting from its start to its end, with what the team agrees to try. */
export function LivePage() {
  const { meetingId = '' } = useParams();
  const viewer = useViewer();
  const [begun, setBegun] = useState<Begun | null>(null);
  const beginAction = (item: ItemData) => (title: string) =>
    setBegun((last) => ({ itemId: item.id, title, number: (last?.number ?? 0) + 1 }));
  return (
    <MeetingRoom
      key={meetingId}
      meetingId={meetingId}
      actions={(meeting, item) => (
        <Agreed
          meeting={meeting}
          item={item}
          viewerId={viewer.id}
          begun={begun?.itemId === item.id ? begun : null}
          onCaught={() => setBegun((last) => last && { ...last, title: undefined })}
        />
      )}
      screen={(meeting) => <LendScreen meeting={meeting} />}
      note={(meeting, item) => (
        <>
          <ItemMaterials folded meeting={meeting} itemId={item.id} />
          <ItemNote meeting={meeting} item={item} onAction={beginAction(item)} />
        </>
      )}
      ownNote={(meeting) => (
        <>
          <Prepared meeting={meeting} className={css.ownNote} />
          <MeetingNote meeting={meeting} />
          <MeetingMaterial meeting={meeting} />
        </>
      )}
      before={(meeting) => <MeetingMaterials meeting={meeting} all />}
      held={(meeting) => (
        <>
          <MeetingMaterials meeting={meeting} all />
          <ShownReflections meeting={meeting} />
          <NotesAfter meeting={meeting} />
          {meeting.state === 'HELD' && meeting.may.includes('minutes.choice') && (
            <SharingChoice meetingId={meeting.id} quiet />
          )}
        </>
      )}
      instead={(meeting, item) => {
        const writing = silentNow(meeting, item);
        return writing && <SilentRoom key={writing.id} meeting={meeting} writing={writing} number={item.position} />;
      }}
      after={(meeting, item) => (
        <>
          <Reflections
            meeting={meeting}
            item={item}
            onAction={meeting.may.includes('action.change') ? beginAction(item) : undefined}
          />
          {item.kind === 'EVALUATION' && <PulseCheck meeting={meeting} item={item} />}
        </>
      )}
    />
  );
}

/** What is written together under an item; a line of it becomes a decision or an action where it stands, and the item gets its marker. */
function ItemNote({
  meeting,
  item,
  onAction,
}: {
  meeting: MeetingData;
  item: ItemData;
  onAction: (words: string) => void;
}) {
  const intl = useIntl();
  const [decide] = useMutate(DECIDE_FROM_NOTE);
  const [isMarking, setMarking] = useState(false);
  const decision = {
    id: 'decision',
    icon: <CheckCheck aria-hidden strokeWidth={1.75} />,
    label: intl.formatMessage({ id: 'screens.live.asDecision', defaultMessage: 'Beslutning' }),
    make: (words: string) => {
      if (words !== '') void decide({ itemId: item.id, text: words, id: crypto.randomUUID() });
    },
  };
  const action = {
    id: 'action',
    icon: <Flag aria-hidden strokeWidth={1.75} />,
    label: intl.formatMessage({ id: 'screens.live.asAction', defaultMessage: 'Handling' }),
    make: onAction,
  };
  const marker = {
    id: 'marker',
    icon: <Milestone aria-hidden strokeWidth={1.75} />,
    label: intl.formatMessage({ id: 'screens.live.asMarker', defaultMessage: 'Pejlemærke' }),
    make: () => setMarking(true),
  };
  // An item that is over keeps what it was about.
  const mayMark = meeting.may.includes('meeting.plan') && (item.state === 'ACTIVE' || item.state === 'PLANNED');
  const things = [
    ...(meeting.may.includes('meeting.write') ? [decision] : []),
    ...(meeting.may.includes('action.change') ? [action] : []),
    ...(mayMark && meeting.markerChoices.length > 0 ? [marker] : []),
  ];
  if (item.note === null) return null;
  return (
    <>
      <Note
        noteId={item.id}
        label={intl.formatMessage({ id: 'screens.live.notes', defaultMessage: 'Noter' })}
        text={item.note}
        things={things}
        colleagues={inTheMeeting(meeting)}
        hasHistory={meeting.may.includes('note.history')}
      />
      {isMarking && <ItemMarkers meeting={meeting} item={item} onClose={() => setMarking(false)} />}
    </>
  );
}

/** What belongs to no item: folded below the sheet, so that it takes nothing from the item the room is at. */
function MeetingNote({ meeting }: { meeting: MeetingData }) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  // Whoever may not read the items' notes is given null for them; the meeting's own follows the same rule.
  if (meeting.items.every((item) => item.note === null)) return null;
  const title = intl.formatMessage({ id: 'screens.live.meetingNotes', defaultMessage: 'Mødets noter' });
  return (
    <Disclosure title={title} level={2} isExpanded={isOpen} onExpandedChange={setOpen} className={css.ownNote}>
      {isOpen && (
        <>
          <p className="small ink2">
            <FormattedMessage
              id="screens.live.meetingNotesHint"
              defaultMessage="Det, der gælder hele mødet og ikke hører til ét punkt. Det kommer med i referatet."
            />
          </p>
          <Note
            noteId={meeting.id}
            label={title}
            text=""
            colleagues={inTheMeeting(meeting)}
            hasHistory={meeting.may.includes('note.history')}
          />
        </>
      )}
    </Disclosure>
  );
}

/** Files and links that belong to no item, folded as the meeting's notes are; open where there are some. */
function MeetingMaterial({ meeting }: { meeting: MeetingData }) {
  const intl = useIntl();
  const own = (meeting.materials ?? []).filter(
    ({ itemId }) => itemId === null || !meeting.items.some(({ id }) => id === itemId),
  );
  const [isOpen, setOpen] = useState(own.length > 0);
  if (meeting.materials === null || (own.length === 0 && !meeting.may.includes('material.add'))) return null;
  return (
    <Disclosure
      title={intl.formatMessage(
        {
          id: 'screens.live.meetingMaterial',
          defaultMessage: '{count, plural, =0 {Mødets materiale} other {Mødets materiale (#)}}',
        },
        { count: own.length },
      )}
      level={2}
      isExpanded={isOpen}
      onExpandedChange={setOpen}
      className={css.ownNote}
    >
      <OwnMaterials meeting={meeting} />
    </Disclosure>
  );
}

/** Beside the sheet: catching the next action, the earlier ones under an item of follow-up, and what was agreed here. */
function Agreed({
  meeting,
  item,
  viewerId,
  begun,
  onCaught,
}: {
  meeting: MeetingData;
  item: ItemData;
  viewerId: string;
  begun: Begun | null;
  onCaught: () => void;
}) {
  // What belongs to the item the room is at stands first.
  const agreed = (meeting.actions ?? []).toSorted(
    (a, b) => Number(b.originItemId === item.id) - Number(a.originItemId === item.id),
  );
  const people = meeting.participants
    .flatMap((one) => (one.person && !one.isGuest ? [one.person] : []))
    .toSorted((a, b) => a.displayName.localeCompare(b.displayName, 'da'));
  const mayChange = meeting.may.includes('action.change');
  const focus = item.markers[0] ?? meeting.markers[0];
  return (
    <div className={css.column}>
      <h2>
        <FormattedMessage id="screens.live.actions" defaultMessage="Handlinger" />
      </h2>
      {mayChange && (
        <CatchAction
          key={`${item.id} ${begun?.number ?? ''}`}
          begin={begun?.title}
          onClose={onCaught}
          teamId={meeting.team.id}
          meetingId={meeting.id}
          itemId={item.id}
          people={people}
          markers={meeting.markerChoices}
          focusMarkerId={focus?.id ?? null}
        />
      )}
      {item.kind === 'FOLLOW_UP' && (
        <FollowUpActions actions={meeting.followUpActions ?? []} viewerId={viewerId} mayChange={mayChange} />
      )}
      {agreed.length > 0 && (
        <ul className={css.list}>
          {agreed.map((action) => (
            <ActionCard key={action.id} action={action} viewerId={viewerId} />
          ))}
        </ul>
      )}
      {agreed.length === 0 && item.kind !== 'FOLLOW_UP' && (
        <p className="ink2">
          <FormattedMessage id="screens.live.noActions" defaultMessage="Her står det, I aftaler at prøve." />
        </p>
      )}
    </div>
  );
}
