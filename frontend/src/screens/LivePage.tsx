import { FormattedMessage } from 'react-intl';
import { useParams } from 'react-router';
import { ActionCard } from '../actions/parts/ActionCard.tsx';
import { CatchAction } from '../actions/parts/CatchAction.tsx';
import { FollowUpActions } from '../actions/parts/FollowUpActions.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import type { ItemData, MeetingData } from '../meetings/parts/meeting.documents.ts';
import { MeetingRoom } from '../meetings/parts/MeetingRoom.tsx';
import css from './LivePage.module.css';

/** A meeting from its start to its end, with what the team agrees to try. */
export function LivePage() {
  const { meetingId = '' } = useParams();
  const viewer = useViewer();
  return (
    <MeetingRoom
      key={meetingId}
      meetingId={meetingId}
      actions={(meeting, item) => <Agreed meeting={meeting} item={item} viewerId={viewer.id} />}
    />
  );
}

/** Beside the sheet: the earlier actions under an item of follow-up, what was agreed here, and catching the next. */
function Agreed({ meeting, item, viewerId }: { meeting: MeetingData; item: ItemData; viewerId: string }) {
  // What belongs to the item the room is at stands first.
  const agreed = (meeting.actions ?? []).toSorted(
    (a, b) => Number(b.originItemId === item.id) - Number(a.originItemId === item.id),
  );
  const people = meeting.participants.flatMap((one) => (one.person && !one.isGuest ? [one.person] : []));
  const mayChange = meeting.may.includes('action.change');
  const focus = item.markers[0] ?? meeting.markers[0];
  return (
    <div className={css.column}>
      <h2>
        <FormattedMessage id="screens.live.actions" defaultMessage="Handlinger" />
      </h2>
      {item.kind === 'FOLLOW_UP' && (
        <FollowUpActions actions={meeting.followUpActions ?? []} viewerId={viewerId} mayChange={mayChange} />
      )}
      {mayChange && (
        <CatchAction
          key={item.id}
          teamId={meeting.team.id}
          meetingId={meeting.id}
          itemId={item.id}
          people={people}
          markers={meeting.markerChoices}
          focusMarkerId={focus?.id ?? null}
        />
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
