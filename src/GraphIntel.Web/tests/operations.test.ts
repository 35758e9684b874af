import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { openLens } from '../src/explorer/api/builder';
import { type GraphRelationship, lookOf, readNode, readRelationship } from '../src/explorer/graph/entities';
import { heldOperation } from '../src/explorer/graph/held';
import { amongOperation, expandOperation, kindsOperation } from '../src/explorer/graph/operations';
import { groupOperation, numbersOperation } from '../src/explorer/numbers/operation';
import { alongOperation, detailsOperation } from '../src/explorer/panel/operation';
import { curlOf } from '../src/explorer/query/curl';
import { datedTypes, relatedTo, scopeOf, withFilter } from '../src/explorer/scope/scope';
import { searchOperation } from '../src/explorer/search/operation';
import { startOperation, waysOf } from '../src/explorer/start/ways';
import { emptyView } from '../src/explorer/state/address';
import { columnsOf, fileOperation, filledColumns, listedType, tableOperation } from '../src/explorer/table/columns';
import { films } from './films';

const type = (name: string) => films.type(name)!;

describe('operations', () => {
  it('are valid documents with their values as variables', () => {
    const view = { ...emptyView, nodes: ['film:a'], day: '2017-01-01', search: '"}{', filters: new Map([['genre', 'COMEDY']]) };
    const operations = [
      amongOperation(films, ['film:a', 'person:b'], view), amongOperation(films, Array.from({ length: 120 }, (_, index) => `film:${index}`), view),
      detailsOperation(films, type('Film'), 'film:a', view, ['cast']), detailsOperation(films, type('Casting'), 'casting:a', view, []),
      searchOperation(films, '"}'), startOperation(films), tableOperation(films, type('Film'), { ...view, sort: '-title' }, 'cursor'), tableOperation(films, type('Casting'), view, null),
      numbersOperation(films, type('Premiere'), view), groupOperation(films, type('Premiere'), view, films.field('Premiere', 'guests')!), fileOperation(films, type('Premiere'), view), kindsOperation(films, type('Film'), 'film:a', view),
      alongOperation(films, type('Film'), 'film:a', films.field('Film', 'directors')!, view, 5),
    ];
    for (const operation of operations) {
      expect(() => parse(operation.text)).not.toThrow();
      expect(operation.text).not.toContain('film:');
      for (const name of Object.keys(operation.variables)) expect(operation.text.split(`$${name}`).length).toBeGreaterThan(2);
    }
  });

  it('have only the arguments that a field takes', () => {
    const lens = { ...openLens, day: '2017-01-01', knownBy: '2017-02-01', told: ['critic:a'], denied: true };
    expect(amongOperation(films, ['film:a'], lens).variables).toEqual({
      of: ['film:a'], asOf: '2017-01-01', knownBy: '2017-02-01', standing: ['ASSERTED', 'DISPUTED', 'DENIED'],
    });
    expect(tableOperation(films, type('Film'), { ...emptyView, ...lens }, null).variables).toEqual({});
  });

  it('ask for many nodes in parts, and for their own relationships only', () => {
    const ids = [...Array.from({ length: 60 }, (_, index) => `film:${index}`), 'person:b'];
    const { variables } = amongOperation(films, ids, openLens);
    expect(variables.of1).toHaveLength(50);
    expect(variables.of2).toHaveLength(11);
    expect(variables.where).toMatchObject({ person: { id: { in: ['person:b'] } }, country: { id: { in: [] } } });
  });

  it('sort by a column only, and its end', () => {
    expect(tableOperation(films, type('Film'), { ...emptyView, sort: '-title' }, null).variables).toEqual({ order: [{ title: 'DESC' }] });
    expect(tableOperation(films, type('Casting'), { ...emptyView, sort: 'source' }, null).variables).toEqual({ order: [{ source: { name: 'ASC' } }] });
    expect(tableOperation(films, type('Film'), { ...emptyView, sort: 'studioAt' }, null).variables).toEqual({});
    expect(tableOperation(films, type('Film'), { ...emptyView, sort: 'no' }, null).variables).toEqual({});
  });

  it('are quoted for a shell', () => {
    expect(curlOf({ name: 'A', text: "{ a(b: \"it's\") }", variables: {} }, 'http://host')).toContain(`it'\\''s`);
  });
});

describe('an expansion', () => {
  it('asks for neighbors that are not shown yet', () => {
    const { variables } = expandOperation(films, 'film:a', null, 50, { ...emptyView, nodes: ['film:a', 'person:b'] });
    expect(variables).toEqual({ of: ['film:a'], maxNodes: 51, where: { film: { id: { nin: ['film:a'] } }, person: { id: { nin: ['person:b'] } } } });
  });
});

describe('what held on a day', () => {
  it('is asked of the relationships with dates, in parts that fit', () => {
    const relationship = (id: string, label: string) => ({ id, label }) as GraphRelationship;
    const graph = { nodes: [], relationships: [...Array.from({ length: 600 }, (_, index) => relationship(`casting:${index}`, 'ACTED_IN')), relationship('shows:a', 'SHOWS')] };
    const { text, variables } = heldOperation(films, graph, { ...openLens, day: '2017-01-01' })!;
    expect(text).toContain('part2: castings(first: 500, where: $part2, asOf: $asOf) { nodes { id } }');
    expect(Object.keys(variables)).toEqual(['part1', 'asOf', 'part2']);
    expect(variables.part2).toEqual({ id: { in: Array.from({ length: 100 }, (_, index) => `casting:${index + 500}`) } });
    expect(() => parse(text)).not.toThrow();
    expect(heldOperation(films, { nodes: [], relationships: [relationship('shows:a', 'SHOWS')] }, openLens)).toBeNull();
  });
});

