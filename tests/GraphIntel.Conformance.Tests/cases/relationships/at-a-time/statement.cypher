CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:CONTROLS]->(n2:Place) USING INDEX SEEK n2:Place(id)
  WHERE (coalesce(r1.from, r1.attestedFrom) IS NULL OR coalesce(r1.from, r1.attestedFrom) <= $p.a0) AND (r1.until IS NULL OR r1.until > $p.a0) AND r1.standing IN ['ASSERTED', 'DISPUTED'] AND n2.id IN $p.a1 AND n2.id IS NOT NULL AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a2
  RETURN [r1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:CONTROLS]->(n2:Place) USING INDEX SEEK n2:Place(id)
  WHERE (coalesce(r1.from, r1.attestedFrom) IS NULL OR coalesce(r1.from, r1.attestedFrom) < $p.a0) AND (r1.until IS NULL OR r1.until > $p.a1) AND NOT coalesce(coalesce(r1.from, r1.attestedFrom) >= r1.until, false) AND r1.standing IN ['ASSERTED', 'DISPUTED'] AND n2.id = $p.a2 AND n2.id IS NOT NULL AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a3
  RETURN [r1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:BACKS]->()
  WHERE (r1.from IS NULL OR r1.from <= $p.a0) AND (r1.until IS NULL OR r1.until > $p.a0) AND r1.attestedFrom <= $p.a0 AND r1.attestedUntil >= $p.a0 AND r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a1
  RETURN [r1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH ()-[r1:BACKS]->()
  WHERE (r1.from IS NULL OR r1.from <= $p.a0) AND (r1.until IS NULL OR r1.until > $p.a0) AND r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.id IS NOT NULL
  RETURN r1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH ()-[r1:BACKS]->()
  WHERE (coalesce(r1.from, r1.attestedFrom) IS NULL OR coalesce(r1.from, r1.attestedFrom) <= $p.a0) AND (r1.until IS NULL OR r1.until > $p.a0) AND r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.id IS NOT NULL
  RETURN r1
} AS c0
RETURN [c0] AS r
