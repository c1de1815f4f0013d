import { FormattedMessage } from 'react-intl';
import { ItemMaterials, MeetingMaterials } from '../materials/parts/MeetingMaterials.tsx';
import { PlanRoom } from '../meetings/parts/PlanRoom.tsx';
import { SharingChoice } from '../minutes/parts/SharingChoice.tsx';
import { PlanProposals } from '../preparation/parts/PlanProposals.tsx';

/** Planning a meeting, with what is proposed for it, and its files and links. */
export function PlanPage() {
  return (
    <PlanRoom
      beside={(meeting, refetch) => <PlanProposals meeting={meeting} refetch={refetch} />}
      last={(meeting) => meeting.may.includes('minutes.choice') && <SharingChoice meetingId={meeting.id} quiet />}
      material={(meeting) => <MeetingMaterials meeting={meeting} level={3} />}
      itemMaterial={(meeting, item) => (
        <ItemMaterials
          meeting={meeting}
          itemId={item.id}
          heading={
            <h3>
              <FormattedMessage id="materials.title" defaultMessage="Materiale" />
            </h3>
          }
        />
      )}
    />
  );
}
