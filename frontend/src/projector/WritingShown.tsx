import { FormattedMessage, useIntl } from 'react-intl';
import { MinuteScale } from '#ui/MinuteScale.tsx';
import { timeOf } from '../reflections/parts/silent-time.ts';
import type { ShownItem, ShownWriting } from './parts/projector.documents.ts';
import css from './Projector.module.css';
import posts from './WritingShown.module.css';
import { More } from './More.tsx';
import { leftWords } from './screen-words.ts';
import { useFittingSize } from './use-fitting.ts';

/** While all write for themselves: the question, the time, and how many are ready. Nothing else is on the wall. */
export function WritingShown({ writing, now }: { writing: ShownWriting; now: number }) {
  const intl = useIntl();
  const time = timeOf(writing, now);
  return (
    <main className={css.main} data-wide>
      <div>
        <p className={css.kicker}>
          <FormattedMessage id="projector.silent" defaultMessage="Tavs refleksion · alle skriver for sig selv" />
        </p>
        <h1 data-long={writing.question.length > 60 || undefined}>{writing.question}</h1>
        <p className={css.guidance}>
          <FormattedMessage
            id="projector.promise"
            defaultMessage="Alle indlæg vises på én gang og i tilfældig orden."
          />
        </p>
      </div>
      <div className={css.time}>
        <p className={css.timeWords}>
          {time && <span>{leftWords(intl, time.left, 0)}</span>}
          <span className={posts.ready}>
            <FormattedMessage
              id="projector.ready"
              defaultMessage="{ready} af {count} er klar"
              values={{ ready: writing.readyCount, count: Math.max(writing.hereCount, writing.readyCount) }}
            />
          </span>
        </p>
        {time && (
          <MinuteScale
            className={css.scale!}
            size="large"
            minutes={time.given}
            spent={time.spent}
            label={intl.formatMessage(
              { id: 'projector.scale', defaultMessage: '{spent} af {given} minutter er gået' },
              { spent: time.spent, given: time.given },
            )}
          />
        )}
      </div>
    </main>
  );
}

/** Posts beside each other, in the groups they were put into. */
const grouped = (all: ShownWriting['posts']): [string | null, ShownWriting['posts']][] => {
  const groups = new Map<string | null, ShownWriting['posts']>();
  for (const post of all) groups.set(post.groupTitle, [...(groups.get(post.groupTitle) ?? []), post]);
  return [...groups];
};

/** After the reveal: all posts, and no names. What the wall has no room for is said, and stands on everybody's own screen. */
export function PostsShown({ writing, item }: { writing: ShownWriting; item: ShownItem }) {
  const all = grouped(writing.posts).flatMap(([, inside]) => inside);
  const { place, size, shown } = useFittingSize(all.length, JSON.stringify(all));
  return (
    <main className={css.main} data-wide data-posts>
      <p className={css.kicker}>{item.title}</p>
      <h1 data-small>{writing.question}</h1>
      <div ref={place} className={posts.wall} data-size={size} role="group" aria-labelledby="projector-posts">
        <h2 id="projector-posts" className={posts.count}>
          <FormattedMessage
            id="projector.posts"
            defaultMessage="{count, plural, one {# indlæg} other {# indlæg}}"
            values={{ count: writing.posts.length }}
          />
        </h2>
        {grouped(all.slice(0, shown)).map(([title, inside]) => (
          <section key={title ?? ''} className={posts.group}>
            {title && <h3>{title}</h3>}
            <ul className={posts.posts}>
              {inside.map((post, n) => (
                <li key={n} data-marked={post.marked || undefined}>
                  {post.text}
                </li>
              ))}
            </ul>
          </section>
        ))}
        {shown < all.length && <More count={all.length - shown} />}
      </div>
    </main>
  );
}