describe('the scope', () => {
  it('is what is related to the nodes shown', () => {
    const view = { ...emptyView, nodes: ['film:a', 'person:b'] };
    expect(relatedTo(films, type('Premiere'), view)).toEqual({ or: [{ film: { id: { in: ['film:a'] } } }, { guests: { some: { id: { in: ['person:b'] } } } }] });
    expect(relatedTo(films, type('Casting'), view)).toEqual({ or: [{ source: { id: { in: ['person:b'] } } }, { target: { id: { in: ['film:a'] } } }] });
    expect(relatedTo(films, type('Premiere'), { ...view, everything: true })).toBeNull();
  });

  it('has nothing that the type does not have', () => {
    const view = { ...emptyView, filters: new Map([['genre', 'COMEDY'], ['title', 'x'], ['nothing', 'x']]), box: { south: 0, west: 0, north: 1, east: 1 } };
    expect(scopeOf(films, type('Film'), view, true)).toEqual({ and: [{ genre: { eq: 'COMEDY' } }, { studioAt: { within: view.box } }] });
    expect(scopeOf(films, type('Premiere'), view, true)).toBeNull();
  });

  it('means the days on which something is possible', () => {
    expect(scopeOf(films, type('Premiere'), { ...emptyView, from: '2017-01-01', until: '2017-02-01' }, true))
      .toEqual({ day: { possibly: { gte: '2017-01-01', lt: '2017-02-01' } } });
    expect(datedTypes(films).map((dated) => dated.plural)).toEqual(['premieres', 'castings']);
  });
});

describe('what is read', () => {
  it('has the place of a node, or of the one to which it leads', () => {
    const row = { __typename: 'Premiere', id: 'premiere:a', label: 'A', Premiere_day: '2017-01-01', Premiere_last: null, Premiere_at: { id: 'country:x', middle: { latitude: 1, longitude: 2 } } };
    expect(readNode(row)).toMatchObject({ day: { first: '2017-01-01', last: '2017-01-01' }, point: { latitude: 1, longitude: 2 } });
  });

  it('has the standing of a relationship', () => {
    const row = { __typename: 'Casting', id: 'casting:a', label: 'ACTED_IN', source: { id: 'person:b' }, target: { id: 'film:a' }, Casting_standing: 'DENIED', Casting_detail: 'LEAD' };
    const one = readRelationship(row);
    expect(one).toMatchObject({ detail: 'LEAD', standing: 'DENIED', source: 'person:b' });
    expect(lookOf(films, one.standing)).toBe('denied');
    expect(lookOf(films, 'DISPUTED')).toBe('disputed');
    expect(lookOf(films, 'ASSERTED')).toBe('plain');
  });

  it('has a table for the type that happens on a day, or the one chosen', () => {
    expect(listedType(films, emptyView).name).toBe('Premiere');
    expect(listedType(films, { ...emptyView, list: 'castings' }).name).toBe('Casting');
    expect(columnsOf(films, type('Casting')).map((column) => column.heading)).toEqual(['Person', 'Film', 'Hired', 'Released', 'Part', 'Standing']);
  });

  it('has what, when, where and who first in a table, names those who took part, and leaves out columns without a value', () => {
    const columns = columnsOf(films, type('Premiere'));
    expect(columns.map((column) => column.name)).toEqual(['name', 'day', 'film', 'guests', 'country']);
    const rows = [{ name: 'a', day: null, film: null, guests: { totalCount: 0, nodes: [] }, country: { label: 'b' } }];
    expect(filledColumns(columns, rows).map((column) => column.name)).toEqual(['name', 'country']);
    expect(filledColumns(columns, []).map((column) => column.name)).toEqual(['name']);
  });

  it('writes all rows of a table into a file, with more of each list than a cell shows', () => {
    const { text } = fileOperation(films, type('Premiere'), emptyView);
    expect(text).toContain('guests(first: 50) { nodes');
    expect(text).not.toMatch(/totalCount|pageInfo|premieres\(first/);
  });

  it('narrows the scope by a node, and ignores one of another type', () => {
    const scope = (field: string, value: string) => scopeOf(films, type('Premiere'), { ...emptyView, filters: new Map([[field, value]]) }, false);
    expect(scope('guests', 'person:a')).toEqual({ guests: { some: { id: { eq: 'person:a' } } } });
    expect(scope('film', 'film:a')).toEqual({ film: { id: { eq: 'film:a' } } });
    expect(scope('film', 'person:a')).toBeNull();
    expect([...withFilter(new Map([['film', 'film:a']]), 'film', 'film:a')]).toEqual([]);
    expect([...withFilter(new Map([['film', 'film:a']]), 'film', 'film:b')]).toEqual([['film', 'film:b']]);
  });

  it('offers three ways in', () => {
    const person = (id: string) => ({ __typename: 'Person', id, label: id });
    const ways = waysOf(films, {
      top: { aggregate: { groups: {
        guests: [{ count: 5, node: person('person:a') }, { count: 4, node: person('person:b') }],
        film: [{ count: 2, node: { __typename: 'Film', id: 'film:a', label: 'A' } }, { count: 1, node: null }],
      } } },
    });
    expect(ways.map((way) => [way.kind, ...way.ids])).toEqual([['node', 'person:a'], ['node', 'film:a'], ['paths', 'person:a', 'person:b']]);
  });
});
