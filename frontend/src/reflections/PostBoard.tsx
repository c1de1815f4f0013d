import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { problemIn, TEXT_LIMITS } from '#domain/text-rules.ts';
import { BoardColumn } from '#ui/BoardColumn.tsx';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { problemWords, refusalWords } from '../platform/parts/refusals.ts';
import {
  ADD_REFLECTION_GROUP,
  MOVE_REFLECTION_POST,
  NAME_REFLECTION_GROUP,
  type GroupData,
  type SilentWritingData,
} from './parts/silent.documents.ts';
import { PostCard } from './PostCard.tsx';
import css from './Reflections.module.css';

const RULE = { max: TEXT_LIMITS.title, required: true };

/** What everybody wrote, in chance's order; grouped by dragging, by keyboard, or by a menu. */
export function PostBoard({
  writing,
  mayWrite,
  onAction,
}: {
  writing: SilentWritingData;
  mayWrite: boolean;
  onAction?: ((text: string) => void) | undefined;
}) {
  const intl = useIntl();
  const posts = (writing.posts ?? []).toSorted((a, b) => a.position - b.position);
  const groups = (writing.groups ?? []).toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const [move, moving] = useMutate(MOVE_REFLECTION_POST, { again: true });
  const [add, adding] = useMutate(ADD_REFLECTION_GROUP, { again: true });
  if (posts.length === 0) return null;
  const put = (postId: string, groupId: string | null) => void move({ postId, groupId });
  /** A post goes into a group of its own. */
  const found = async (postId: string | null) => {
    const id = crypto.randomUUID();
    const title = intl.formatMessage(
      { id: 'reflections.group.new', defaultMessage: 'Gruppe {number}' },
      { number: groups.length + 1 },
    );
    const { error } = await add({ writingId: writing.id, id, title });
    if (!error && postId) put(postId, id);
  };
  const column = (group: GroupData | null) => {
    const inside = posts.filter((post) => (post.groupId ?? null) === (group?.id ?? null));
    return (
      <BoardColumn
        label={
          group?.title ?? intl.formatMessage({ id: 'reflections.ungrouped', defaultMessage: 'Indlæg uden gruppe' })
        }
        items={inside}
        textOf={(post) => post.text}
        accepts={
          mayWrite ? posts.filter((post) => (post.groupId ?? null) !== (group?.id ?? null)).map((post) => post.id) : []
        }
        onPut={(id) => put(id, group?.id ?? null)}
        dependencies={[groups, mayWrite]}
        className={group ? css.groupPosts! : css.loose!}
        empty={
          <p className={css.empty}>
            <FormattedMessage id="reflections.group.empty" defaultMessage="Træk indlæg hertil." />
          </p>
        }
      >
        {(post) => (
          <PostCard
            post={post}
            itemId={writing.itemId}
            groups={groups}
            mayWrite={mayWrite}
            onMove={(groupId) => put(post.id, groupId)}
            onNewGroup={() => void found(post.id)}
            onAction={onAction}
          />
        )}
      </BoardColumn>
    );
  };
  const fault = moving.error ?? adding.error;
  return (
    <div className={css.board}>
      {fault !== null && <p role="alert">{refusalWords(intl, fault)}</p>}
      {(groups.length === 0 || posts.some((post) => post.groupId === null)) && column(null)}
      {groups.length > 0 && (
        <div className={css.groups}>
          {groups.map((group) => (
            <section key={group.id} className={css.group} aria-label={group.title}>
              <GroupTitle group={group} mayWrite={mayWrite} />
              {column(group)}
            </section>
          ))}
        </div>
      )}
      {mayWrite && posts.length > 1 && (
        <Button variant="quiet" size="small" pending={adding.pending} onPress={() => void found(null)}>
          <FormattedMessage id="reflections.group.add" defaultMessage="Ny gruppe" />
        </Button>
      )}
    </div>
  );
}

function GroupTitle({ group, mayWrite }: { group: GroupData; mayWrite: boolean }) {
  const intl = useIntl();
  const [text, setText] = useState<string | null>(null);
  const [name, { error }] = useMutate(NAME_REFLECTION_GROUP, { again: true });
  if (!mayWrite) return <h3 className="h4">{group.title}</h3>;
  const problem = text === null ? null : problemIn(text, RULE);
  const save = async () => {
    if (text === null || problem) return;
    if (text.trim() === group.title) return setText(null);
    const { error: refused } = await name({ groupId: group.id, title: text.trim() });
    if (!refused) setText(null);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={intl.formatMessage({ id: 'reflections.group.name', defaultMessage: 'Gruppens navn' })}
        hideLabel
        value={text ?? group.title}
        onChange={setText}
        onBlur={() => void save()}
        fault={problem ? problemWords(intl, problem) : error ? refusalWords(intl, error) : undefined}
      />
    </form>
  );
}
