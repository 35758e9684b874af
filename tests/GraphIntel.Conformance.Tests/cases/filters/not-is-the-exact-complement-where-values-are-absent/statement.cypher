CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE EXISTS {
    MATCH (n1)<-[r3:CONTROLS]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND r3.from >= $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE EXISTS {
    MATCH (n1)<-[r3:CONTROLS]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND NOT coalesce(r3.from >= $p.a0, false)
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Actor)
  WHERE n1.description CONTAINS $p.a0 AND n1.id IS NOT NULL
  RETURN n1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Actor)
  WHERE NOT coalesce(n1.description CONTAINS $p.a0, false) AND n1.id IS NOT NULL
  RETURN n1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE NOT coalesce((n1.description STARTS WITH $p.a0 OR n1.kind = $p.a1), false) AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
