import { FormattedMessage } from 'react-intl';
import type { MeetingData } from '../../meetings/parts/meeting.documents.ts';
import { PostBoard } from '../PostBoard.tsx';
import css from '../Reflections.module.css';

/** After the meeting: what was written silently and shown, in the groups it was put into. */
export function ShownReflections({ meeting }: { meeting: MeetingData }) {
  const shown = meeting.silentWritings.filter((one) => one.state === 'REVEALED' && (one.posts ?? []).length > 0);
  const titles = new Map(meeting.items.map((item) => [item.id, item.title]));
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="shown-reflections" className={css.shown}>
      <h2 id="shown-reflections">
        <FormattedMessage id="reflections.held" defaultMessage="Det skrev I i stilhed" />
      </h2>
      {shown.map((writing) => (
        <section key={writing.id} aria-labelledby={`shown-${writing.id}`}>
          <h3 id={`shown-${writing.id}`}>{titles.get(writing.itemId)}</h3>
          <p className={css.asked}>{writing.question}</p>
          <PostBoard writing={writing} mayWrite={false} />
        </section>
      ))}
    </section>
  );
}
