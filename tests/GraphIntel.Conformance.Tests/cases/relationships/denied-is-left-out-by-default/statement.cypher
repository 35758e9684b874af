CYPHER 5
WITH COUNT {
  MATCH ()-[r1:BACKS]->()
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.id IS NOT NULL
  RETURN r1
} AS c0, COLLECT {
  MATCH ()-[r1:BACKS]->()
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id DESC LIMIT $p.a0
  RETURN [r1.id, r1.standing]
} AS c1
RETURN [c0, c1] AS r
;
CYPHER 5
WITH COUNT {
  MATCH ()-[r1:BACKS]->()
  WHERE r1.standing IN ['DENIED'] AND r1.id IS NOT NULL
  RETURN r1
} AS c0, COLLECT {
  MATCH ()-[r1:BACKS]->()
  WHERE r1.standing IN ['DENIED'] AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a0
  RETURN [r1.id]
} AS c1
RETURN [c0, c1] AS r
;
CYPHER 5
WITH COUNT {
  MATCH ()-[r1:BACKS]->()
  WHERE r1.standing IN ['ASSERTED', 'DENIED', 'DISPUTED'] AND r1.id IS NOT NULL
  RETURN r1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH ()-[r1:BACKS]->()
  WHERE false
  RETURN r1
} AS c0, COLLECT {
  MATCH ()-[r1:BACKS]->()
  WHERE false
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a0
  RETURN [r1.id]
} AS c1
RETURN [c0, c1] AS r
;
CYPHER 5
WITH COUNT {
  MATCH ()-[r1:CONTROLS]->()
  WHERE r1.standing IN ['DISPUTED'] AND r1.id IS NOT NULL
  RETURN r1
} AS c0
RETURN [c0] AS r
