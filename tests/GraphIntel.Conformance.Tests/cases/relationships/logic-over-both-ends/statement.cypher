CYPHER 5
WITH COUNT {
  MATCH (n2:Actor)-[r1:CONTROLS]->(n3:Place)
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND (n2.kind = $p.a0 OR n3.kind = $p.a1) AND n2.id IS NOT NULL AND n3.id IS NOT NULL AND r1.id IS NOT NULL
  RETURN r1
} AS c0, COLLECT {
  MATCH (n2:Actor)-[r1:CONTROLS]->(n3:Place)
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND (n2.kind = $p.a0 OR n3.kind = $p.a1) AND n2.id IS NOT NULL AND n3.id IS NOT NULL AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a2
  RETURN [r1.id]
} AS c1
RETURN [c0, c1] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n2:Actor)-[r1:CONTROLS]->(n3:Place)
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND NOT coalesce(n2.kind = $p.a0, false) AND NOT coalesce(n3.kind = $p.a1, false) AND n2.id IS NOT NULL AND n3.id IS NOT NULL AND r1.id IS NOT NULL
  RETURN r1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:CONTROLS]->(n2:Place)
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND (n2.id IN $p.a0 OR n2.name = $p.a1) AND n2.id IS NOT NULL AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a2
  RETURN [r1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n2:Actor)-[r1:CONTROLS]->()
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND (n2.name STARTS WITH $p.a0 AND n2.name ENDS WITH $p.a1) AND n2.id IS NOT NULL AND r1.id IS NOT NULL
  RETURN r1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH ()-[r1:CONTROLS]->()
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.id IS NOT NULL
  RETURN r1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH ()-[r1:CONTROLS]->()
  WHERE false
  RETURN r1
} AS c0
RETURN [c0] AS r
