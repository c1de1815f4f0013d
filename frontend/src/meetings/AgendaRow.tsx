import { CornerDownRight, Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { AGENDA_ITEM_KINDS } from '#domain/agenda-item-lifecycle.ts';
import { TEXT_LIMITS } from '#domain/text-rules.ts';
import { Button } from '#ui/Button.tsx';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import { MenuButton } from '#ui/Menu.tsx';
import { SpineCell } from '#ui/Pejlelinje.tsx';
import { DragHandle } from '#ui/ReorderList.tsx';
import { Select } from '#ui/Select.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import type { ItemData, ParticipantData } from './parts/meeting.documents.ts';
import { kindWords, markerWords } from './parts/meeting-words.ts';
import css from './AgendaRow.module.css';
import { moveEntries } from './move-entries.ts';
import { DraftField } from './parts/DraftField.tsx';
import { MinutesField } from './MinutesField.tsx';
import type { PlannedRow } from './plan-view.ts';
import { ThirdMove } from './ThirdMove.tsx';
import type { Plan } from './use-plan.ts';

const EVERYBODY = 'everybody';

export interface AgendaRowProps {
  row: PlannedRow<ItemData>;
  count: number;
  participants: readonly ParticipantData[];
  plan: Plan;
  slotEnds: string;
  followUps: number;
  /** How many files and links hang on it. */
  materials: number;
  mayPlan: boolean;
  onOpen: () => void;
  onRemove: () => void;
  onSplit: () => void;
  onDrop: () => void;
}

/** One item on the agenda being planned. Only the row one works in shows its controls' edges. */
export function AgendaRow({
  row,
  count,
  participants,
  plan,
  slotEnds,
  followUps,
  materials,
  mayPlan,
  onOpen,
  onRemove,
  onSplit,
  onDrop,
}: AgendaRowProps) {
  const intl = useIntl();
  const { item, number } = row;
  const lookingBack = item.kind === 'FOLLOW_UP' && followUps > 0;
  const development = item.track === 'DEVELOPMENT';
  const trackName = development
    ? intl.formatMessage({ id: 'plan.track.development', defaultMessage: 'udvikling' })
    : intl.formatMessage({ id: 'plan.track.operations', defaultMessage: 'drift' });
  const people = participants.flatMap((one) => (one.person ? [one.person] : []));
  const move = (action: string) => {
    if (action === 'up') void plan.moveItem(item, number - 1);
    if (action === 'down') void plan.moveItem(item, number + 1);
    if (action === 'first') void plan.moveItem(item, 1);
    if (action === 'last') void plan.moveItem(item, count);
    if (action === 'open') onOpen();
    if (action === 'split') onSplit();
    if (action === 'drop') onDrop();
    if (action === 'remove') onRemove();
  };
  return (
    <div className={css.whole}>
      {row.cutAbove && (
        <p className={css.cut}>
          <time>{slotEnds}</time>
          <i aria-hidden="true" />
          <span>
            <FormattedMessage
              id="plan.cut"
              defaultMessage="Her er tiden gået. Resten ligger efter kl. {time}."
              values={{ time: slotEnds }}
            />
          </span>
        </p>
      )}
      <div className={css.row} data-late={row.late || undefined}>
        <span className={css.handle}>
          {mayPlan && (
            <DragHandle
              label={intl.formatMessage({ id: 'plan.drag', defaultMessage: 'Træk {title}' }, { title: item.title })}
            />
          )}
        </span>
        <time className={css.time}>{row.begins}</time>
        <SpineCell
          state="tocome"
          tail={item.broughtOver || lookingBack}
          dashed={row.late}
          first={number === 1}
          last={number === count}
        />
        <span className={css.number}>{number}</span>
        <div className={css.words}>
          <DraftField
            className={css.title}
            label={intl.formatMessage(
              { id: 'plan.item.title', defaultMessage: 'Punkt {number}, overskrift' },
              { number },
            )}
            hideLabel
            oneLine
            field="title"
            value={item.title}
            rule={{ max: TEXT_LIMITS.title, required: true }}
            save={(text, seen) => plan.saveItemText(item, 'title', text, seen)}
            isReadOnly={!mayPlan}
          />
          <div className={css.meta}>
            <Select
              look="quiet"
              hideLabel
              label={intl.formatMessage({ id: 'plan.item.kind', defaultMessage: 'Punkt {number}, slags' }, { number })}
              options={AGENDA_ITEM_KINDS.map((kind) => ({ id: kind, label: kindWords(intl, kind) }))}
              value={item.kind}
              onChange={(kind) => void plan.setKind(item, kind)}
              isDisabled={!mayPlan}
            />
            <Select
              look="quiet"
              hideLabel
              label={intl.formatMessage(
                { id: 'plan.item.owner', defaultMessage: 'Punkt {number}, hvem tager det' },
                { number },
              )}
              options={[
                { id: EVERYBODY, label: intl.formatMessage({ id: 'plan.item.everybody', defaultMessage: 'alle' }) },
                ...people.map((person) => ({ id: person.id, label: person.displayName })),
              ]}
              value={item.owner?.id ?? EVERYBODY}
              onChange={(id) => void plan.setOwner(item, id === EVERYBODY ? null : id)}
              isDisabled={!mayPlan}
            />
            {materials > 0 && (
              <Button
                variant="quiet"
                size="small"
                className={css.material}
                icon={<Paperclip aria-hidden strokeWidth={1.75} />}
                aria-label={intl.formatMessage(
                  {
                    id: 'plan.item.materialOf',
                    defaultMessage: 'Punkt {number}: {count, plural, one {# fil eller link} other {# filer og links}}',
                  },
                  { number, count: materials },
                )}
                onPress={onOpen}
              >
                {materials}
              </Button>
            )}
            {(item.broughtOver || lookingBack) && (
              <span className={css.from}>
                <CornerDownRight aria-hidden />
                {lookingBack ? (
                  <FormattedMessage
                    id="plan.fromLast.actions"
                    defaultMessage="<b>fra sidst</b> {count, plural, one {én handling} other {# handlinger}}"
                    values={{ count: followUps, b: bold }}
                  />
                ) : item.timesMoved > 0 ? (
                  <FormattedMessage
                    id="plan.fromLast.moved"
                    defaultMessage="<b>fra sidst</b>, flyttet {count, plural, one {én gang} other {# gange}}"
                    values={{ count: item.timesMoved, b: bold }}
                  />
                ) : (
                  <FormattedMessage id="plan.fromLast" defaultMessage="<b>fra sidst</b>" values={{ b: bold }} />
                )}
              </span>
            )}
          </div>
          {!lookingBack && <ThirdMove item={item} mayPlan={mayPlan} plan={plan} onSplit={onSplit} onDrop={onDrop} />}
        </div>
        <div className={css.glyphs}>
          {item.markers
            .toSorted((a, b) => a.position - b.position)
            .map((marker) => (
              <MarkerGlyph
                key={marker.id}
                slot={marker.slot}
                number={marker.position}
                label={markerWords(intl, marker)}
                size={20}
              />
            ))}
        </div>
        <Button
          variant="quiet"
          size="small"
          className={css.track}
          isDisabled={!mayPlan}
          aria-label={intl.formatMessage(
            { id: 'plan.track.switch', defaultMessage: 'Punkt {number}: {track}. Skift til {other}' },
            {
              number,
              track: trackName,
              other: development
                ? intl.formatMessage({ id: 'plan.track.operations', defaultMessage: 'drift' })
                : intl.formatMessage({ id: 'plan.track.development', defaultMessage: 'udvikling' }),
            },
          )}
          onPress={() => void plan.setTrack(item, development ? 'OPERATIONS' : 'DEVELOPMENT')}
          icon={<span className={css.swatch} data-filled={development || undefined} />}
        >
          {trackName}
        </Button>
        <MinutesField item={item} number={number} plan={plan} isDisabled={!mayPlan} />
        {mayPlan && (
          <MenuButton
            label={intl.formatMessage(
              { id: 'plan.move', defaultMessage: 'Flyt punkt {number}: {title}' },
              { number, title: item.title },
            )}
            namesButton
            size="small"
            className={css.move}
            onAction={move}
            groups={[
              {
                id: 'move',
                entries: moveEntries(intl, number, count),
              },
              {
                id: 'item',
                entries: [
                  {
                    id: 'open',
                    label: intl.formatMessage({
                      id: 'plan.move.open',
                      defaultMessage: 'Materiale, vejledning og pejlemærker',
                    }),
                  },
                  {
                    id: 'split',
                    label: intl.formatMessage({ id: 'plan.move.split', defaultMessage: 'Del op …' }),
                  },
                  {
                    id: 'drop',
                    label: intl.formatMessage({ id: 'plan.move.drop', defaultMessage: 'Slip …' }),
                  },
                  {
                    id: 'remove',
                    label: intl.formatMessage({ id: 'plan.move.remove', defaultMessage: 'Tag af dagsordenen' }),
                  },
                ],
              },
            ]}
          >
            <FormattedMessage
              id="plan.move.word"
              defaultMessage="Flyt<hidden> punkt {number}</hidden>"
              values={{ number, hidden }}
            />
          </MenuButton>
        )}
      </div>
    </div>
  );
}

const hidden = (words: ReactNode) => <VisuallyHidden>{words}</VisuallyHidden>;
const bold = (words: ReactNode) => <b>{words}</b>;
