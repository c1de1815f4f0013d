import { FormattedMessage } from 'react-intl';
import { ItemMaterials, MeetingMaterials } from '../materials/parts/MeetingMaterials.tsx';
import { PlanMeeting } from '../meetings/parts/PlanMeeting.tsx';

/** Planning a meeting, with its files and links. */
export function PlanPage() {
  return (
    <PlanMeeting
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
