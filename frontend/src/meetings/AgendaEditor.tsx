import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { TEXT_LIMITS, problemIn } from '#domain/text-rules.ts';
import { Button } from '#ui/Button.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { ReorderList } from '#ui/ReorderList.tsx';
import { TextField } from '#ui/TextField.tsx';
import { problemWords } from '../platform/parts/refusals.ts';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';
import { AgendaRow } from './AgendaRow.tsx';
import css from './AgendaEditor.module.css';
import { DropDialog } from './DropDialog.tsx';
import { ItemSheet } from './ItemSheet.tsx';
import { PasteItems } from './PasteItems.tsx';
import type { AgendaView } from './plan-view.ts';
import { SetAside } from './SetAside.tsx';
import { SplitDialog } from './SplitDialog.tsx';
import type { Plan } from './use-plan.ts';

const OPEN = ['AGREED', 'IN_PROGRESS', 'TRIED'];

/** The agenda along pejlelinjen: reordered by mouse, touch and keys, changed in place. */
export function AgendaEditor({
  meeting,
  view,
  plan,
  mayPlan,
  itemMaterial,
}: {
  meeting: MeetingData;
  view: AgendaView<ItemData>;
  plan: Plan;
  mayPlan: boolean;
  itemMaterial?: ((meeting: MeetingData, item: ItemData) => ReactNode) | undefined;
}) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [openId, setOpenId] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ item: ItemData; about: 'split' | 'drop' } | null>(null);
  const [removed, setRemoved] = useState<ItemData | null>(null);
  const followUps = (meeting.followUpActions ?? []).filter((action) => OPEN.includes(action.state)).length;
  const rows = view.rows.map((row) => ({ ...row, id: row.item.id }));
  const opened = view.rows.find((row) => row.item.id === openId)?.item;
  const titleOf = (id: string) => view.rows.find((row) => row.item.id === id)?.item.title ?? '';

  const move = (id: string, toIndex: number) => {
    const item = view.rows.find((row) => row.item.id === id)?.item;
    if (!item) return;
    void plan.moveItem(item, toIndex + 1);
    announce(
      intl.formatMessage(
        { id: 'plan.moved', defaultMessage: '{title} er nu punkt {number}' },
        { title: titleOf(id), number: toIndex + 1 },
      ),
    );
  };
  const remove = async (item: ItemData) => {
    const { error } = await plan.removeItem(item);
    if (error) return;
    setRemoved(item);
    announce(
      intl.formatMessage(
        { id: 'plan.removed', defaultMessage: '{title} er taget af dagsordenen' },
        { title: item.title },
      ),
    );
  };
  const putBack = async (item: ItemData) => {
    setRemoved(null);
    const { title, kind, track, plannedMin, guidance, position, threadId } = item;
    await plan.addItem({
      title,
      kind,
      track,
      plannedMin,
      guidance,
      position,
      threadId,
      ownerId: item.owner?.id ?? null,
      markerIds: item.markers.map((marker) => marker.id),
    });
  };

  return (
    <section className={css.agenda} aria-labelledby="plan-agenda">
      <h2 id="plan-agenda">
        <FormattedMessage id="plan.agenda" defaultMessage="Dagsorden" />
      </h2>
      <ReorderList
        label={intl.formatMessage({ id: 'plan.agenda', defaultMessage: 'Dagsorden' })}
        items={rows}
        textOf={(row) => row.item.title}
        onMove={move}
        isDisabled={!mayPlan}
        dependencies={[meeting.participants, meeting.materials, followUps, plan, view.slotEnds]}
        empty={
          <p className={css.empty}>
            <FormattedMessage
              id="plan.agenda.empty"
              defaultMessage="Dagsordenen er tom. Tilføj et punkt, eller vælg en skabelon."
            />
          </p>
        }
      >
        {(row) => (
          <AgendaRow
            row={row}
            count={rows.length}
            participants={meeting.participants}
            plan={plan}
            slotEnds={view.slotEnds}
            followUps={followUps}
            materials={(meeting.materials ?? []).filter(({ itemId }) => itemId === row.item.id).length}
            mayPlan={mayPlan}
            onOpen={() => setOpenId(row.item.id)}
            onRemove={() => void remove(row.item)}
            onSplit={() => setAsked({ item: row.item, about: 'split' })}
            onDrop={() => setAsked({ item: row.item, about: 'drop' })}
          />
        )}
      </ReorderList>
      {removed && (
        <p className={css.undo}>
          <FormattedMessage
            id="plan.undo"
            defaultMessage="»{title}« er taget af dagsordenen."
            values={{ title: removed.title }}
          />
          <Button variant="quiet" size="small" onPress={() => void putBack(removed)}>
            <FormattedMessage id="plan.undo.do" defaultMessage="Fortryd" />
          </Button>
        </p>
      )}
      {mayPlan && <AddItem plan={plan} />}
      {mayPlan && meeting.state !== 'IN_PROGRESS' && <PasteItems meeting={meeting} />}
      <SetAside meeting={meeting} plan={plan} mayPlan={mayPlan} />
      {asked?.about === 'split' && (
        <SplitDialog
          item={asked.item}
          onClose={() => setAsked(null)}
          split={(parts) => plan.splitItem(asked.item, parts)}
        />
      )}
      {asked?.about === 'drop' && <DropDialog item={asked.item} onClose={() => setAsked(null)} plan={plan} />}
      {opened && (
        <ItemSheet
          item={opened}
          meeting={meeting}
          plan={plan}
          mayPlan={mayPlan}
          material={itemMaterial?.(meeting, opened)}
          onClose={() => setOpenId(null)}
        />
      )}
    </section>
  );
}

/** A new item at the end: its words, and Enter. The field stays open for the next. */
function AddItem({ plan }: { plan: Plan }) {
  const intl = useIntl();
  const [title, setTitle] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  if (title === null) {
    return (
      <Button variant="quiet" icon={<Plus aria-hidden />} className={css.add} onPress={() => setTitle('')}>
        <FormattedMessage id="plan.add" defaultMessage="Tilføj punkt" />
      </Button>
    );
  }
  const problem = problemIn(title, { max: TEXT_LIMITS.title, required: tried });
  const add = async () => {
    setTried(true);
    if (problemIn(title, { max: TEXT_LIMITS.title, required: true })) return;
    const { error } = await plan.addItem({ title: title.trim() });
    if (error) return;
    setTitle('');
    setTried(false);
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        autoFocus
        label={intl.formatMessage({ id: 'plan.add.title', defaultMessage: 'Nyt punkt' })}
        aside={intl.formatMessage({ id: 'plan.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
        value={title}
        onChange={setTitle}
        fault={problem ? problemWords(intl, problem) : undefined}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTitle(null);
        }}
      />
      <Button type="submit">
        <FormattedMessage id="plan.add.do" defaultMessage="Tilføj" />
      </Button>
      <Button variant="quiet" onPress={() => setTitle(null)}>
        <FormattedMessage id="plan.add.close" defaultMessage="Luk" />
      </Button>
    </form>
  );
}
