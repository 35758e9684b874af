import { ExternalLink, MessageSquareQuote } from 'lucide-react';
import { formatDay } from '../api/days';
import type { Model } from '../api/model';
import { headingOf, title, words } from '../api/names';
import type { Row } from '../graph/entities';

interface Props {
  model: Model;
  claims: { totalCount: number; nodes: Row[] };
}

/** What sources say for and against a fact: who, where, and when. */
export function Claims({ model, claims }: Props) {
  const role = model.claim;
  if (!role) return null;
  return (
    <section className="group" aria-label="Claims">
      <header className="group-header">
        <h3>Claims</h3>
        <span className="count">{claims.totalCount}</span>
      </header>
      {claims.nodes.length === 0 && <p className="hint">No source says anything of this itself, with the dates and sources chosen.</p>}
      <ul className="claims">
        {claims.nodes.map((claim) => {
          const denies = claim.stance === role.denies;
          return (
            <li key={String(claim.id)} className={denies ? 'claim denies' : 'claim'}>
              <p>
                <span className="stance">{words(String(claim.stance))}</span>
                <bdi>{String(claim.label)}</bdi>
              </p>
              <p className="hint">
                {typeof claim.about === 'string' && <>on {title(claim.about).toLowerCase()} · </>}
                {formatDay(String(claim.made))}
              </p>
              <ul className="origins"><Origins model={model} claim={claim} /></ul>
            </li>
          );
        })}
      </ul>
      {claims.totalCount > claims.nodes.length && <p className="hint">The latest {claims.nodes.length} of {claims.totalCount}.</p>}
    </section>
  );
}

function Origins({ model, claim }: { model: Model; claim: Row }) {
  const fields = model.node(model.claim!.nodeType)?.fields.filter((field) => field.kind === 'relationship' && !field.list) ?? [];
  return fields.flatMap((field) => {
    const origin = claim[field.name] as Row | null;
    if (!origin) return [];
    const url = Object.values(origin).find((value): value is string => typeof value === 'string' && /^https?:\/\//.test(value));
    return [
      <li key={field.name}>
        <MessageSquareQuote className="icon" aria-hidden="true" />
        <span className="hint">{headingOf(field)}</span>
        {url
          ? <a href={url} target="_blank" rel="noreferrer noopener"><bdi>{String(origin.label)}</bdi> <ExternalLink className="icon" aria-label="opens a new tab" /></a>
          : <bdi>{String(origin.label)}</bdi>}
      </li>,
    ];
  });
}
