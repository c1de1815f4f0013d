import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import css from '../Materials.module.css';
import { Materials } from './Materials.tsx';
import type { MaterialData } from './materials.documents.ts';

/** A meeting as its material needs it. */
export interface MaterialMeeting {
  id: string;
  state: string;
  /** Null to whoever may not have it. */
  materials: readonly MaterialData[] | null;
  may: readonly string[];
  items: readonly { id: string; title: string; position: number }[];
}

/** Until its minutes are proposed; the server has the last word. */
const GROWS = new Set(['DRAFT', 'CONVENED', 'IN_PROGRESS', 'HELD']);

/** What hangs on one item. */
export function ItemMaterials({
  meeting,
  itemId,
  heading,
  folded,
}: {
  meeting: MaterialMeeting;
  itemId: string;
  heading?: ReactNode;
  folded?: boolean;
}) {
  const intl = useIntl();
  if (meeting.materials === null) return null;
  const item = meeting.items.find(({ id }) => id === itemId);
  return (
    <Materials
      key={itemId}
      meetingId={meeting.id}
      itemId={itemId}
      materials={meeting.materials.filter((one) => one.itemId === itemId)}
      may={meeting.may}
      isOpen={GROWS.has(meeting.state)}
      label={intl.formatMessage(
        { id: 'materials.ofItem', defaultMessage: 'Materiale til {title}' },
        { title: item?.title ?? '' },
      )}
      heading={heading}
      folded={folded ?? false}
    />
  );
}

const ownOf = ({ materials, items }: MaterialMeeting): MaterialData[] =>
  (materials ?? []).filter(({ itemId }) => itemId === null || !items.some(({ id }) => id === itemId));

/** What belongs to the whole meeting, and what hung on an item that is off the agenda. */
export function OwnMaterials({ meeting, heading }: { meeting: MaterialMeeting; heading?: ReactNode }) {
  const intl = useIntl();
  if (meeting.materials === null) return null;
  return (
    <Materials
      meetingId={meeting.id}
      itemId={null}
      materials={ownOf(meeting)}
      may={meeting.may}
      isOpen={GROWS.has(meeting.state)}
      label={intl.formatMessage({ id: 'materials.ofMeeting', defaultMessage: 'Materiale til hele mødet' })}
      heading={heading}
    />
  );
}

/** What belongs to the whole meeting; with `all`, also what hangs on its items, each under its item's words. */
export function MeetingMaterials({
  meeting,
  all,
  level = 2,
}: {
  meeting: MaterialMeeting;
  all?: boolean;
  level?: 2 | 3;
}) {
  const intl = useIntl();
  const { materials } = meeting;
  if (materials === null) return null;
  const own = ownOf(meeting);
  const mayAdd = GROWS.has(meeting.state) && meeting.may.includes('material.add');
  const groups = all ? meeting.items.filter(({ id }) => materials.some(({ itemId }) => itemId === id)) : [];
  if (own.length === 0 && groups.length === 0 && !mayAdd) return null;
  const Heading = level === 2 ? 'h2' : 'h3';
  const title = intl.formatMessage({ id: 'materials.title', defaultMessage: 'Materiale' });
  return (
    <section className={css.all} aria-label={title}>
      <Heading>
        <FormattedMessage id="materials.title" defaultMessage="Materiale" />
      </Heading>
      {groups.map(({ id, title: item, position }) => (
        <Materials
          key={id}
          meetingId={meeting.id}
          may={meeting.may}
          isOpen={false}
          itemId={id}
          materials={materials.filter(({ itemId }) => itemId === id)}
          label={intl.formatMessage(
            { id: 'materials.ofItem', defaultMessage: 'Materiale til {title}' },
            { title: item },
          )}
          heading={
            <p className={css.item}>
              {position}. {item}
            </p>
          }
        />
      ))}
      <OwnMaterials
        meeting={meeting}
        heading={
          groups.length > 0 && (own.length > 0 || mayAdd) ? (
            <p className={css.item}>
              <FormattedMessage id="materials.whole" defaultMessage="Hele mødet" />
            </p>
          ) : undefined
        }
      />
    </section>
  );
}
