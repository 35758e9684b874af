import { type Field, Model, type NodeType, type RelationshipType } from '../src/explorer/api/model';

const property = (name: string, type: string, more: Partial<Field> = {}): Field =>
  ({ name, description: null, kind: 'property', type, list: false, arguments: [], ...more });
const relationship = (name: string, type: string, relationshipType: string, direction: 'OUT' | 'IN', more: Partial<Field> = {}): Field =>
  ({ name, description: null, kind: 'relationship', type, list: true, arguments: ['first', 'where', 'order'], relationshipType, direction, ...more });
const node = (name: string, plural: string, label: string, fields: Field[], more: Partial<NodeType> = {}): NodeType => ({
  name, description: null, idPrefix: name.toLowerCase(), singular: name.toLowerCase(), plural, arguments: ['first', 'where', 'order'], standing: null,
  location: null, claims: null, provenance: false, fields, enumValue: name.toUpperCase(), label, day: null, searched: true, ...more,
});
const casting: RelationshipType = {
  name: 'Casting', description: null, idPrefix: 'casting', singular: 'casting', plural: 'castings', arguments: ['first', 'asOf', 'standing', 'knownBy'], standing: 'standing',
  location: null, claims: 'claims', provenance: false, type: 'ACTED_IN', source: 'Person', target: 'Film', undirected: false,
  valid: { from: 'hired', until: 'released' }, attested: null,
  fields: [property('part', 'Part'), property('hired', 'Date', { precision: 'hiredPrecision' }), property('hiredPrecision', 'Precision'), property('released', 'Date'), property('standing', 'Standing')],
};

/** A small model of films with a premiere on a day, to test what holds for any model. */
export const films = new Model({
  nodeTypes: [
    node('Film', 'films', 'title', [
      property('id', 'ID'), property('title', 'String'), property('genre', 'Genre'), property('year', 'Int'), property('studioAt', 'Point'),
      relationship('cast', 'Person', 'ACTED_IN', 'IN'), relationship('country', 'Country', 'MADE_IN_COUNTRY', 'OUT', { list: false }),
      relationship('directors', 'Person', '', 'OUT', { kind: 'path', arguments: ['first', 'asOf'] }),
    ], { location: 'studioAt' }),
    node('Person', 'people', 'name', [property('name', 'String'), relationship('films', 'Film', 'ACTED_IN', 'OUT')]),
    node('Country', 'countries', 'name', [property('name', 'String'), property('middle', 'Point')], { location: 'middle' }),
    node('Premiere', 'premieres', 'name', [
      property('name', 'String'), property('day', 'Date', { precision: 'dayPrecision', until: 'lastDay' }), property('dayPrecision', 'Precision'), property('lastDay', 'Date'),
      relationship('film', 'Film', 'SHOWS', 'OUT', { list: false }), relationship('guests', 'Person', 'GUEST_OF', 'IN'), relationship('country', 'Country', 'TOOK_PLACE_IN', 'OUT', { list: false }),
    ], { day: 'day' }),
    node('Critic', 'critics', 'name', [property('name', 'String')], { provenance: true }),
  ],
  relationshipTypes: [casting],
  enums: [
    { name: 'Genre', values: [{ name: 'COMEDY', description: null }, { name: 'WESTERN', description: null }] },
    { name: 'Part', values: [{ name: 'LEAD', description: null }] },
    { name: 'Precision', values: [{ name: 'DAY', description: null }] },
    { name: 'Standing', values: ['ASSERTED', 'DISPUTED', 'DENIED'].map((name) => ({ name, description: null })) },
  ],
  claim: {
    nodeType: 'Review', about: 'about', field: null, stance: 'stance', denies: 'DENIES', made: 'made', source: 'critic', sourceType: 'Critic', defaultStandings: ['ASSERTED', 'DISPUTED'],
  },
  rootFields: { neighborhood: ['of', 'depth', 'maxNodes', 'asOf', 'during', 'standing', 'knownBy'], paths: ['from', 'to', 'asOf'], search: ['query'] },
  limits: { first: 500, found: 100, ids: 500, searchLength: 200, maxLength: 8, maxNodes: 500, of: 50 },
});
