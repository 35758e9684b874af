import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Backers } from './Backers';
import { Relationship } from './Relationship';
import { graphql } from './generated';

const actorsQuery = graphql(`
  query Actors {
    actors(first: 500, order: [{ name: ASC }]) {
      nodes {
        id
        name
      }
    }
  }
`);

/** An actor and a day to choose, its backers on that day, and the relationship that was clicked. */
export function App({ pageSize = 10 }: { pageSize?: number }) {
  const [actor, setActor] = useState('actor:government-of-syria');
  const [day, setDay] = useState('2017-06-04');
  const [opened, setOpened] = useState<string>();
  const { data, error } = useQuery(actorsQuery);
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <p>Loading…</p>;

  return (
    <>
      <h1>Who backs whom</h1>
      <form>
        <label>
          Actor{' '}
          <select value={actor} onChange={(change) => setActor(change.target.value)}>
            {data.actors.nodes.map(({ id, name }) => (
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
      <Backers key={`${actor} ${day}`} actor={actor} day={day} pageSize={pageSize} onOpen={setOpened} />
      {opened && <Relationship key={opened} id={opened} />}
    </>
  );
}
