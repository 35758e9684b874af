import { type Lens } from '../api/builder';
import { isDate } from '../api/days';

export const tabs = ['graph', 'map', 'table', 'numbers'] as const;
export type Tab = (typeof tabs)[number];

export interface Position {
  x: number;
  y: number;
}

/** A box on the map, in degrees. */
export interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** All that a link reproduces: what is shown, and how. */
export interface View extends Lens {
  nodes: string[];
  /** Where nodes were dragged to. */
  pins: ReadonlyMap<string, Position>;
  /** Changes each time that all nodes are placed again. */
  arrangement: number;
  /** Selected nodes or relationships, in the order of selection. */
  selected: string[];
  /** Node types and relationship types that are hidden. */
  hidden: string[];
  tab: Tab;
  /** Whether events in scope are those of the nodes shown, or all. */
  everything: boolean;
  /** The root field of the table and the numbers; null: the first one. */
  list: string | null;
  /** A field, with `-` before it for descending order. */
  sort: string | null;
  /** What the table and the scope are narrowed to: field and value. */
  filters: ReadonlyMap<string, string>;
  search: string;
  box: Box | null;
}

export const emptyView: View = {
  nodes: [], pins: new Map(), arrangement: 0, selected: [], hidden: [], tab: 'graph', everything: false,
  day: null, from: null, until: null, knownBy: null, told: [], denied: false,
  list: null, sort: null, filters: new Map(), search: '', box: null,
};

/** Most nodes that a picture shows. */
export const maxShown = 500;
const maxListed = 50;
const maxText = 200;

/** Reads the state from the fragment of an address. What is not valid is left out, because anyone can write a link. */
export function readView(hash: string): View {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const ids = (name: string, most: number) => [...new Set(given.getAll(name).filter((id) => id && id.length <= maxText))].slice(0, most);
  const date = (name: string) => {
    const text = given.get(name);
    return text !== null && isDate(text) ? text : null;
  };
  const text = (name: string) => given.get(name)?.slice(0, maxText) || null;
  const day = date('day');
  const nodes = ids('n', maxShown);
  return {
    nodes,
    pins: readPins(given.getAll('pin'), new Set(nodes)),
    arrangement: /^\d{1,4}$/.test(given.get('arranged') ?? '') ? Number(given.get('arranged')) : 0,
    selected: ids('s', maxListed),
    hidden: ids('hide', maxListed),
    tab: tabs.find((tab) => tab === given.get('view')) ?? 'graph',
    everything: given.has('all'),
    day,
    from: day ? null : date('from'),
    until: day ? null : date('until'),
    knownBy: date('known'),
    told: ids('told', maxListed),
    denied: given.has('denied'),
    list: text('list'),
    sort: text('sort'),
    filters: new Map(given.getAll('only').slice(0, maxListed).flatMap((pair) => readPair(pair))),
    search: text('q') ?? '',
    box: readBox(given.get('box')),
  };
}

/** The fragment of an address for a state; empty for the state of a first visit. */
export function writeView(view: View): string {
  const given = new URLSearchParams();
  const add = (name: string, value: string | null) => value && given.append(name, value);
  if (view.tab !== 'graph') add('view', view.tab);
  for (const id of view.nodes) add('n', id);
  for (const [id, { x, y }] of view.pins) if (view.nodes.includes(id)) add('pin', `${Math.round(x)},${Math.round(y)},${id}`);
  if (view.arrangement > 0) add('arranged', String(view.arrangement));
  for (const id of view.selected) add('s', id);
  for (const name of view.hidden) add('hide', name);
  if (view.everything) add('all', '1');
  add('day', view.day);
  add('from', view.from);
  add('until', view.until);
  add('known', view.knownBy);
  for (const id of view.told) add('told', id);
  if (view.denied) add('denied', '1');
  add('list', view.list);
  add('sort', view.sort);
  for (const [field, value] of view.filters) add('only', `${field}:${value}`);
  add('q', view.search);
  if (view.box) add('box', [view.box.south, view.box.west, view.box.north, view.box.east].map((one) => one.toFixed(4)).join(','));
  // A colon, a comma and a slash need no escape in a fragment, and ids are readable without it.
  const text = given.toString().replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%2F/g, '/');
  return text ? `#${text}` : '';
}

function readPins(pins: string[], nodes: Set<string>): Map<string, Position> {
  const found = new Map<string, Position>();
  for (const pin of pins.slice(0, maxShown)) {
    const match = /^(-?\d{1,6}),(-?\d{1,6}),(.+)$/.exec(pin);
    if (match && nodes.has(match[3]!)) found.set(match[3]!, { x: Number(match[1]), y: Number(match[2]) });
  }
  return found;
}

function readPair(pair: string): [string, string][] {
  const colon = pair.indexOf(':');
  return colon > 0 && pair.length <= maxText ? [[pair.slice(0, colon), pair.slice(colon + 1)]] : [];
}

function readBox(text: string | null): Box | null {
  const [south, west, north, east] = (text ?? '').split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const isValid = [south, north].every((one) => one !== undefined && Math.abs(one) <= 90)
    && [west, east].every((one) => one !== undefined && Math.abs(one) <= 180) && south! <= north!;
  return isValid ? { south: south!, west: west!, north: north!, east: east! } : null;
}
