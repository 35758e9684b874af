import { Suspense, useState } from 'react';
import { graphql, useLazyLoadQuery } from 'react-relay';
import type { AppActorsQuery } from '../__generated__/AppActorsQuery.graphql';
import type { AppQuery } from '../__generated__/AppQuery.graphql';
import { Backers } from './Backers';
import { ErrorMessage } from './ErrorMessage';
import { Relationship } from './Relationship';

/** An actor and a day to choose, its backers on that day, and the relationship that was clicked. */
export function App({ pageSize = 10 }: { pageSize?: number }) {
  return (
    <ErrorMessage>
      <Suspense fallback={<p>Loading…</p>}>
        <Page pageSize={pageSize} />
      </Suspense>
    </ErrorMessage>
  );
}

function Page({ pageSize }: { pageSize: number }) {
  const [actor, setActor] = useState('actor:government-of-syria');
  const [day, setDay] = useState('2017-06-04');
  const [opened, setOpened] = useState<string>();
  const { actors } = useLazyLoadQuery<AppActorsQuery>(
    graphql`
      query AppActorsQuery {
        actors(first: 500, order: [{ name: ASC }]) {
          nodes {
            id
            name
          }
        }
      }
    `,
    {},
  );

  return (
    <>
      <h1>Who backs whom</h1>
      <form>
        <label>
          Actor{' '}
          <select value={actor} onChange={(change) => setActor(change.target.value)}>
            {actors.nodes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          On <input type="date" required value={day} onChange={(change) => change.target.value && setDay(change.target.value)} />
        </label>
      </form>
      <Suspense fallback={<p>Loading…</p>}>
        <BackersOf key={`${actor} ${day}`} actor={actor} day={day} pageSize={pageSize} onOpen={setOpened} />
      </Suspense>
      <Suspense fallback={<p>Loading…</p>}>{opened && <Relationship key={opened} id={opened} />}</Suspense>
    </>
  );
}

function BackersOf(props: { actor: string; day: string; pageSize: number; onOpen: (id: string) => void }) {
  const { actor } = useLazyLoadQuery<AppQuery>(
    graphql`
      query AppQuery($actor: ID!, $day: Date!, $first: Int!) {
        actor(id: $actor) {
          ...Backers_actor @arguments(day: $day, first: $first)
        }
      }
    `,
    { actor: props.actor, day: props.day, first: props.pageSize },
  );
  return actor ? <Backers actor={actor} pageSize={props.pageSize} onOpen={props.onOpen} /> : <p>There is no such actor.</p>;
}
