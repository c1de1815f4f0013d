import { Check, Star } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { IconButton } from '#ui/IconButton.tsx';
import { MenuButton, type MenuEntry } from '#ui/Menu.tsx';
import { DragHandle } from '#ui/ReorderList.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { refusalWords } from '../platform/parts/refusals.ts';
import { DECIDE_FROM_POST, MARK_REFLECTION_POST, type GroupData, type PostData } from './parts/silent.documents.ts';
import css from './Reflections.module.css';

const NEW = 'new';
const OUT = 'out';

/** The first words, where a button must say which post it is about. */
const beginning = (text: string): string => (text.length > 40 ? `${text.slice(0, 40).trimEnd()} …` : text);

/** One post: its words, and what the team makes of it. */
export function PostCard({
  post,
  itemId,
  groups,
  mayWrite,
  onMove,
  onNewGroup,
  onAction,
}: {
  post: PostData;
  itemId: string;
  groups: readonly GroupData[];
  mayWrite: boolean;
  onMove: (groupId: string | null) => void;
  onNewGroup: () => void;
  onAction?: ((text: string) => void) | undefined;
}) {
  const intl = useIntl();
  const [mark] = useMutate(MARK_REFLECTION_POST, { again: true });
  const [decide, deciding] = useMutate(DECIDE_FROM_POST, { again: true });
  const [decided, setDecided] = useState(false);
  // One id for the card: a second tap decides nothing twice.
  const [decisionId] = useState(() => crypto.randomUUID());
  const words = beginning(post.text);
  const makes: MenuEntry[] = [
    {
      id: 'decision',
      label: intl.formatMessage({ id: 'reflections.make.decision', defaultMessage: 'En beslutning' }),
      disabled: decided,
    },
    ...(onAction
      ? [{ id: 'action', label: intl.formatMessage({ id: 'reflections.make.action', defaultMessage: 'En handling' }) }]
      : []),
  ];
  return (
    <div className={css.post} data-marked={post.marked || undefined}>
      <p className={css.words}>{post.text}</p>
      {post.author && <p className={css.author}>{post.author.displayName}</p>}
      {decided && (
        <p className={css.author} role="status">
          <Check aria-hidden className={css.check} />
          <FormattedMessage id="reflections.decided" defaultMessage="Står som beslutning" />
        </p>
      )}
      {deciding.error !== null && <p role="alert">{refusalWords(intl, deciding.error)}</p>}
      {mayWrite && (
        <div className={css.tools}>
          <DragHandle
            label={intl.formatMessage({ id: 'reflections.drag', defaultMessage: 'Flyt “{words}”' }, { words })}
          />
          <IconButton
            label={
              post.marked
                ? intl.formatMessage(
                    { id: 'reflections.unmark', defaultMessage: 'Fjern mærket ved “{words}”' },
                    { words },
                  )
                : intl.formatMessage({ id: 'reflections.mark', defaultMessage: 'Sæt mærke ved “{words}”' }, { words })
            }
            icon={<Star aria-hidden className={css.star} />}
            onPress={() => void mark({ postId: post.id, marked: !post.marked })}
          />
          <MenuButton
            size="small"
            namesButton
            label={intl.formatMessage(
              { id: 'reflections.move', defaultMessage: 'Flyt til gruppe: “{words}”' },
              { words },
            )}
            entries={[
              ...groups
                .filter((group) => group.id !== post.groupId)
                .map((group) => ({ id: group.id, label: group.title })),
              {
                id: NEW,
                label: intl.formatMessage({ id: 'reflections.group.toNew', defaultMessage: 'En ny gruppe' }),
              },
              ...(post.groupId
                ? [
                    {
                      id: OUT,
                      label: intl.formatMessage({ id: 'reflections.group.out', defaultMessage: 'Ud af gruppen' }),
                    },
                  ]
                : []),
            ]}
            onAction={(id) => (id === NEW ? onNewGroup() : onMove(id === OUT ? null : id))}
          >
            <FormattedMessage id="reflections.moveShort" defaultMessage="Flyt til gruppe" />
          </MenuButton>
          <MenuButton
            size="small"
            namesButton
            label={intl.formatMessage({ id: 'reflections.make', defaultMessage: 'Gør til: “{words}”' }, { words })}
            entries={makes}
            onAction={(id) => {
              if (id === 'action') onAction?.(post.text);
              else
                void decide({ itemId, text: post.text, id: decisionId }).then(({ error }) => {
                  if (!error) setDecided(true);
                });
            }}
          >
            <FormattedMessage id="reflections.makeShort" defaultMessage="Gør til" />
          </MenuButton>
        </div>
      )}
    </div>
  );
}
