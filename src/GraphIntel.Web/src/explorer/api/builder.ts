import type { Operation } from './client';

/** When and on whose word: the arguments that most fields share. Null or empty: not restricted. */
export interface Lens {
  day: string | null;
  from: string | null;
  until: string | null;
  knownBy: string | null;
  told: string[];
  /** Whether what is only denied is included. */
  denied: boolean;
}

/** A lens that restricts nothing. */
export const openLens: Lens = { day: null, from: null, until: null, knownBy: null, told: [], denied: false };

/** The same lens for all days. */
export function atAnyTime(lens: Lens): Lens {
  return { ...lens, day: null, from: null, until: null };
}

export function hasTime(lens: Lens): boolean {
  return lens.day !== null || lens.from !== null || lens.until !== null;
}

/** Builds an operation whose values are variables, so that its text stays the same and the server's cache knows it. */
export class OperationBuilder {
  private readonly variables = new Map<string, { type: string; value: unknown }>();

  constructor(
    private readonly name: string,
    private readonly standing: { type: string; values: string[] } | null,
  ) {}

  /** Declares a variable, and returns the reference to it. */
  variable(name: string, type: string, value: unknown): string {
    this.variables.set(name, { type, value });
    return `$${name}`;
  }

  /** The arguments of time and claims that a field takes, as far as the lens sets them: `asOf: $asOf, ...` or nothing. */
  lens(lens: Lens, allowed: readonly string[]): string {
    const given: string[] = [];
    const add = (name: string, type: string, value: unknown) => {
      if (allowed.includes(name)) given.push(`${name}: ${this.variable(name, type, value)}`);
    };
    if (lens.day) add('asOf', 'Date', lens.day);
    else if (lens.from || lens.until) add('during', 'DateRangeInput', { from: lens.from, until: lens.until });
    if (lens.knownBy) add('knownBy', 'Date', lens.knownBy);
    if (lens.told.length > 0) add('accordingTo', '[ID!]', lens.told);
    if (lens.denied && this.standing) add('standing', `[${this.standing.type}!]`, this.standing.values);
    return given.join(', ');
  }

  build(body: string): Operation {
    const declared = [...this.variables].map(([name, { type }]) => `$${name}: ${type}`).join(', ');
    return {
      name: this.name,
      text: `query ${this.name}${declared ? `(${declared})` : ''} {\n${body}\n}`,
      variables: Object.fromEntries([...this.variables].map(([name, { value }]) => [name, value])),
    };
  }
}

/** Arguments in parentheses; nothing where there are none. */
export function list(...given: string[]): string {
  const some = given.filter(Boolean);
  return some.length > 0 ? `(${some.join(', ')})` : '';
}
