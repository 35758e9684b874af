/** The meaning of the model that the server serves, from `GET /graphql?model`; docs/http.md describes each member. */
export interface ModelDocument {
  nodeTypes: NodeType[];
  relationshipTypes: RelationshipType[];
  enums: { name: string; values: { name: string; description: string | null }[] }[];
  claim: ClaimRole | null;
  rootFields: Record<string, string[]>;
  limits: { first: number; found: number; ids: number; searchLength: number; maxLength: number; maxNodes: number; of: number };
}

export type FieldKind = 'property' | 'relationship' | 'path' | 'refersBy' | 'refersTo';
export type Direction = 'OUT' | 'IN' | 'BOTH';

export interface Field {
  name: string;
  description: string | null;
  kind: FieldKind;
  type: string;
  list: boolean;
  arguments: string[];
  precision?: string | null;
  until?: string | null;
  relationshipType?: string;
  direction?: Direction;
  orderedBy?: string | null;
}

export interface ElementType {
  name: string;
  description: string | null;
  idPrefix: string;
  singular: string | null;
  plural: string | null;
  arguments: string[];
  standing: string | null;
  location: string | null;
  claims: string | null;
  provenance: boolean;
  fields: Field[];
}

export interface NodeType extends ElementType {
  enumValue: string;
  label: string;
  day: string | null;
  searched: boolean;
}

export interface Period {
  from: string;
  until: string;
}

export interface RelationshipType extends ElementType {
  type: string;
  source: string;
  target: string;
  undirected: boolean;
  valid: Period | null;
  attested: Period | null;
}

export interface ClaimRole {
  nodeType: string;
  about: string;
  field: string | null;
  stance: string;
  denies: string;
  made: string;
  source: string | null;
  sourceType: string | null;
  defaultStandings: string[];
}

/** Look-ups in a model. */
export class Model {
  readonly nodeTypes: NodeType[];
  readonly relationshipTypes: RelationshipType[];
  readonly claim: ClaimRole | null;
  readonly limits: ModelDocument['limits'];
  private readonly rootFields: Record<string, string[]>;
  private readonly types = new Map<string, ElementType>();
  private readonly byLabel = new Map<string, RelationshipType>();
  private readonly enums = new Map<string, string[]>();

  constructor(document: ModelDocument) {
    this.nodeTypes = document.nodeTypes;
    this.relationshipTypes = document.relationshipTypes;
    this.claim = document.claim;
    this.limits = document.limits;
    this.rootFields = document.rootFields;
    for (const type of [...document.nodeTypes, ...document.relationshipTypes]) this.types.set(type.name, type);
    for (const type of document.relationshipTypes) this.byLabel.set(type.type, type);
    for (const type of document.enums) this.enums.set(type.name, type.values.map((value) => value.name));
  }

  /** Node types that are facts themselves, and do not record where facts come from. */
  get subjects(): NodeType[] {
    return this.nodeTypes.filter((type) => !type.provenance);
  }

  /** The node types that happen on a day: what the time bar counts and the scope is made of. */
  get events(): NodeType[] {
    return this.subjects.filter((type) => type.day !== null && type.plural !== null);
  }

  type(name: string): ElementType | undefined {
    return this.types.get(name);
  }

  node(name: string): NodeType | undefined {
    return this.nodeTypes.find((type) => type.name === name);
  }

  /** The relationship type with a name in capitals, such as a relationship's `label`. */
  relationship(type: string): RelationshipType | undefined {
    return this.byLabel.get(type);
  }

  field(type: string, name: string): Field | undefined {
    return this.types.get(type)?.fields.find((field) => field.name === name);
  }

  values(enumType: string): string[] | undefined {
    return this.enums.get(enumType);
  }

  isEnum(type: string): boolean {
    return this.enums.has(type);
  }

  /** The type of the object with an id, which is written `type:key`. */
  typeOfId(id: string): ElementType | undefined {
    const prefix = id.slice(0, id.indexOf(':'));
    return [...this.types.values()].find((type) => type.idPrefix === prefix);
  }

  isNodeId(id: string): boolean {
    const type = this.typeOfId(id);
    return type !== undefined && this.node(type.name) !== undefined;
  }

  /** The arguments of a root field that belongs to no type, such as `neighborhood`. */
  argumentsOf(rootField: string): string[] {
    return this.rootFields[rootField] ?? [];
  }

  /** The enum of standings and all its values; null where the model has none. */
  get standing(): { type: string; values: string[] } | null {
    for (const type of this.types.values()) {
      const field = type.standing === null ? undefined : this.field(type.name, type.standing);
      const values = field && this.values(field.type);
      if (field && values) return { type: field.type, values };
    }
    return null;
  }
}
